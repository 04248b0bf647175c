// Signatures as contracts and wallets exchange them: 65 bytes r || s || v.
#pragma once

#include "theriac/base/bytes.hpp"
#include "theriac/crypto/ecdsa.hpp"
#include "theriac/eth/address.hpp"

namespace theriac::eth {

/// r || s || v with v = 27 or 28.
using Signature65 = FixedBytes<struct Signature65Tag, 65>;

/// @pre recovery_id is 0 or 1: the others name a nonce point that no signer meets, and have no v
Signature65 signature_to_bytes(const crypto::RecoverableSignature& signature);

/// @return Errc::malformed unless there are 65 bytes and v is 27 or 28
Result<crypto::RecoverableSignature> signature_from_bytes(ByteView bytes);

/// The account whose key made `signature` (65 bytes) over `digest`.
///
/// @return Errc::malformed for another form; Errc::unauthenticated for a high s (EIP-2) or when no
///         key could have made it. A signature over another digest gives another account, not an
///         error: compare the account.
Result<Address> recover_signer(const Hash256& digest, ByteView signature);

}  // namespace theriac::eth
