#include "owner_reports.hpp"

#include "theriac/crypto/hpke.hpp"
#include "theriac/json/json.hpp"

#include "job.hpp"

namespace theriac::enclave {

namespace {

using json::Value;

constexpr std::size_t kPadding = 4096;

Bytes report_text(const RunFacts& run, const eth::Address& owner, const OwnerNewsItem& news) {
    Value::Array collections;
    for (const RefusedCollection& one : news.refused) {
        collections.push_back(Value::object(
            {{"collection", one.collection.hex()}, {"reason", json::to_utf8_lossy(one.reason)}}));
    }
    Value report = Value::object({
        {"format", "theriac/owner-report/v1"},
        {"request", run.request.id.hex()},
        {"owner", owner.hex()},
        {"refused", std::move(collections)},
    });
    if (news.contribution) report.set("contribution", *news.contribution);
    const std::string text = json::canonical(report);
    Bytes out = to_bytes(as_bytes(text));
    out.resize((out.size() / kPadding + 1) * kPadding, std::uint8_t{' '});
    return out;
}

}  // namespace

Result<std::vector<protocol::SealedOwnerReport>> seal_owner_reports(
    const Instance& instance,
    const RunFacts& run,
    const eth::ProvenState& state,
    const OwnerNews& news) {
    std::vector<protocol::SealedOwnerReport> out;
    for (const auto& [owner, item] : news) {
        THERIAC_TRY(member, protocol::read_member(state, instance.deployment, owner));
        if (member.encryption_key.is_zero()) continue;  // never registered: nobody could read it
        const SecretBytes text(report_text(run, owner, item));
        const Secret<32> ephemeral =
            job_key(instance, run, "theriac/owner-report-ephemeral/v1", text.reveal());
        auto sealed = crypto::hpke_seal_deterministic(
            crypto::HpkePublicKey(member.encryption_key.array()),
            protocol::owner_report_info(instance.deployment.chain_id, run.request.id),
            owner.view(),
            text.reveal(),
            ephemeral.reveal());
        // A key that nothing can be encrypted to is its owner's loss, and must not stop the others'
        // training.
        if (sealed) out.push_back({owner, *std::move(sealed)});
    }
    return out;
}

crypto::BlobAddress owner_report_index_address(
    const std::vector<protocol::SealedOwnerReport>& reports) {
    if (reports.empty()) return {};
    return crypto::blob_address(protocol::encode(protocol::index_of(reports)));
}

}  // namespace theriac::enclave
