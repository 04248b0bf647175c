// The entry program of the simulated platform, with a service that repeats.
#include "theriac/attestation/quote.hpp"
#include "theriac/host/enclave_process.hpp"
#include "theriac/simulation/measure.hpp"
#include "theriac/simulation/platform.hpp"

#include "sandbox/inherited.hpp"
#include <gtest/gtest.h>

namespace theriac::enclave {
namespace {

using namespace std::chrono_literals;
using host::EnclaveProcess;

simulation::Platform make_platform() {
    SystemEntropy entropy;
    return simulation::Platform::create(entropy, UnixTime{1'700'000'000}, std::chrono::years(1));
}

EnclaveProcess start(ByteView state, std::vector<std::string>* lines = nullptr) {
    host::EnclaveOptions options{.arguments = {"--allow-unlocked-memory"}, .on_diagnostic = {}};
    if (lines != nullptr) options.on_diagnostic = [lines](auto line) { lines->emplace_back(line); };
    return EnclaveProcess::start(THERIAC_ENCLAVE_ECHO, state, std::move(options)).value();
}

Result<Bytes> ask(EnclaveProcess& enclave, std::string_view command) {
    return enclave.call(as_bytes(command), 60s);
}

TEST(simulated_entry, says_loudly_what_it_is) {
    std::vector<std::string> lines;
    auto enclave = start(make_platform().serialise().reveal(), &lines);
    ASSERT_TRUE(ask(enclave, "hello"));
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(
        lines[0],
        "theriac-enclave: SIMULATED PLATFORM: for development only; its quotes prove nothing about "
        "hardware");
    EXPECT_TRUE(lines[1].starts_with("theriac-enclave: platform simulated; memory ")) << lines[1];
}

TEST(simulated_entry, quote_names_the_measurement_of_the_file_that_runs) {
    const auto platform = make_platform();
    auto enclave = start(platform.serialise().reveal());
    const auto program = read_file(THERIAC_ENCLAVE_ECHO, std::size_t{1} << 30U);
    ASSERT_TRUE(program);
    const auto measurement = simulation::measure(*program);
    std::array<std::uint8_t, 64> report_data{1, 2, 3};
    EXPECT_EQ(
        ask(enclave, "quote"), platform.quote(measurement, attestation::ReportData(report_data)));
}

TEST(simulated_entry, sealing_key_is_that_of_platform_and_program) {
    const auto platform = make_platform();
    auto first = start(platform.serialise().reveal());
    auto again = start(platform.serialise().reveal());
    auto other = start(make_platform().serialise().reveal());
    const auto key = ask(first, "seal");
    ASSERT_TRUE(key);
    EXPECT_EQ(ask(again, "seal"), key);
    EXPECT_NE(ask(other, "seal"), key);
}

/// How the enclave ends when started with `state`.
std::string end_with(ByteView state) {
    auto enclave = start(state);
    return ask(enclave, "hello").error().message;
}

TEST(simulated_entry, state_that_is_none_ends_with_code_3_and_a_line) {
    const auto said = end_with(as_bytes("not a platform"));
    EXPECT_TRUE(said.starts_with(
        "the enclave has ended: exit code 3: theriac-enclave: the simulated platform's state: "))
        << said;
}

TEST(simulated_entry, empty_state_ends_with_code_3) {
    EXPECT_TRUE(end_with({}).starts_with("the enclave has ended: exit code 3: ")) << end_with({});
}

TEST(simulated_entry, state_above_the_limit_ends_with_code_4) {
    EXPECT_EQ(
        end_with(Bytes(simulation::Platform::kMaxStateSize + 1)),
        "the enclave has ended: exit code 4: theriac-enclave: the simulated platform's state: "
        "descriptor 4: more than 65536 bytes");
}

}  // namespace
}  // namespace theriac::enclave
