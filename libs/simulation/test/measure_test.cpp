#include "theriac/simulation/measure.hpp"

#include <gtest/gtest.h>

namespace theriac::simulation {
namespace {

// Computed with coreutils: printf of the label and of sha384sum's digest, into sha256sum.
TEST(simulated_measurement, follows_its_definition) {
    EXPECT_EQ(
        measure(as_bytes("abc")).hex(),
        "0x12c50abcd2996f22f1517d8ea6c79aee3083081dbaa77e6474d9adc258bd2854");
    EXPECT_EQ(
        measure({}).hex(), "0xad984e3f45493010c1bdda04f8a9582cb24dd13187afabfecdafefe69319842b");
}

TEST(simulated_measurement, changes_with_every_bit) {
    Bytes program(100, 0x41);
    const auto before = measure(program);
    program[99] ^= 1;
    EXPECT_NE(measure(program), before);
}

}  // namespace
}  // namespace theriac::simulation
