// Revert reasons as people read them: "Requests: RequestAlreadyStarted(0x…)".
#pragma once

#include "theriac/base/bytes.hpp"
#include "theriac/eth/abi.hpp"
#include "theriac/eth/address.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace theriac::ledger {

/// The errors that contracts declare, by selector.
class RevertNames {
public:
    /// Knows Error(string) and Panic(uint256) only.
    RevertNames() = default;

    /// Knows the errors of all generated contracts.
    static RevertNames of_contracts();

    /// `signature` is canonical: "RequestAlreadyStarted(bytes32)".
    void add(std::string_view contract, std::string_view signature);

    /// Names `address` in reasons that several contracts declare.
    void know(const eth::Address& address, std::string_view contract);

    /// What `data`, returned by a reverted call to `to`, says; for no data or an unknown selector,
    /// that.
    [[nodiscard]] std::string text(ByteView data, const std::optional<eth::Address>& to) const;

private:
    [[nodiscard]] std::string prefix(
        ByteView selector, const std::optional<eth::Address>& to) const;

    std::vector<std::string> signatures_;
    std::map<eth::abi::Selector, std::set<std::string>> contracts_;  ///< that declare it
    std::map<eth::Address, std::string> addresses_;
};

}  // namespace theriac::ledger
