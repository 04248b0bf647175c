#include "theriac/client/requests.hpp"

#include "theriac/base/byte_reader.hpp"
#include "theriac/json/json.hpp"
#include "theriac/learning/spec.hpp"
#include "theriac/protocol/request_document.hpp"

#include "handing_in.hpp"

namespace theriac::client {

namespace {

Result<crypto::BlobAddress> store_spec(Session& session, std::string_view text) {
    THERIAC_TRY(spec, read_model_spec(text));
    return session.store.put(as_bytes(json::canonical(spec.to_json())));
}

Result<crypto::BlobAddress> store_document(
    Session& session,
    const TrustedEnclave& enclave,
    const NewRequest& request,
    const crypto::BlobAddress& spec) {
    const protocol::RequestDocument document{
        .title = request.title,
        .description = request.description,
        .researcher = session.profile.address(),
        .result_key = protocol::EncryptionKey(session.keys.encryption->public_key().array()),
        .model_spec = spec,
        .data_type = request.data_type,
        .minimum_owners = request.minimum_owners,
        .purposes = request.purposes,
        .privacy = "none",
        .measurement = enclave.instance().measurement,
        .group = enclave.group()};
    const std::string text = protocol::encode(document);
    THERIAC_CHECK(protocol::decode_request_document(text));  // every limit, before anybody reads it
    return session.store.put(as_bytes(text));
}

std::uint64_t random_nonce(Entropy& entropy) {
    Bytes bytes(8);
    entropy.fill(bytes);
    return ByteReader(bytes).u64_be().value();
}

}  // namespace

Result<learning::ModelSpec> read_model_spec(std::string_view text) {
    THERIAC_TRY(value, json::parse(text));
    return learning::ModelSpec::parse(json::canonical(value));
}

Result<CreatedRequest> create_request(
    Session& session, const TrustedEnclave& enclave, const NewRequest& request) {
    if (!session.keys.encryption)
        return fail(Errc::invalid_argument, "profile: has no key a result could be encrypted to");
    THERIAC_TRY(spec, store_spec(session, request.model_spec));
    THERIAC_TRY(document, store_document(session, enclave, request, spec));
    THERIAC_TRY(now, session.views.now());
    const UnixTime recruit_until = now + request.recruit_for;
    const UnixTime start_until = recruit_until + request.start_within;
    const protocol::DataRequest statement{
        session.profile.address(),
        document,
        recruit_until,
        start_until,
        start_until + request.release_within,
        random_nonce(session.entropy)};
    THERIAC_TRY(ticket, sign_and_hand_in(session, "request", statement));
    auto posted = session.views.signed_request(statement.request_id());
    if (!posted) return fail(with_context("relayer: says done, but", std::move(posted).error()));
    return CreatedRequest{statement.request_id(), document, std::move(ticket)};
}

Result<TicketStatus> cancel_request(Session& session, const protocol::RequestId& request) {
    return sign_and_hand_in(session, "cancellation", protocol::Cancellation{request});
}

}  // namespace theriac::client
