#include "theriac/protocol/messages.hpp"

#include "theriac/json/utf8.hpp"
#include "theriac/protocol/statement_codec.hpp"

#include "format.hpp"

namespace theriac::protocol {

namespace {

using eth::rlp::Encoder;
using eth::rlp::ListReader;

// The number that begins a message, in the order of the variants: requests from 1, replies from 65.
constexpr std::uint64_t kFirstRequest = 1;
constexpr std::uint64_t kFirstReply = 65;
constexpr std::size_t kMaxState = 65536;       // sealed keys: far below
constexpr std::size_t kMaxDocument = 1 << 20;  // request documents, specifications, schemas
constexpr std::size_t kMaxRecordsPerMessage = 100'000;
constexpr std::size_t kMaxErrorText = 4096;

Result<Bytes> owned(Result<ByteView> view) {
    if (!view) return fail(std::move(view).error());
    return to_bytes(*view);
}

template <typename Statement>
Result<Signed<Statement>> signed_field(ListReader& from, std::string_view name) {
    THERIAC_TRY(list, from.list(name, kMaxFields));
    return decode_signed<Statement>(std::move(list));
}

void encode_body(Encoder& to, const Provision& m) {
    encode(to, m.deployment);
    to.u64(m.epoch_until.seconds);
    to.bytes(m.sealed_state);
}

Result<Request> decode_provision(ListReader& from) {
    THERIAC_TRY(deployment, decode_deployment(from));
    THERIAC_TRY(epoch_until, from.u64("epoch_until"));
    THERIAC_TRY(sealed_state, owned(from.bytes("sealed_state", kMaxState)));
    return Provision{deployment, UnixTime{epoch_until}, std::move(sealed_state)};
}

void encode_body(Encoder& to, const BeginJob& m) {
    encode(to, m.request);
    to.bytes(m.document);
    to.bytes(m.model_spec);
}

Result<Request> decode_begin_job(ListReader& from) {
    THERIAC_TRY(request, signed_field<DataRequest>(from, "request"));
    THERIAC_TRY(document, owned(from.bytes("document", kMaxDocument)));
    THERIAC_TRY(model_spec, owned(from.bytes("model_spec", kMaxDocument)));
    return BeginJob{request, std::move(document), std::move(model_spec)};
}

void encode_body(Encoder& to, const AddCollection& m) {
    encode(to, m.leaf);
    encode(to, m.leaf_inclusion);
    encode(to, m.grant);
    encode(to, m.grant_inclusion);
    to.bytes(m.conditions);
    to.bytes(m.manifest);
}

Result<Request> decode_add_collection(ListReader& from) {
    THERIAC_TRY(leaf, signed_field<CollectionLeaf>(from, "leaf"));
    THERIAC_TRY(leaf_inclusion_list, from.list("leaf_inclusion", kMaxFields));
    THERIAC_TRY(leaf_inclusion, decode_inclusion(std::move(leaf_inclusion_list)));
    THERIAC_TRY(grant_list, from.list("grant", kMaxFields));
    THERIAC_TRY(grant, decode_sealed_grant(std::move(grant_list)));
    THERIAC_TRY(grant_inclusion_list, from.list("grant_inclusion", kMaxFields));
    THERIAC_TRY(grant_inclusion, decode_inclusion(std::move(grant_inclusion_list)));
    THERIAC_TRY(conditions, owned(from.bytes("conditions", kMaxDocument)));
    THERIAC_TRY(manifest, owned(from.bytes("manifest", kMaxMessage)));
    return AddCollection{
        std::move(leaf),
        std::move(leaf_inclusion),
        std::move(grant),
        std::move(grant_inclusion),
        std::move(conditions),
        std::move(manifest)};
}

void encode_body(Encoder& to, const AddRecords& m) {
    to.fixed(m.grant);
    to.u64(m.first);
    to.list([&] {
        for (const Bytes& record : m.records)
            to.bytes(record);
    });
}

Result<Request> decode_add_records(ListReader& from) {
    AddRecords m;
    THERIAC_TRY(grant, from.fixed<GrantHash>("grant"));
    THERIAC_TRY(first, from.u64("first"));
    THERIAC_TRY(records, from.list("records", kMaxRecordsPerMessage));
    while (!records.at_end()) {
        THERIAC_TRY(record, owned(records.bytes({}, kMaxMessage)));
        m.records.push_back(std::move(record));
    }
    m.grant = grant;
    m.first = first;
    return m;
}

template <typename StateMessage>
Result<Request> decode_state(ListReader& from) {
    THERIAC_TRY(state_proof, owned(from.bytes("state_proof", kMaxMessage)));
    return StateMessage{std::move(state_proof)};
}

void encode_body(Encoder& to, const ProposeStart& m) {
    to.bytes(m.state_proof);
    to.bytes(m.earlier_report);
}

Result<Request> decode_propose_start(ListReader& from) {
    THERIAC_TRY(state_proof, owned(from.bytes("state_proof", kMaxMessage)));
    THERIAC_TRY(earlier_report, owned(from.bytes("earlier_report", kMaxMessage)));
    return ProposeStart{std::move(state_proof), std::move(earlier_report)};
}

void encode_body(Encoder& to, const Train& m) {
    to.bytes(m.state_proof);
}

void encode_body(Encoder& to, const Release& m) {
    to.bytes(m.state_proof);
}

void encode_body(Encoder&, const AbandonJob&) {}

void encode_body(Encoder& to, const Identity& m) {
    to.fixed(m.measurement);
    to.bytes(m.evidence);
    to.bytes(m.sealed_state);
    encode(to, m.registration);
}

Result<Reply> decode_identity(ListReader& from) {
    THERIAC_TRY(measurement, from.fixed<Measurement>("measurement"));
    THERIAC_TRY(evidence, owned(from.bytes("evidence", kMaxState)));
    THERIAC_TRY(sealed_state, owned(from.bytes("sealed_state", kMaxState)));
    THERIAC_TRY(registration, signed_field<InstanceRegistration>(from, "registration"));
    return Identity{measurement, std::move(evidence), std::move(sealed_state), registration};
}

void encode_body(Encoder& to, const JobBegun& m) {
    to.fixed(m.request);
    to.fixed(m.challenge);
}

Result<Reply> decode_job_begun(ListReader& from) {
    THERIAC_TRY(request, from.fixed<RequestId>("request"));
    THERIAC_TRY(challenge, from.fixed<Challenge>("challenge"));
    return JobBegun{request, challenge};
}

void encode_body(Encoder&, const Accepted&) {}

void encode_body(Encoder& to, const StartProposed& m) {
    encode(to, m.commitment);
    to.bytes(m.verification_report);
}

Result<Reply> decode_start_proposed(ListReader& from) {
    THERIAC_TRY(commitment, signed_field<StartCommitment>(from, "commitment"));
    THERIAC_TRY(report, owned(from.bytes("verification_report", kMaxMessage)));
    return StartProposed{commitment, std::move(report)};
}

void encode_body(Encoder& to, const Trained& m) {
    encode(to, m.result);
    to.u64(m.used_collections);
    to.u64(m.ciphertext_size);
}

Result<Reply> decode_trained(ListReader& from) {
    THERIAC_TRY(result, signed_field<ResultStatement>(from, "result"));
    THERIAC_TRY(used_collections, from.u64("used_collections"));
    THERIAC_TRY(ciphertext_size, from.u64("ciphertext_size"));
    return Trained{result, used_collections, ciphertext_size};
}

void encode_body(Encoder& to, const Released& m) {
    to.bytes(m.ciphertext);
    to.list([&] {
        for (const auto& report : m.owner_reports) {
            to.list([&] {
                to.fixed(report.owner);
                to.bytes(report.ciphertext);
            });
        }
    });
}

Result<Reply> decode_released(ListReader& from) {
    const auto decode_report = [](ListReader inner) -> Result<SealedOwnerReport> {
        THERIAC_TRY(owner, inner.fixed<eth::Address>("owner"));
        THERIAC_TRY(ciphertext, owned(inner.bytes("ciphertext", kMaxMessage)));
        THERIAC_CHECK(inner.end());
        return SealedOwnerReport{owner, std::move(ciphertext)};
    };
    THERIAC_TRY(ciphertext, owned(from.bytes("ciphertext", kMaxMessage)));
    THERIAC_TRY(
        reports, decode_list<SealedOwnerReport>(from, "owner_reports", 100'000, decode_report));
    return Released{std::move(ciphertext), std::move(reports)};
}

// An error may quote bytes from outside, and a reader takes UTF-8 only.
std::string error_text(std::string_view message) {
    std::string text = json::to_utf8_lossy(message.substr(0, kMaxErrorText));
    if (text.size() > kMaxErrorText)
        text.resize(json::valid_utf8_prefix(std::string_view(text).substr(0, kMaxErrorText)));
    return text;
}

void encode_body(Encoder& to, const Failed& m) {
    to.u64(static_cast<std::uint64_t>(m.error.code));
    to.text(error_text(m.error.message));
}

Result<Reply> decode_failed(ListReader& from) {
    THERIAC_TRY(code, from.u64("code", static_cast<std::uint64_t>(Errc::internal)));
    THERIAC_TRY(text, from.text("message", kMaxErrorText));
    return Failed{{static_cast<Errc>(code), std::move(text)}};
}

Result<Request> decode_request_body(std::uint64_t kind, ListReader& from) {
    switch (kind) {
        case kFirstRequest + 0:
            return decode_provision(from);
        case kFirstRequest + 1:
            return decode_begin_job(from);
        case kFirstRequest + 2:
            return decode_add_collection(from);
        case kFirstRequest + 3:
            return decode_add_records(from);
        case kFirstRequest + 4:
            return decode_propose_start(from);
        case kFirstRequest + 5:
            return decode_state<Train>(from);
        case kFirstRequest + 6:
            return decode_state<Release>(from);
        case kFirstRequest + 7:
            return AbandonJob{};
        default:
            return fail(Errc::unsupported, "message: unknown kind " + std::to_string(kind));
    }
}

Result<Reply> decode_reply_body(std::uint64_t kind, ListReader& from) {
    switch (kind) {
        case kFirstReply + 0:
            return decode_identity(from);
        case kFirstReply + 1:
            return decode_job_begun(from);
        case kFirstReply + 2:
            return Accepted{};
        case kFirstReply + 3:
            return decode_start_proposed(from);
        case kFirstReply + 4:
            return decode_trained(from);
        case kFirstReply + 5:
            return decode_released(from);
        case kFirstReply + 6:
            return decode_failed(from);
        default:
            return fail(Errc::unsupported, "message: unknown kind " + std::to_string(kind));
    }
}

template <typename Message>
Bytes encode_message(std::uint64_t first_kind, const Message& message) {
    Encoder to;
    to.list([&] {
        to.u64(first_kind + message.index());
        std::visit([&](const auto& m) { encode_body(to, m); }, message);
    });
    return std::move(to).take();
}

template <typename Message, typename DecodeBody>
Result<Message> decode_message(ByteView bytes, DecodeBody decode_body) {
    THERIAC_TRY(from, ListReader::open("message", bytes, kMaxMessage));
    THERIAC_TRY(kind, from.u64("kind"));
    THERIAC_TRY(message, decode_body(kind, from));
    THERIAC_CHECK(from.end());
    return message;
}

}  // namespace

Bytes encode(const Request& request) {
    return encode_message(kFirstRequest, request);
}

Result<Request> decode_request(ByteView bytes) {
    return decode_message<Request>(bytes, decode_request_body);
}

Bytes encode(const Reply& reply) {
    return encode_message(kFirstReply, reply);
}

Result<Reply> decode_reply(ByteView bytes) {
    return decode_message<Reply>(bytes, decode_reply_body);
}

}  // namespace theriac::protocol
