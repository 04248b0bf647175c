#include "theriac/protocol/evidence.hpp"

#include "theriac/crypto/hash.hpp"

#include "format.hpp"
#include "points.hpp"

#include <algorithm>

namespace theriac::protocol {

namespace {

constexpr std::string_view kKeysFormat = "theriac/enclave-keys/v1";
constexpr std::string_view kEvidenceFormat = "theriac/evidence/v1";

void encode_fields(eth::rlp::Encoder& to, const EnclaveKeys& keys) {
    to.fixed(keys.deployment);
    to.bytes(keys.group_key);
    to.fixed(keys.epoch_key);
    to.u64(keys.epoch_until.seconds);
    to.fixed(keys.instance);
}

Result<EnclaveKeys> decode_fields(eth::rlp::ListReader& from) {
    THERIAC_TRY(deployment, from.fixed<Hash256>("deployment"));
    THERIAC_TRY(group_key, read_point(from, "group_key"));
    THERIAC_TRY(epoch_key, from.fixed<EncryptionKey>("epoch_key"));
    THERIAC_TRY(epoch_until, from.u64("epoch_until"));
    THERIAC_TRY(instance, from.fixed<eth::Address>("instance"));
    return EnclaveKeys{deployment, group_key, epoch_key, UnixTime{epoch_until}, instance};
}

}  // namespace

GroupId group_id(ByteView compressed_group_key) {
    return GroupId(crypto::keccak256(compressed_group_key).array());
}

GroupId EnclaveKeys::group() const {
    return group_id(group_key);
}

std::array<std::uint8_t, 64> EnclaveKeys::report_data() const {
    const Bytes encoded =
        encode_format(kKeysFormat, [&](eth::rlp::Encoder& to) { encode_fields(to, *this); });
    std::array<std::uint8_t, 64> out{};
    std::ranges::copy(crypto::sha256(encoded).view(), out.begin());
    return out;
}

Bytes encode(const Evidence& evidence) {
    return encode_format(kEvidenceFormat, [&](eth::rlp::Encoder& to) {
        encode_fields(to, evidence.keys);
        to.bytes(evidence.quote);
    });
}

Result<Evidence> decode_evidence(ByteView bytes) {
    THERIAC_TRY(from, open_format("evidence", kEvidenceFormat, bytes, Evidence::kMaxQuote + 1024));
    THERIAC_TRY(keys, decode_fields(from));
    THERIAC_TRY(quote, from.bytes("quote", Evidence::kMaxQuote));
    THERIAC_CHECK(from.end());
    return Evidence{keys, to_bytes(quote)};
}

}  // namespace theriac::protocol
