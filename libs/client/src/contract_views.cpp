#include "theriac/client/contract_views.hpp"

#include "theriac/crypto/hash.hpp"
#include "theriac/ledger/contract.hpp"
#include "theriac/net/url.hpp"
#include "theriac/protocol/evidence.hpp"

#include <algorithm>
#include <map>

namespace theriac::client {

namespace {

using eth::abi::Values;
using ledger::At;
using ledger::Log;
using ledger::LoggedEvent;
namespace generated = ledger::contracts;

ledger::RevertNames revert_names(const Network& network) {
    auto names = ledger::RevertNames::of_contracts();
    const protocol::Deployment& d = network.deployment;
    names.know(d.members, "Members");
    names.know(d.records, "Records");
    names.know(d.consent, "Consent");
    names.know(d.enclaves, "Enclaves");
    names.know(d.requests, "Requests");
    return names;
}

template <typename Fixed>
Hash256 topic_of(const Fixed& value) {
    return Hash256(value.array());
}

// Log entries and what else the node knows of their transactions; each block's time is asked for
// once.
class EventReader {
public:
    EventReader(ledger::Chain& chain, const Network& network)
        : chain_(&chain), network_(&network) {}

    Result<std::vector<LoggedEvent>> events(
        const ledger::Contract& contract,
        std::string_view name,
        std::vector<Hash256> indexed = {}) {
        return contract.events(
            *chain_, name, {.from_block = network_->deployed_at, .indexed = std::move(indexed)});
    }

    Result<TransactionReference> reference(const Log& log) {
        const auto known = times_.find(log.block.number);
        if (known != times_.end())
            return TransactionReference{log.transaction, log.block.number, known->second};
        THERIAC_TRY(block, chain_->block(At::block(log.block.number)));
        times_[log.block.number] = block.header.timestamp;
        return TransactionReference{log.transaction, log.block.number, block.header.timestamp};
    }

