// Receiving: check everything, then decrypt, then say so on the ledger.
#pragma once

#include "theriac/client/session.hpp"
#include "theriac/client/trusted_enclave.hpp"
#include "theriac/protocol/result_bundle.hpp"

#include <filesystem>
#include <string>

namespace theriac::client {

/// A result whose every link holds. Only `fetch_result` makes one.
class VerifiedResult {
public:
    [[nodiscard]] const PostedResult& posted() const { return posted_; }

    [[nodiscard]] const protocol::ResultBundle& bundle() const { return bundle_; }

    /// The model card, canonical JSON, signed by the instance.
    [[nodiscard]] const std::string& model_card() const { return model_card_; }

    [[nodiscard]] const TrustedEnclave& enclave() const { return enclave_; }

    /// The block in which the instance was revoked after it had posted this: a reason to ask why.
    [[nodiscard]] std::optional<std::uint64_t> revoked_later_in() const {
        return revoked_later_in_;
    }

private:
    friend Result<VerifiedResult> fetch_result(
        Session& session, const protocol::RequestId& request);

    VerifiedResult(
        PostedResult posted,
        protocol::ResultBundle bundle,
        std::string model_card,
        TrustedEnclave enclave,
        std::optional<std::uint64_t> revoked_later_in);

    PostedResult posted_;
    protocol::ResultBundle bundle_;
    std::string model_card_;
    TrustedEnclave enclave_;
    std::optional<std::uint64_t> revoked_later_in_;
};

/// In order: the result statement is what the ledger stores; the instance signed it; the instance
/// was registered, allowed and not revoked, and its evidence held, when the result was posted;
/// start commitment, verification report and use root agree; the ciphertext is the one named; it
/// decrypts; the card is signed, names this request and matches every file beside it.
///
/// @return Errc::not_found while no result is posted or the runner has not stored the ciphertext;
/// the first check that fails
Result<VerifiedResult> fetch_result(Session& session, const protocol::RequestId& request);

/// Writes all files into `directory`, which it makes, or none: on a full device nothing is left
/// behind.
Result<void> write_files(
    const protocol::ResultBundle& bundle, const std::filesystem::path& directory);

Result<TicketStatus> acknowledge(Session& session, const VerifiedResult& result);
Result<TicketStatus> complain(
    Session& session, const protocol::RequestId& request, std::string_view reason);

}  // namespace theriac::client
