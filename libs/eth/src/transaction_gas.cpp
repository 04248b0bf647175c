#include "theriac/eth/transaction.hpp"

#include <algorithm>

namespace theriac::eth {

namespace {

constexpr std::uint64_t kBase = 21'000;
constexpr std::uint64_t kCreate = 32'000;
constexpr std::uint64_t kPerToken = 4;         // EIP-2028: a zero byte is 1 token, another is 4
constexpr std::uint64_t kFloorPerToken = 10;   // EIP-7623
constexpr std::uint64_t kPerInitcodeWord = 2;  // EIP-3860
constexpr std::uint64_t kPerListedAddress = 2'400;  // EIP-2930
constexpr std::uint64_t kPerListedSlot = 1'900;

std::uint64_t tokens(ByteView data) {
    const auto zeros = static_cast<std::uint64_t>(std::ranges::count(data, 0));
    return zeros + 4 * (data.size() - zeros);
}

}  // namespace

std::uint64_t intrinsic_gas(const Transaction& tx) {
    std::uint64_t gas = kBase + kPerToken * tokens(tx.data);
    if (!tx.to) gas += kCreate + kPerInitcodeWord * ((tx.data.size() + 31) / 32);
    for (const AccessListEntry& entry : tx.access_list)
        gas += kPerListedAddress + kPerListedSlot * entry.slots.size();
    return gas;
}

std::uint64_t floor_gas(const Transaction& tx) {
    return kBase + kFloorPerToken * tokens(tx.data);
}

std::uint64_t minimum_gas_limit(const Transaction& tx) {
    return std::max(intrinsic_gas(tx), floor_gas(tx));
}

}  // namespace theriac::eth
