#include "theriac/ledger/revert_names.hpp"

#include "theriac/eth/abi.hpp"
#include "theriac/ledger/contracts.hpp"

#include <gtest/gtest.h>

namespace theriac::ledger {
namespace {

Bytes reason(const char* signature, const eth::abi::Values& arguments) {
    return eth::abi::encode_call(signature, arguments).value();
}

TEST(revert_names, custom_error_is_named_with_its_contract) {
    RevertNames names;
    names.add("Counter", "Refused(uint256)");
    EXPECT_EQ(names.text(reason("Refused(uint256)", {5}), {}), "Counter: Refused(5)");
}

TEST(revert_names, error_of_several_contracts_is_named_by_the_address_called) {
    RevertNames names;
    names.add("A", "Refused()");
    names.add("B", "Refused()");
    const eth::Address b({1});
    names.know(b, "B");
    EXPECT_EQ(names.text(reason("Refused()", {}), b), "B: Refused()");
    EXPECT_EQ(names.text(reason("Refused()", {}), {}), "Refused()");
}

TEST(revert_names, texts_and_panics_are_known) {
    const RevertNames names;
    EXPECT_EQ(names.text(reason("Error(string)", {"paused"}), {}), "Error(\"paused\")");
    EXPECT_TRUE(names.text(reason("Panic(uint256)", {0x11}), {}).starts_with("Panic(0x11"));
}

TEST(revert_names, unknown_and_empty_data_say_so) {
    const RevertNames names;
    EXPECT_EQ(
        names.text(Bytes{0xde, 0xad, 0xbe, 0xef}, {}), "reverted with unknown data 0xdeadbeef");
    EXPECT_EQ(names.text({}, {}), "reverted without a reason (or out of gas)");
}

TEST(revert_names, all_contracts_errors_are_known) {
    const RevertNames names = RevertNames::of_contracts();
    for (const contracts::Contract* contract : contracts::all()) {
        for (const contracts::RevertReason& error : contract->errors) {
            if (!error.inputs.empty()) continue;
            const std::string text = names.text(error.selector, {});
            EXPECT_TRUE(text.ends_with(error.signature)) << text;
        }
    }
}

}  // namespace
}  // namespace theriac::ledger
