#include "theriac/client/results.hpp"

#include "theriac/client/consent.hpp"
#include "theriac/crypto/hpke.hpp"
#include "theriac/storage/atomic_file.hpp"

#include "handing_in.hpp"
#include "model_card_check.hpp"

#include <algorithm>
#include <system_error>

namespace theriac::client {

namespace {

using protocol::ResultBundle;
using protocol::ResultStatement;

constexpr std::size_t kMaxReport = std::size_t{64} << 20U;

Result<void> expect(bool holds, std::string_view message) {
    if (!holds) return fail(Errc::unauthenticated, std::string(message));
    return {};
}

// What the instance signed is what the ledger stores, and what it committed to before it trained.
Result<void> check_statement(
    Session& session, const PostedResult& posted, const CheckedRequest& request) {
    const ResultStatement& statement = posted.result.statement;
    THERIAC_CHECK(expect(
        request.state.result == statement.statement_hash(),
        "result: is not the statement the ledger stores"));
    THERIAC_CHECK(protocol::check_signer(
        "result",
        protocol::digest(session.deployment(), statement),
        posted.result.signature,
        statement.instance));
    THERIAC_CHECK(expect(
        statement.model == request.document.model_spec,
        "result: is for another model specification"));
    const protocol::StartCommitment start{
        statement.request, statement.use_root, statement.verification, {}, statement.instance};
    return expect(
        request.state.start == start.stored(),
        "result: does not follow from the start commitment on the ledger");
}

Result<void> check_use_root(Session& session, const ResultStatement& statement) {
    THERIAC_TRY(bytes, session.store.get(statement.verification, kMaxReport));
    return check_verification(bytes, statement);
}

Result<ResultBundle> decrypt(Session& session, const ResultStatement& statement) {
    if (!session.keys.encryption)
        return fail(Errc::invalid_argument, "profile: has no key a result could be encrypted to");
    THERIAC_TRY(ciphertext, session.store.get(statement.ciphertext, ResultBundle::kMaxBytes * 2));
    auto plain = crypto::hpke_open(
        *session.keys.encryption,
        protocol::result_info(session.deployment().chain_id, statement.request),
        protocol::result_associated_data(statement.model, statement.use_root, statement.instance),
        ciphertext);
    if (!plain)
        return fail(
            Errc::unauthenticated,
            "result: does not decrypt with this profile's key; it was encrypted to another, or "
            "changed");
    return protocol::decode_result_bundle(plain->reveal());
}

Result<void> write_all(const ResultBundle& bundle, const std::filesystem::path& directory) {
    THERIAC_CHECK(storage::make_directories(directory));
    for (const auto& file : bundle.files)
        THERIAC_CHECK(storage::write_file_atomic(directory / file.name, file.content));
    return {};
}

// Needs no more room than the names take.
Result<void> move_files(
    const ResultBundle& bundle,
    const std::filesystem::path& from,
    const std::filesystem::path& to) {
    std::error_code error;
    if (!std::filesystem::exists(to, error)) {
        std::filesystem::rename(from, to, error);
        if (error) return fail(Errc::io, to.string() + ": " + error.message());
        return {};
    }
    for (const auto& file : bundle.files) {
        std::filesystem::rename(from / file.name, to / file.name, error);
        if (error) return fail(Errc::io, (to / file.name).string() + ": " + error.message());
    }
    return {};
}

}  // namespace

VerifiedResult::VerifiedResult(
    PostedResult posted,
    ResultBundle bundle,
    std::string model_card,
    TrustedEnclave enclave,
    std::optional<std::uint64_t> revoked_later_in)
    : posted_(std::move(posted)),
      bundle_(std::move(bundle)),
      model_card_(std::move(model_card)),
      enclave_(std::move(enclave)),
      revoked_later_in_(revoked_later_in) {}

Result<VerifiedResult> fetch_result(Session& session, const protocol::RequestId& id) {
    THERIAC_TRY(request, check_request(session.views, session.store, id));
    THERIAC_TRY(posted, session.views.result_of(id));
    if (!posted) return fail(Errc::not_found, "request " + id.hex() + ": no result is posted yet");
    const ResultStatement& statement = posted->result.statement;
    THERIAC_CHECK(check_statement(session, *posted, request));
    // As of the posting: an epoch that ended since, or a revocation since, does not make an old
    // result wrong.
    THERIAC_TRY(then, instance_as_of(session.views, statement.instance, posted->posted.block));
    THERIAC_TRY(enclave, check_enclave_then(session.views, session.store, then, posted->posted));
    THERIAC_CHECK(check_use_root(session, statement));
    THERIAC_TRY(bundle, decrypt(session, statement));
    THERIAC_TRY(card, check_model_card(session.deployment(), bundle, statement));
    return VerifiedResult(
        *posted, std::move(bundle), std::move(card), std::move(enclave), then.revoked_later_in);
}

Result<void> write_files(const ResultBundle& bundle, const std::filesystem::path& directory) {
    // All of them beside their place first: where there is no room for the last, there is none at
    // all. Beside means on the same file system: inside a directory that exists already.
    std::error_code ignored;
    std::filesystem::path unfinished = std::filesystem::absolute(directory).lexically_normal();
    if (!unfinished.has_filename()) unfinished = unfinished.parent_path();
    if (std::filesystem::exists(directory, ignored))
        unfinished /= ".unfinished";
    else
        unfinished += ".unfinished";
    std::filesystem::remove_all(unfinished, ignored);
    auto written = write_all(bundle, unfinished);
    if (written) written = move_files(bundle, unfinished, directory);
    std::filesystem::remove_all(unfinished, ignored);
    return written;
}

Result<TicketStatus> acknowledge(Session& session, const VerifiedResult& result) {
    const ResultStatement& statement = result.posted().result.statement;
    return sign_and_hand_in(
        session,
        "acknowledgement",
        protocol::Acknowledgement{statement.request, statement.ciphertext});
}

Result<TicketStatus> complain(
    Session& session, const protocol::RequestId& request, std::string_view reason) {
    THERIAC_TRY(address, session.store.put(as_bytes(reason)));
    return sign_and_hand_in(session, "complaint", protocol::Complaint{request, address});
}

}  // namespace theriac::client
