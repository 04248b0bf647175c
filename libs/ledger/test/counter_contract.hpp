// A contract of 62 + 9 bytes for tests, assembled by hand:
//
//     error Refused(uint256);
//     event (topic 0x2a) with the amount as data
//     function add(uint256 amount)   total += amount, and the event
//     function total() returns (uint256)
//     anything else reverts with Refused(first argument)
#pragma once

#include "theriac/base/bytes.hpp"
#include "theriac/eth/abi.hpp"

namespace theriac::ledger::counter {

inline constexpr const char* kAdd = "add(uint256)";
inline constexpr const char* kTotal = "total()";
inline constexpr const char* kRefuse = "refuse(uint256)";
inline constexpr const char* kRefused = "Refused(uint256)";

inline Bytes push_selector(const char* signature) {
    Bytes out{0x63};  // PUSH4
    append(out, eth::abi::selector(signature).value().view());
    return out;
}

/// If the selector on the stack is this one, jump.
inline Bytes branch(const char* signature, std::uint8_t target) {
    return concat(
        {Bytes{0x80}, push_selector(signature), Bytes{0x14, 0x60, target, 0x57}});  // DUP1 EQ JUMPI
}

inline Bytes runtime() {
    constexpr std::uint8_t kAddAt = 43;
    constexpr std::uint8_t kTotalAt = 62;
    return concat({
        Bytes{0x5f, 0x35, 0x60, 0xe0, 0x1c},  // calldata[0] >> 224
        branch(kAdd, kAddAt),
        branch(kTotal, kTotalAt),
        push_selector(kRefused),
        Bytes{0x5f, 0x52, 0x60, 0x04, 0x35, 0x60, 0x20, 0x52},  // memory: selector | argument
        Bytes{0x60, 0x24, 0x60, 0x1c, 0xfd},                    // revert(28, 36)
        Bytes{0x5b, 0x60, 0x04, 0x35, 0x80, 0x5f, 0x54, 0x01, 0x5f, 0x55},  // slot 0 += argument
        Bytes{0x5f, 0x52, 0x60, 0x2a, 0x60, 0x20, 0x5f, 0xa1, 0x00},        // log1(0, 32, 0x2a)
        Bytes{0x5b, 0x5f, 0x54, 0x5f, 0x52, 0x60, 0x20, 0x5f, 0xf3},        // return slot 0
    });
}

/// Copies the runtime to memory and returns it.
inline Bytes creation_code() {
    const Bytes code = runtime();
    return concat(
        {Bytes{
             0x60,
             static_cast<std::uint8_t>(code.size()),
             0x80,
             0x60,
             0x09,
             0x5f,
             0x39,
             0x5f,
             0xf3},
         code});
}

inline Bytes call(const char* signature, std::uint64_t argument) {
    return eth::abi::encode_call(signature, {argument}).value();
}

}  // namespace theriac::ledger::counter
