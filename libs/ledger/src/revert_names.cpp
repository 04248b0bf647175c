#include "theriac/ledger/revert_names.hpp"

#include "theriac/ledger/contracts.hpp"

#include <algorithm>

namespace theriac::ledger {

namespace {

constexpr std::size_t kSelectorSize = 4;

}  // namespace

RevertNames RevertNames::of_contracts() {
    RevertNames names;
    for (const contracts::Contract* contract : contracts::all()) {
        for (const contracts::RevertReason& error : contract->errors)
            names.add(contract->name, error.signature);
    }
    return names;
}

void RevertNames::add(std::string_view contract, std::string_view signature) {
    const auto selector = eth::abi::selector(signature);
    THERIAC_EXPECTS(selector.has_value());
    if (std::ranges::find(signatures_, signature) == signatures_.end())
        signatures_.emplace_back(signature);
    contracts_[*selector].emplace(contract);
}

void RevertNames::know(const eth::Address& address, std::string_view contract) {
    addresses_[address] = contract;
}

std::string RevertNames::prefix(ByteView selector, const std::optional<eth::Address>& to) const {
    const auto four = eth::abi::Selector::from(selector);
    const auto declaring = four ? contracts_.find(*four) : contracts_.end();
    if (declaring != contracts_.end() && declaring->second.size() == 1)
        return *declaring->second.begin() + ": ";
    const auto known = to ? addresses_.find(*to) : addresses_.end();
    return known == addresses_.end() ? "" : known->second + ": ";
}

std::string RevertNames::text(ByteView data, const std::optional<eth::Address>& to) const {
    if (data.empty()) return prefix({}, to) + "reverted without a reason (or out of gas)";
    const std::vector<std::string_view> signatures(signatures_.begin(), signatures_.end());
    const auto reason = eth::abi::decode_revert(data, signatures);
    const ByteView selector = data.first(std::min(data.size(), kSelectorSize));
    if (reason) return prefix(selector, to) + reason->text();
    return prefix({}, to) + "reverted with unknown data "
           + to_hex_prefixed(data.first(std::min<std::size_t>(data.size(), 36)));
}

}  // namespace theriac::ledger
