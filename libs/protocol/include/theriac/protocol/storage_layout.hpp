// Written by scripts/gen_bindings.py from contracts/; do not edit.
// clang-format off

// Where the contracts keep their state, for whoever proves or reads storage slots.
#pragma once

#include <cstdint>

namespace theriac::protocol::storage_layout {

/// A value in storage: its slot, and its bytes within the slot.
///
/// The value of key `k` of a mapping at slot `p` starts at slot keccak256(pad32(k) || pad32(p)); its
/// members stand at that number plus their own `slot`. A slot is read as a big-endian number, and
/// `offset` counts bytes from its low end.
/// @see docs/formats/ledger.md; Solidity documentation, "Layout of State Variables in Storage"
struct Field {
    std::uint64_t slot;
    std::uint32_t offset;  // bytes from the low end of the slot
    std::uint32_t size;      // bytes; 32 for a mapping
};

/// State of the contract Members.
namespace members {

inline constexpr Field kMember{.slot = 2, .offset = 0, .size = 32};  // mapping(address => Member)
inline constexpr Field kEncryptionKey{.slot = 3, .offset = 0, .size = 32};  // mapping(address => bytes32)
inline constexpr Field kGovernor{.slot = 4, .offset = 0, .size = 20};  // address
inline constexpr Field kGovernorCandidate{.slot = 5, .offset = 0, .size = 20};  // address

/// Value of the mapping to `Member`; slots count from the value's first.
namespace member {
inline constexpr Field kVoucher{.slot = 0, .offset = 0, .size = 20};  // address
inline constexpr Field kRegisteredAt{.slot = 0, .offset = 20, .size = 8};  // uint64
inline constexpr Field kRegistrations{.slot = 0, .offset = 28, .size = 2};  // uint16
inline constexpr Field kRoles{.slot = 0, .offset = 30, .size = 2};  // uint16
}  // namespace member

}  // namespace members

/// State of the contract Records.
namespace records {

inline constexpr Field kBatch{.slot = 2, .offset = 0, .size = 32};  // mapping(bytes32 => Batch)

/// Value of the mapping to `Batch`; slots count from the value's first.
namespace batch {
inline constexpr Field kRelayer{.slot = 0, .offset = 0, .size = 20};  // address
inline constexpr Field kRegisteredAt{.slot = 0, .offset = 20, .size = 8};  // uint64
inline constexpr Field kCount{.slot = 0, .offset = 28, .size = 4};  // uint32
}  // namespace batch

}  // namespace records

/// State of the contract Consent.
namespace consent {

inline constexpr Field kGrantBatch{.slot = 2, .offset = 0, .size = 32};  // mapping(bytes32 => Batch)
inline constexpr Field kCounter{.slot = 3, .offset = 0, .size = 32};  // mapping(bytes32 => uint64)

/// Value of the mapping to `Batch`; slots count from the value's first.
namespace batch {
inline constexpr Field kRelayer{.slot = 0, .offset = 0, .size = 20};  // address
inline constexpr Field kRegisteredAt{.slot = 0, .offset = 20, .size = 8};  // uint64
inline constexpr Field kCount{.slot = 0, .offset = 28, .size = 4};  // uint32
}  // namespace batch

}  // namespace consent

/// State of the contract Enclaves.
namespace enclaves {

inline constexpr Field kInstance{.slot = 2, .offset = 0, .size = 32};  // mapping(address => Instance)
inline constexpr Field kMeasurement{.slot = 3, .offset = 0, .size = 32};  // mapping(bytes32 => AllowedMeasurement)

/// Value of the mapping to `Instance`; slots count from the value's first.
namespace instance {
inline constexpr Field kRunner{.slot = 0, .offset = 0, .size = 20};  // address
inline constexpr Field kEpochUntil{.slot = 0, .offset = 20, .size = 8};  // uint64
inline constexpr Field kGroupKeyPrefix{.slot = 0, .offset = 28, .size = 1};  // uint8
inline constexpr Field kRevoked{.slot = 0, .offset = 29, .size = 1};  // bool
inline constexpr Field kGroupKeyX{.slot = 1, .offset = 0, .size = 32};  // bytes32
inline constexpr Field kMeasurement{.slot = 2, .offset = 0, .size = 32};  // bytes32
inline constexpr Field kEpochKey{.slot = 3, .offset = 0, .size = 32};  // bytes32
inline constexpr Field kEvidence{.slot = 4, .offset = 0, .size = 32};  // bytes32
}  // namespace instance

/// Value of the mapping to `AllowedMeasurement`; slots count from the value's first.
namespace allowed_measurement {
inline constexpr Field kAllowedSince{.slot = 0, .offset = 0, .size = 8};  // uint64
inline constexpr Field kSourceHash{.slot = 1, .offset = 0, .size = 32};  // bytes32
}  // namespace allowed_measurement

}  // namespace enclaves

/// State of the contract Requests.
namespace requests {

inline constexpr Field kRequest{.slot = 2, .offset = 0, .size = 32};  // mapping(bytes32 => Request)
inline constexpr Field kApproval{.slot = 3, .offset = 0, .size = 32};  // mapping(bytes32 => Approval)
inline constexpr Field kVerdicts{.slot = 4, .offset = 0, .size = 32};  // mapping(bytes32 => Verdict[])

/// Value of the mapping to `Request`; slots count from the value's first.
namespace request {
inline constexpr Field kState{.slot = 0, .offset = 0, .size = 1};  // RequestState
inline constexpr Field kRunner{.slot = 0, .offset = 1, .size = 20};  // address
inline constexpr Field kStartedAt{.slot = 0, .offset = 21, .size = 5};  // uint40
inline constexpr Field kStartUntil{.slot = 0, .offset = 26, .size = 5};  // uint40
inline constexpr Field kQuorum{.slot = 0, .offset = 31, .size = 1};  // uint8
inline constexpr Field kResearcher{.slot = 1, .offset = 0, .size = 20};  // address
inline constexpr Field kRecruitUntil{.slot = 1, .offset = 20, .size = 5};  // uint40
inline constexpr Field kReleaseUntil{.slot = 1, .offset = 25, .size = 5};  // uint40
inline constexpr Field kDocument{.slot = 2, .offset = 0, .size = 32};  // bytes32
inline constexpr Field kStart{.slot = 3, .offset = 0, .size = 32};  // bytes32
inline constexpr Field kChallenge{.slot = 4, .offset = 0, .size = 32};  // bytes32
inline constexpr Field kResult{.slot = 5, .offset = 0, .size = 32};  // bytes32
}  // namespace request

/// Value of the mapping to `Approval`; slots count from the value's first.
namespace approval {
inline constexpr Field kUntil{.slot = 0, .offset = 0, .size = 5};  // uint40
inline constexpr Field kApprovals{.slot = 0, .offset = 5, .size = 1};  // uint8
inline constexpr Field kRefusals{.slot = 0, .offset = 6, .size = 1};  // uint8
}  // namespace approval

}  // namespace requests

/// State of the contract AuditLog.
namespace audit_log {

inline constexpr Field kHead{.slot = 0, .offset = 0, .size = 32};  // bytes32
inline constexpr Field kCount{.slot = 1, .offset = 0, .size = 8};  // uint64

}  // namespace audit_log

}  // namespace theriac::protocol::storage_layout