    /// The arguments of the call that `log`'s transaction made.
    Result<Values> arguments(
        const Log& log, const ledger::Contract& contract, std::string_view signature) {
        THERIAC_TRY(input, chain_->transaction_input(log.transaction));
        auto values = contract.arguments(signature, input);
        if (!values)
            return fail(
                with_context("transaction " + log.transaction.hex(), std::move(values).error()));
        return values;
    }

private:
    ledger::Chain* chain_;
    const Network* network_;
    std::map<std::uint64_t, UnixTime> times_;
};

ledger::Contract members_of(const Network& network) {
    return {generated::kMembers, network.deployment.members};
}

ledger::Contract records_of(const Network& network) {
    return {generated::kRecords, network.deployment.records};
}

ledger::Contract consent_of(const Network& network) {
    return {generated::kConsent, network.deployment.consent};
}

ledger::Contract enclaves_of(const Network& network) {
    return {generated::kEnclaves, network.deployment.enclaves};
}

ledger::Contract requests_of(const Network& network) {
    return {generated::kRequests, network.deployment.requests};
}

ledger::Contract audit_log_of(const Network& network) {
    return {generated::kAuditLog, network.audit_log};
}

// Both events of batches have root, relayer, manifest and count, from `root` on.
Result<PostedBatch> read_batch(EventReader& reader, const LoggedEvent& event, std::size_t root) {
    THERIAC_TRY(posted, reader.reference(event.log));
    return PostedBatch{
        event.values[root].fixed<Hash256>(),
        event.values[root + 2].fixed<crypto::BlobAddress>(),
        static_cast<std::uint32_t>(event.values[root + 3].u64()),
        posted};
}

Result<PostedResult> read_result(
    EventReader& reader, const ledger::Contract& requests, const LoggedEvent& event) {
    constexpr std::string_view kPostResult =
        "postResult(bytes32,bytes32,bytes32,bytes32,bytes32,bytes32,uint64,address,bytes)";
    THERIAC_TRY(posted, reader.reference(event.log));
    THERIAC_TRY(a, reader.arguments(event.log, requests, kPostResult));
    THERIAC_TRY(signature, protocol::Signature::from(a[8].bytes()));
    const protocol::ResultStatement statement{
        a[0].fixed<protocol::RequestId>(),
        a[1].fixed<crypto::BlobAddress>(),
        a[2].fixed<crypto::BlobAddress>(),
        a[3].fixed<Hash256>(),
        a[4].fixed<crypto::BlobAddress>(),
        a[5].fixed<crypto::BlobAddress>(),
        a[6].u64(),
        a[7].address()};
    return PostedResult{{statement, signature}, posted};
}

Result<RegisteredInstance> read_instance(const eth::Address& address, const Values& fields) {
    // Instance of contracts/src/types/Enclave.sol, member by member.
    RegisteredInstance out;
    out.instance = address;
    out.runner = fields[0].address();
    out.epoch_until = UnixTime{fields[1].u64()};
    out.group_key[0] = static_cast<std::uint8_t>(fields[2].u64());
    out.revoked = fields[3].boolean();
    std::ranges::copy(fields[4].bytes(), out.group_key.begin() + 1);
    out.measurement = fields[5].fixed<protocol::Measurement>();
    out.epoch_key = fields[6].fixed<protocol::EncryptionKey>();
    out.evidence = fields[7].fixed<crypto::BlobAddress>();
    if (out.runner.is_zero())
        return fail(Errc::not_found, "enclave: " + address.hex() + " is not registered");
    return out;
}

}  // namespace

ContractViews::ContractViews(Network network, ledger::Chain chain)
    : network_(std::move(network)), chain_(std::move(chain)) {}

Result<ContractViews> ContractViews::connect(const Network& network) {
    THERIAC_TRY(url, net::parse_url(network.rpc_url));
    THERIAC_TRY(
        chain, ledger::Chain::connect(url, network.deployment.chain_id, revert_names(network)));
    THERIAC_TRY(genesis, chain.block(At::block(0)));
    if (genesis.id.hash != network.genesis)
        return fail(
            Errc::denied,
            "ledger: genesis is " + genesis.id.hash.hex() + ", the network file says "
                + network.genesis.hex() + "; this is another chain");
    THERIAC_TRY(code, chain.code(network.deployment.requests, At::latest()));
    if (code.empty())
        return fail(
            Errc::not_found,
            "ledger: there is no contract at " + network.deployment.requests.hex()
                + "; the chain may have lost its last blocks");
    return ContractViews(network, std::move(chain));
}

Result<UnixTime> ContractViews::now() {
    THERIAC_TRY(block, chain_.block(At::latest()));
    return block.header.timestamp;
}

Result<protocol::RequestState> ContractViews::request(const protocol::RequestId& id) {
    THERIAC_TRY(got, requests_of(network_).view(chain_, "get(bytes32)", {id}, At::latest()));
    // Request of contracts/src/types/Request.sol, member by member.
    const Values& f = got[0].list();
    if (f[0].u64() > static_cast<std::uint64_t>(protocol::RequestStatus::expired))
        return fail(Errc::unsupported, "request: unknown state");
    return protocol::RequestState{
        static_cast<protocol::RequestStatus>(f[0].u64()),
        f[5].address(),
        f[8].fixed<crypto::BlobAddress>(),
        UnixTime{f[6].u64()},
        UnixTime{f[3].u64()},
        UnixTime{f[7].u64()},
        f[9].fixed<Hash256>(),
        f[10].fixed<protocol::Challenge>(),
        f[11].fixed<Hash256>(),
        static_cast<std::uint32_t>(f[4].u64())};
}

Result<protocol::ApprovalState> ContractViews::approval(const protocol::RequestId& id) {
    THERIAC_TRY(got, requests_of(network_).view(chain_, "approval(bytes32)", {id}, At::latest()));
    // Approval of contracts/src/types/Review.sol.
    const Values& f = got[0].list();
    return protocol::ApprovalState{
        UnixTime{f[0].u64()},
        static_cast<std::uint32_t>(f[1].u64()),
        static_cast<std::uint32_t>(f[2].u64())};
}

Result<std::vector<PostedReview>> ContractViews::reviews(const protocol::RequestId& id) {
    constexpr std::string_view kReview = "review(address,bytes32,uint64,bytes32,uint64,bytes)";
    EventReader reader(chain_, network_);
    const ledger::Contract requests = requests_of(network_);
    THERIAC_TRY(events, reader.events(requests, "RequestReviewed", {topic_of(id)}));
    std::vector<PostedReview> out;
    for (const LoggedEvent& event : events) {
        THERIAC_TRY(posted, reader.reference(event.log));
        THERIAC_TRY(a, reader.arguments(event.log, requests, kReview));
        THERIAC_TRY(signature, protocol::Signature::from(a[5].bytes()));
        const protocol::Review statement{
            a[0].address(),
            a[1].fixed<protocol::RequestId>(),
            UnixTime{a[2].u64()},
            a[3].fixed<crypto::BlobAddress>(),
            a[4].u64()};
        out.push_back({{statement, signature}, posted});
    }
    return out;
}

Result<std::uint64_t> ContractViews::review_turn(
    const protocol::RequestId& id, const eth::Address& reviewer) {
    THERIAC_TRY(got, requests_of(network_).view(chain_, "verdicts(bytes32)", {id}, At::latest()));
    // Verdict of contracts/src/types/Review.sol: reviewer, approvedUntil, turns.
    for (const auto& verdict : got[0].list())
        if (verdict.list()[0].address() == reviewer) return verdict.list()[2].u64();
    return 0;
}

Result<std::vector<OpenedRequest>> ContractViews::requests() {
    EventReader reader(chain_, network_);
    THERIAC_TRY(events, reader.events(requests_of(network_), "RequestOpened"));
    std::vector<OpenedRequest> out;
    for (const auto& [log, v] : events) {
        THERIAC_TRY(opened, reader.reference(log));
        const protocol::DataRequest statement{
            v[1].address(),
            v[2].fixed<crypto::BlobAddress>(),
            UnixTime{v[3].u64()},
            UnixTime{v[4].u64()},
            UnixTime{v[5].u64()},
            v[6].u64()};
        out.push_back({v[0].fixed<protocol::RequestId>(), statement, opened});
    }
    return out;
}

Result<protocol::Signed<protocol::DataRequest>> ContractViews::signed_request(
    const protocol::RequestId& id) {
    constexpr std::string_view kOpen = "open(address,bytes32,uint64,uint64,uint64,uint64,bytes)";
    EventReader reader(chain_, network_);
    const ledger::Contract requests = requests_of(network_);
    THERIAC_TRY(events, reader.events(requests, "RequestOpened", {topic_of(id)}));
    if (events.empty())
        return fail(Errc::not_found, "request " + id.hex() + ": is not on the ledger");
    THERIAC_TRY(a, reader.arguments(events[0].log, requests, kOpen));
    const protocol::DataRequest statement{
        a[0].address(),
        a[1].fixed<crypto::BlobAddress>(),
        UnixTime{a[2].u64()},
        UnixTime{a[3].u64()},
        UnixTime{a[4].u64()},
        a[5].u64()};
    THERIAC_TRY(signature, protocol::Signature::from(a[6].bytes()));
    if (statement.request_id() != id)
        return fail(
            Errc::unauthenticated, "request " + id.hex() + ": its transaction says otherwise");
    return protocol::Signed<protocol::DataRequest>{statement, signature};
}

Result<std::optional<StartedRequest>> ContractViews::start_of(const protocol::RequestId& id) {
    EventReader reader(chain_, network_);
    THERIAC_TRY(events, reader.events(requests_of(network_), "RequestStarted", {topic_of(id)}));
    if (events.empty()) return std::optional<StartedRequest>{};
    const auto& [log, v] = events.back();
    THERIAC_TRY(started, reader.reference(log));
    const protocol::StartCommitment commitment{
        id,
        v[3].fixed<Hash256>(),
        v[4].fixed<crypto::BlobAddress>(),
        v[5].fixed<protocol::Challenge>(),
        v[1].address()};
    return std::optional(StartedRequest{commitment, started});
}

Result<std::optional<PostedResult>> ContractViews::result_of(const protocol::RequestId& id) {
    EventReader reader(chain_, network_);
    const ledger::Contract requests = requests_of(network_);
    THERIAC_TRY(events, reader.events(requests, "ResultPosted", {topic_of(id)}));
    if (events.empty()) return std::optional<PostedResult>{};
    THERIAC_TRY(result, read_result(reader, requests, events.back()));
    return std::optional(std::move(result));
}

Result<eth::Address> ContractViews::governor() {
    THERIAC_TRY(got, members_of(network_).view(chain_, "governor()", {}, At::latest()));
    return got[0].address();
}

Result<protocol::MemberState> ContractViews::member(const eth::Address& address) {
    const ledger::Contract members = members_of(network_);
    THERIAC_TRY(got, members.view(chain_, "get(address)", {address}, At::latest()));
    THERIAC_TRY(key, members.view(chain_, "encryptionKey(address)", {address}, At::latest()));
    // Member of contracts/src/types/Member.sol.
    const Values& f = got[0].list();
    return protocol::MemberState{
        static_cast<std::uint32_t>(f[3].u64()),
        f[0].address(),
        key[0].fixed<protocol::EncryptionKey>()};
}

Result<std::vector<eth::Address>> ContractViews::vouchers(std::span<const eth::Address> members) {
    std::vector<Values> arguments;
    for (const eth::Address& member : members)
        arguments.push_back({member});
    THERIAC_TRY(
        got, members_of(network_).view_all(chain_, "get(address)", arguments, At::latest()));
    std::vector<eth::Address> out;
    for (const Values& one : got)
        out.push_back(one[0].list()[0].address());
    return out;
}

Result<std::uint64_t> ContractViews::registrations(const eth::Address& address) {
    THERIAC_TRY(got, members_of(network_).view(chain_, "get(address)", {address}, At::latest()));
    return got[0].list()[2].u64();
}

Result<std::vector<std::uint64_t>> ContractViews::consent_counters(
    const eth::Address& owner, std::span<const protocol::CollectionId> collections) {
    std::vector<Values> arguments;
    for (const auto& collection : collections)
        arguments.push_back({owner, collection});
    THERIAC_TRY(
        got,
        consent_of(network_).view_all(chain_, "counter(address,bytes32)", arguments, At::latest()));
    std::vector<std::uint64_t> out;
    for (const Values& one : got)
        out.push_back(one[0].u64());
    return out;
}

Result<std::vector<PostedBatch>> ContractViews::leaf_batches() {
    EventReader reader(chain_, network_);
    THERIAC_TRY(events, reader.events(records_of(network_), "BatchRegistered"));
    std::vector<PostedBatch> out;
    for (const LoggedEvent& event : events) {
        THERIAC_TRY(batch, read_batch(reader, event, 0));
        out.push_back(batch);
    }
    return out;
}

Result<std::vector<PostedBatch>> ContractViews::grant_batches(const protocol::RequestId& request) {
    EventReader reader(chain_, network_);
    THERIAC_TRY(events, reader.events(consent_of(network_), "GrantsPosted", {topic_of(request)}));
    std::vector<PostedBatch> out;
    for (const LoggedEvent& event : events) {
        THERIAC_TRY(batch, read_batch(reader, event, 1));
        out.push_back(batch);
    }
    return out;
}

Result<std::vector<RegisteredInstance>> ContractViews::instances() {
    EventReader reader(chain_, network_);
    THERIAC_TRY(events, reader.events(enclaves_of(network_), "InstanceRegistered"));
    std::vector<RegisteredInstance> out;
    for (const LoggedEvent& event : events) {
        THERIAC_TRY(found, instance(event.values[0].address()));
        out.push_back(found);
    }
    return out;
}

Result<RegisteredInstance> ContractViews::instance(const eth::Address& address) {
    THERIAC_TRY(
        got, enclaves_of(network_).view(chain_, "getInstance(address)", {address}, At::latest()));
    return read_instance(address, got[0].list());
}

Result<bool> ContractViews::is_measurement_allowed(const protocol::Measurement& measurement) {
    THERIAC_TRY(
        got,
        enclaves_of(network_).view(chain_, "getMeasurement(bytes32)", {measurement}, At::latest()));
    return got[0].list()[0].u64() != 0;
}

Result<std::vector<LoggedUse>> ContractViews::audit_log() {
    EventReader reader(chain_, network_);
    THERIAC_TRY(events, reader.events(audit_log_of(network_), "AuditEntryAppended"));
    std::vector<LoggedUse> out;
    for (const auto& [log, v] : events) {
        // After index and head, one word each, stands the entry; all its members are words.
        const ByteView encoded_entry = ByteView(log.data).subspan(64);
        out.push_back({v[2].u64(), v[3].fixed<Hash256>(), crypto::keccak256(encoded_entry)});
    }
    return out;
}

Result<AuditHead> ContractViews::audit_head() {
    const ledger::Contract log = audit_log_of(network_);
    THERIAC_TRY(head, log.view(chain_, "head()", {}, At::latest()));
    THERIAC_TRY(count, log.view(chain_, "count()", {}, At::latest()));
    return AuditHead{head[0].fixed<Hash256>(), count[0].u64()};
}

}  // namespace theriac::client
