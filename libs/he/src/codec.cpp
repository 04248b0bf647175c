#include "theriac/he/codec.hpp"

#include "theriac/base/byte_reader.hpp"
#include "theriac/crypto/hash.hpp"

#include "batch_layout.hpp"
#include "switching.hpp"
#include <fmt/format.h>

#include <algorithm>

namespace theriac::he {
namespace {

constexpr std::string_view kMagic = "THRC-HE";
constexpr std::uint8_t kVersion = 1;

using Kind = MessageKind;

// magic (7) | version (1) | kind (1) | plan (32) | payload length (8) | payload | SHA-256 of all
// (32)
constexpr std::size_t kHeaderSize = kMessageHeaderSize;
static_assert(kHeaderSize == 7 + 1 + 1 + 32 + 8);
constexpr std::size_t kDigestSize = 32;
constexpr std::size_t kKernelOverread = 64;

std::string_view name(Kind kind) {
    switch (kind) {
        case Kind::secret_key:
            return "secret key";
        case Kind::server_keys:
            return "server keys";
        case Kind::batches:
            return "batch";
        case Kind::results:
            return "result";
    }
    return "unknown";
}

Bytes header(Kind kind, const Session& session, std::size_t payload) {
    Bytes out;
    out.reserve(kHeaderSize + payload + kDigestSize);
    append(out, as_bytes(kMagic));
    out.push_back(kVersion);
    out.push_back(static_cast<std::uint8_t>(kind));
    append(out, plan_id(session.plan()).view());
    append_u64_le(out, payload);
    return out;
}

Bytes finished(Bytes message) {
    append(message, crypto::sha256(message).view());
    return message;
}

std::size_t server_keys_size(const Session& session) {
    const PublicPlan& plan = session.plan();
    const std::size_t primes = plan.chain.size();
    return session.moduli() * (KeyId::kSize + (primes + 1) * packed_bytes(plan, primes));
}

std::size_t batches_size(const Session& session) {
    return session.moduli() * (KeyId::kSize + 32 + batch_body_bytes(session.plan()));
}

std::size_t results_size(const Session& session) {
    return session.moduli() * (KeyId::kSize + result_body_bytes(session.plan()));
}

std::size_t payload_size(const Session& session, Kind kind) {
    switch (kind) {
        case Kind::secret_key:
            return 32;
        case Kind::server_keys:
            return server_keys_size(session);
        case Kind::batches:
            return batches_size(session);
        case Kind::results:
            return results_size(session);
    }
    return 0;
}

Result<void> read_header(Kind kind, const Session& session, ByteReader& r) {
    const std::string what(name(kind));
    const auto magic = r.take(kMagic.size());
    if (!magic || as_text(*magic) != kMagic)
        return fail(Errc::malformed, what + ": this is no file of homomorphic encryption");
    THERIAC_TRY(version, r.u8());
    if (version != kVersion)
        return fail(Errc::unsupported, fmt::format("{}: version {}, expected 1", what, version));
    THERIAC_TRY(found, r.u8());
    if (found != static_cast<std::uint8_t>(kind))
        return fail(
            Errc::malformed,
            fmt::format("{}: the file holds a {}", what, name(static_cast<Kind>(found))));
    THERIAC_TRY(plan, r.take(32));
    const Hash256 ours = plan_id(session.plan());
    if (!std::ranges::equal(plan, ours.view()))
        return fail(
            Errc::invalid_argument,
            fmt::format(
                "{}: made for plan {}, this is {}", what, to_hex_prefixed(plan), ours.hex()));
    THERIAC_TRY(length, r.u64_le());
    const std::size_t expected = payload_size(session, kind);
    if (length != expected)
        return fail(
            Errc::malformed,
            fmt::format("{}: expected a payload of {} bytes, got {}", what, expected, length));
    return {};
}

/// The payload of a whole message.
Result<ByteView> open(Kind kind, const Session& session, ByteView bytes) {
    ByteReader r(bytes);
    THERIAC_CHECK(read_header(kind, session, r));
    const std::size_t expected = payload_size(session, kind);
    if (r.remaining() != expected + kDigestSize)
        return fail(
            Errc::malformed,
            fmt::format(
                "{}: expected {} bytes, got {}",
                name(kind),
                kHeaderSize + expected + kDigestSize,
                bytes.size()));
    THERIAC_TRY(payload, r.take(expected));
    const Hash256 digest = crypto::sha256(bytes.first(bytes.size() - kDigestSize));
    if (!std::ranges::equal(r.rest(), digest.view()))
        return fail(
            Errc::unauthenticated,
            std::string(name(kind)) + ": the checksum differs: the file is damaged");
    return payload;
}

void append_packed(Bytes& to, const Context& context, const Polynomial& x) {
    for (std::size_t i = 0; i < x.rows(); ++i) {
        const unsigned bits = context.prime(i).bits();
        const std::size_t at = to.size();
        to.resize(at + context.degree() * bits / 8);
        context.kernels().pack(to.data() + at, x.row(i), context.degree(), bits);
    }
}

/// One row, from bytes that may end where the row does.
Result<void> read_row(const Context& context, std::size_t i, ByteReader& r, Word* row) {
    const Modulus& q = context.prime(i);
    THERIAC_TRY(packed, r.take(context.degree() * q.bits() / 8));
    Bytes padded = to_bytes(packed);
    padded.resize(packed.size() + kKernelOverread);
    context.kernels().unpack(row, padded.data(), context.degree(), q.bits());
    if (!context.kernels().all_below(row, context.degree(), q.value()))
        return fail(Errc::malformed, "a residue is not below its prime");
    return {};
}

Polynomial multiplied(const Context& context, const Polynomial& x, bool into_montgomery) {
    Polynomial out = x;
    for (std::size_t i = 0; i < x.rows(); ++i) {
        const Modulus& q = context.prime(i);
        context.kernels().scale(
            out.row(i), out.row(i), into_montgomery ? q.r_squared() : 1, x.degree(), q);
    }
    return out;
}

Result<PublicKey> read_public_key(const Context& context, const KeyId& id, ByteReader& r) {
    PublicKey out{
        .id = id,
        .b = Polynomial(context.degree(), context.chain_length()),
        .a = uniform_public_part(context, id)};
    for (std::size_t i = 0; i < out.b.rows(); ++i)
        THERIAC_CHECK(read_row(context, i, r, out.b.row(i)));
    return out;
}

Result<SwitchingKey> read_switching_key(const Context& context, const KeyId& id, ByteReader& r) {
    SwitchingKey out;
    for (std::size_t digit = 0; digit < context.chain_length(); ++digit) {
        Polynomial b(context.degree(), context.prime_count());
        for (std::size_t i = 0; i < b.rows(); ++i)
            THERIAC_CHECK(read_row(context, i, r, b.row(i)));
        out.b.push_back(multiplied(context, b, true));
        out.a.push_back(multiplied(context, uniform_switching_part(context, id, 0, digit), true));
    }
    return out;
}

Result<KeyId> read_key_id(ByteReader& r) {
    THERIAC_TRY(bytes, r.take(KeyId::kSize));
    return KeyId::from(bytes);
}

}  // namespace

SecretBytes encode_secret_key(const Session& session, const ClientKey& key) {
    Bytes out = header(Kind::secret_key, session, 32);
    append(out, key.seed().reveal());
    return SecretBytes(finished(std::move(out)));
}

Result<ClientKey> parse_secret_key(const Session& session, ByteView bytes) {
    THERIAC_TRY(payload, open(Kind::secret_key, session, bytes));
    THERIAC_TRY(seed, Secret<32>::from(payload));
    return ClientKey(session, seed);
}

Bytes encode_server_keys(const Session& session, std::span<const EvaluationKeys> keys) {
    Bytes out = header(Kind::server_keys, session, server_keys_size(session));
    for (std::size_t i = 0; i < keys.size(); ++i) {
        append(out, keys[i].id.view());
        append_packed(out, session.context(i), keys[i].public_key.b);
        for (const Polynomial& b : keys[i].relinearisation.b)
            append_packed(out, session.context(i), multiplied(session.context(i), b, false));
    }
    return finished(std::move(out));
}

Result<std::vector<EvaluationKeys>> parse_server_keys(const Session& session, ByteView bytes) {
    THERIAC_TRY(payload, open(Kind::server_keys, session, bytes));
    ByteReader r(payload);
    std::vector<EvaluationKeys> out;
    for (std::size_t i = 0; i < session.moduli(); ++i) {
        THERIAC_TRY(id, read_key_id(r));
        THERIAC_TRY(public_key, read_public_key(session.context(i), id, r));
        THERIAC_TRY(key, read_switching_key(session.context(i), id, r));
        out.push_back(
            {.id = id,
             .public_key = std::move(public_key),
             .relinearisation = std::move(key),
             .rotations = {}});
    }
    return out;
}

Bytes encode_batches(const Session& session, std::span<const EncryptedBatch> batches) {
    Bytes out = header(Kind::batches, session, batches_size(session));
    for (const EncryptedBatch& batch : batches) {
        append(out, batch.key.view());
        append(out, batch.seed);
        append(out, batch.body);
    }
    return finished(std::move(out));
}

Result<std::vector<EncryptedBatch>> parse_batches(const Session& session, ByteView bytes) {
    THERIAC_TRY(payload, open(Kind::batches, session, bytes));
    ByteReader r(payload);
    std::vector<EncryptedBatch> out;
    for (std::size_t i = 0; i < session.moduli(); ++i) {
        THERIAC_TRY(id, read_key_id(r));
        THERIAC_TRY(seed, r.take(32));
        THERIAC_TRY(body, r.take(batch_body_bytes(session.plan())));
        EncryptedBatch batch{.key = id, .seed = {}, .body = to_bytes(body)};
        std::ranges::copy(seed, batch.seed.begin());
        out.push_back(std::move(batch));
    }
    return out;
}

Bytes encode_results(const Session& session, std::span<const EncryptedResult> results) {
    Bytes out = header(Kind::results, session, results_size(session));
    for (const EncryptedResult& result : results) {
        append(out, result.key.view());
        append(out, result.body);
    }
    return finished(std::move(out));
}

Result<std::vector<EncryptedResult>> parse_results(const Session& session, ByteView bytes) {
    THERIAC_TRY(payload, open(Kind::results, session, bytes));
    ByteReader r(payload);
    std::vector<EncryptedResult> out;
    for (std::size_t i = 0; i < session.moduli(); ++i) {
        THERIAC_TRY(id, read_key_id(r));
        THERIAC_TRY(body, r.take(result_body_bytes(session.plan())));
        out.push_back({.key = id, .body = to_bytes(body)});
    }
    return out;
}

std::size_t largest_message(const PublicPlan& plan) {
    const std::size_t primes = plan.chain.size();
    const std::size_t payload = std::max(
        {(primes + 1) * packed_bytes(plan, primes),
         batch_body_bytes(plan),
         result_body_bytes(plan)});
    return kHeaderSize + plan.plain_moduli.size() * (payload + 64) + kDigestSize;
}

std::size_t message_size(const Session& session, MessageKind kind) {
    return kHeaderSize + payload_size(session, kind) + kDigestSize;
}

Result<void> check_message_start(const Session& session, MessageKind kind, ByteView start) {
    ByteReader r(start);
    return read_header(kind, session, r);
}

}  // namespace theriac::he
