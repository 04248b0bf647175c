// An enclave's keys and the quote that vouches for them. docs/formats/evidence.md.
#pragma once

#include "theriac/base/bytes.hpp"
#include "theriac/base/ports.hpp"
#include "theriac/crypto/secp256k1.hpp"
#include "theriac/eth/address.hpp"
#include "theriac/protocol/ids.hpp"

#include <array>
#include <cstdint>
#include <string>

namespace theriac::protocol {

/// The public keys of an instance, for one deployment and epoch.
struct EnclaveKeys {
    Hash256 deployment;
    std::array<std::uint8_t, 33> group_key{};  ///< PK_T, compressed
    EncryptionKey epoch_key;
    UnixTime epoch_until;
    eth::Address instance;

    [[nodiscard]] GroupId group() const;

    /// What the quote's 64 bytes of report data must be: SHA-256 of the encoded keys, then zeros.
    [[nodiscard]] std::array<std::uint8_t, 64> report_data() const;

    bool operator==(const EnclaveKeys&) const = default;
};

struct Evidence {
    static constexpr std::size_t kMaxQuote = 32'768;  ///< as attestation::kMaxQuoteSize
    EnclaveKeys keys;
    Bytes quote;
};

GroupId group_id(ByteView compressed_group_key);

Bytes encode(const Evidence& evidence);
Result<Evidence> decode_evidence(ByteView bytes);

}  // namespace theriac::protocol
