// Names of things, each a type of its own so that one cannot be taken for another.
#pragma once

#include "theriac/base/bytes.hpp"

namespace theriac::protocol {

/// 32 random bytes an owner chose; with the owner's address it names a collection.
using CollectionId = FixedBytes<struct CollectionIdTag, 32>;

/// EIP-712 statement hash of a `CollectionLeaf`.
using LeafHash = FixedBytes<struct LeafHashTag, 32>;

/// EIP-712 statement hash of a `Grant`.
using GrantHash = FixedBytes<struct GrantHashTag, 32>;

/// EIP-712 statement hash of a `DataRequest`.
using RequestId = FixedBytes<struct RequestIdTag, 32>;

/// What identifies an enclave's code: MRENCLAVE, or its counterpart of another platform.
using Measurement = FixedBytes<struct MeasurementTag, 32>;

/// A value the enclave chose; state that shows it is newer than the choice.
using Challenge = FixedBytes<struct ChallengeTag, 32>;

/// An X25519 public key, as RFC 7748 writes it.
using EncryptionKey = FixedBytes<struct EncryptionKeyTag, 32>;

/// keccak256 of an enclave group's compressed public key: names the group.
using GroupId = FixedBytes<struct GroupIdTag, 32>;

}  // namespace theriac::protocol
