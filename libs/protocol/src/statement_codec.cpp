#include "theriac/protocol/statement_codec.hpp"

#include "points.hpp"

namespace theriac::protocol {

namespace {

using eth::rlp::Encoder;
using eth::rlp::ListReader;

// Each member is written by `write` and read by `read`, chosen by its type.
void write(Encoder& to, std::uint64_t value) {
    to.u64(value);
}

void write(Encoder& to, std::uint32_t value) {
    to.u64(value);
}

void write(Encoder& to, UnixTime time) {
    to.u64(time.seconds);
}

void write(Encoder& to, const std::string& text) {
    to.text(text);
}

void write(Encoder& to, const std::array<std::uint8_t, 33>& point) {
    to.bytes(point);
}

template <typename Tag, std::size_t Size>
void write(Encoder& to, const FixedBytes<Tag, Size>& value) {
    to.fixed(value);
}

Result<void> read(ListReader& from, std::string_view name, std::uint64_t& out) {
    THERIAC_TRY(value, from.u64(name));
    out = value;
    return {};
}

Result<void> read(ListReader& from, std::string_view name, std::uint32_t& out) {
    THERIAC_TRY(value, from.u64(name, UINT32_MAX));
    out = static_cast<std::uint32_t>(value);
    return {};
}

Result<void> read(ListReader& from, std::string_view name, UnixTime& out) {
    return read(from, name, out.seconds);
}

Result<void> read(ListReader& from, std::string_view name, std::string& out) {
    THERIAC_TRY(value, from.text(name, CollectionLeaf::kMaxDataType));
    out = std::move(value);
    return {};
}

Result<void> read(ListReader& from, std::string_view name, std::array<std::uint8_t, 33>& out) {
    THERIAC_TRY(value, read_point(from, name));
    out = value;
    return {};
}

template <typename Tag, std::size_t Size>
Result<void> read(ListReader& from, std::string_view name, FixedBytes<Tag, Size>& out) {
    THERIAC_TRY(value, (from.fixed<FixedBytes<Tag, Size>>(name)));
    out = value;
    return {};
}

// `visit(name, member)` for each member of a statement, const or not.
void each_member(auto& s, auto visit)
    requires std::same_as<std::remove_cvref_t<decltype(s)>, Registration>
{
    visit("member", s.member);
    visit("encryption_key", s.encryption_key);
    visit("nonce", s.nonce);
}

void each_member(auto& s, auto visit)
    requires std::same_as<std::remove_cvref_t<decltype(s)>, CollectionLeaf>
{
    visit("owner", s.owner);
    visit("collection", s.collection);
    visit("version", s.version);
    visit("data_type", s.data_type);
    visit("record_count", s.record_count);
    visit("record_root", s.record_root);
    visit("manifest", s.manifest);
    visit("masked_key", s.masked_key);
    visit("mask_point", s.mask_point);
    visit("group", s.group);
    visit("timestamp", s.timestamp);
}

void each_member(auto& s, auto visit)
    requires std::same_as<std::remove_cvref_t<decltype(s)>, Grant>
{
    visit("owner", s.owner);
    visit("collection", s.collection);
    visit("leaf", s.leaf);
    visit("request", s.request);
    visit("conditions", s.conditions);
    visit("epoch_key", s.epoch_key);
    visit("expiry", s.expiry);
    visit("counter", s.counter);
}

void each_member(auto& s, auto visit)
    requires std::same_as<std::remove_cvref_t<decltype(s)>, Revocation>
{
    visit("owner", s.owner);
    visit("collection", s.collection);
    visit("counter", s.counter);
}

void each_member(auto& s, auto visit)
    requires std::same_as<std::remove_cvref_t<decltype(s)>, DataRequest>
{
    visit("researcher", s.researcher);
    visit("document", s.document);
    visit("recruit_until", s.recruit_until);
    visit("start_until", s.start_until);
    visit("release_until", s.release_until);
    visit("nonce", s.nonce);
}

void each_member(auto& s, auto visit)
    requires std::same_as<std::remove_cvref_t<decltype(s)>, Cancellation>
{
    visit("request", s.request);
}

void each_member(auto& s, auto visit)
    requires std::same_as<std::remove_cvref_t<decltype(s)>, Acknowledgement>
{
    visit("request", s.request);
    visit("ciphertext", s.ciphertext);
}

void each_member(auto& s, auto visit)
    requires std::same_as<std::remove_cvref_t<decltype(s)>, Complaint>
{
    visit("request", s.request);
    visit("reason", s.reason);
}

void each_member(auto& s, auto visit)
    requires std::same_as<std::remove_cvref_t<decltype(s)>, Review>
{
    visit("reviewer", s.reviewer);
    visit("request", s.request);
    visit("approved_until", s.approved_until);
    visit("reason", s.reason);
    visit("turn", s.turn);
}

void each_member(auto& s, auto visit)
    requires std::same_as<std::remove_cvref_t<decltype(s)>, StartCommitment>
{
    visit("request", s.request);
    visit("use_root", s.use_root);
    visit("verification", s.verification);
    visit("challenge", s.challenge);
    visit("instance", s.instance);
}

void each_member(auto& s, auto visit)
    requires std::same_as<std::remove_cvref_t<decltype(s)>, ResultStatement>
{
    visit("request", s.request);
    visit("ciphertext", s.ciphertext);
    visit("model", s.model);
    visit("use_root", s.use_root);
    visit("verification", s.verification);
    visit("reports", s.reports);
    visit("privacy_spent", s.privacy_spent);
    visit("instance", s.instance);
}

void each_member(auto& s, auto visit)
    requires std::same_as<std::remove_cvref_t<decltype(s)>, InstanceRegistration>
{
    visit("instance", s.instance);
    visit("group_key", s.group_key);
    visit("epoch_key", s.epoch_key);
    visit("epoch_until", s.epoch_until);
    visit("measurement", s.measurement);
    visit("evidence", s.evidence);
}

void each_member(auto& s, auto visit)
    requires std::same_as<std::remove_cvref_t<decltype(s)>, ModelCardStatement>
{
    visit("request", s.request);
    visit("card", s.card);
}

}  // namespace

// An enclave instance is a bare key of secp256k1; persons have either suite.
template <typename Statement>
constexpr bool kByEnclave =
    requires(Statement s) { s.instance; } || std::same_as<Statement, ModelCardStatement>;

template <typename Statement>
void encode(Encoder& to, const Signed<Statement>& signed_statement) {
    to.list([&] {
        each_member(signed_statement.statement, [&](std::string_view, const auto& member) {
            write(to, member);
        });
        to.bytes(signed_statement.signature.view());
    });
}

template <typename Statement>
Result<Signed<Statement>> decode_signed(ListReader from) {
    Signed<Statement> out;
    Result<void> status;
    each_member(out.statement, [&](std::string_view name, auto& member) {
        if (status) status = read(from, name, member);
    });
    THERIAC_CHECK(std::move(status));
    constexpr std::size_t kMax =
        kByEnclave<Statement> ? Signature::kPlainSize : Signature::kRsaPssSize;
    THERIAC_TRY(bytes, from.bytes("signature", kMax));
    auto signature = Signature::from(bytes);
    if (!signature)
        return fail(with_context(from.name() + ".signature", std::move(signature).error()));
    out.signature = *std::move(signature);
    THERIAC_CHECK(from.end());
    return out;
}

// A codec for every statement type.
// NOLINTBEGIN(bugprone-macro-parentheses): a type stands in no parentheses
#define THERIAC_STATEMENT_CODEC(Statement)                    \
    template void encode(Encoder&, const Signed<Statement>&); \
    template Result<Signed<Statement>> decode_signed(ListReader from)

THERIAC_STATEMENT_CODEC(Registration);
THERIAC_STATEMENT_CODEC(CollectionLeaf);
THERIAC_STATEMENT_CODEC(Grant);
THERIAC_STATEMENT_CODEC(Revocation);
THERIAC_STATEMENT_CODEC(DataRequest);
THERIAC_STATEMENT_CODEC(Cancellation);
THERIAC_STATEMENT_CODEC(Acknowledgement);
THERIAC_STATEMENT_CODEC(Complaint);
THERIAC_STATEMENT_CODEC(Review);
THERIAC_STATEMENT_CODEC(StartCommitment);
THERIAC_STATEMENT_CODEC(ResultStatement);
THERIAC_STATEMENT_CODEC(InstanceRegistration);
THERIAC_STATEMENT_CODEC(ModelCardStatement);

#undef THERIAC_STATEMENT_CODEC
// NOLINTEND(bugprone-macro-parentheses)

}  // namespace theriac::protocol
