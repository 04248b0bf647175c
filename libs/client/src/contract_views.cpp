#include "theriac/client/contract_views.hpp"

#include "theriac/crypto/hash.hpp"
#include "theriac/eth/abi.hpp"
#include "theriac/ledger/contracts.hpp"
#include "theriac/net/url.hpp"
#include "theriac/protocol/evidence.hpp"

#include <algorithm>
#include <map>

namespace theriac::client {

namespace {

using eth::abi::Values;
using ledger::At;
using ledger::Log;
namespace generated = ledger::contracts;

constexpr std::size_t kTopics = 4;

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

const generated::Function& function(const generated::Contract& contract, std::string_view name) {
    const auto found = std::ranges::find(contract.functions, name, &generated::Function::name);
    THERIAC_EXPECTS(found != contract.functions.end());
    return *found;
}

const generated::Event& event(const generated::Contract& contract, std::string_view name) {
    const auto found = std::ranges::find(contract.events, name, &generated::Event::name);
    THERIAC_EXPECTS(found != contract.events.end());
    return *found;
}

std::string tuple_of(std::span<const generated::Parameter> parameters, bool indexed) {
    std::string out = "(";
    for (const auto& parameter : parameters) {
        if (parameter.indexed != indexed) continue;
        if (out.size() > 1) out += ',';
        out += parameter.type;
    }
    return out + ")";
}

template <typename Fixed>
Hash256 topic_of(const Fixed& value) {
    return Hash256(value.array());
}

// A log entry taken apart: what is in topics, what is in data.
struct Entry {
    Log log;
    Values data;

    [[nodiscard]] const Hash256& topic(std::size_t i) const { return log.topics.at(i); }

    [[nodiscard]] eth::Address address_topic(std::size_t i) const {
        return *eth::Address::from(topic(i).view().subspan(12));
    }
};

Result<Entry> read_entry(const generated::Event& what, Log log) {
    const auto indexed = static_cast<std::size_t>(
        std::ranges::count_if(what.inputs, &generated::Parameter::indexed));
    if (log.topics.size() != indexed + 1 || log.topics.size() > kTopics)
        return fail(
            Errc::malformed,
            "log: event " + std::string(what.name) + " with a wrong number of topics");
    THERIAC_TRY(data, eth::abi::decode(tuple_of(what.inputs, false), log.data));
    return Entry{std::move(log), std::move(data)};
}

}  // namespace

// Everything that touches the node, with the block times asked for once.
class ContractReader {
public:
    ContractReader(ledger::Chain& chain, const Network& network)
        : chain_(&chain), network_(&network) {}

    Result<Values> call(
        const generated::Contract& contract,
        const eth::Address& address,
        std::string_view name,
        const Values& arguments) {
        const generated::Function& what = function(contract, name);
        THERIAC_TRY(data, eth::abi::encode_call(what.signature, arguments));
        THERIAC_TRY(returned, chain_->call({.to = address, .data = std::move(data)}, At::latest()));
        return eth::abi::decode(tuple_of(what.outputs, false), returned);
    }

    Result<std::vector<Entry>> entries(
        const generated::Contract& contract,
        const eth::Address& address,
        std::string_view name,
        std::vector<Hash256> first_topics = {}) {
        const generated::Event& what = event(contract, name);
        THERIAC_TRY(newest, chain_->block_number());
        std::vector<std::vector<Hash256>> topics = {{Hash256(what.topic)}};
        for (const Hash256& topic : first_topics)
            topics.push_back({topic});
        THERIAC_TRY(
            logs,
            chain_->logs(
                {.addresses = {address},
                 .topics = std::move(topics),
                 .from_block = network_->deployed_at,
                 .to_block = newest}));
        std::vector<Entry> out;
        for (Log& log : logs) {
            THERIAC_TRY(entry, read_entry(what, std::move(log)));
            out.push_back(std::move(entry));
        }
        return out;
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
        const Log& log, const generated::Contract& contract, std::string_view name) {
        const generated::Function& what = function(contract, name);
        THERIAC_TRY(input, chain_->transaction_input(log.transaction));
        if (input.size() < 4 || !std::ranges::equal(ByteView(input).first(4), what.selector))
            return fail(
                Errc::unsupported,
                "transaction " + log.transaction.hex() + ": is not a plain call of "
                    + std::string(what.signature));
        return eth::abi::decode(tuple_of(what.inputs, false), ByteView(input).subspan(4));
    }

private:
    ledger::Chain* chain_;
    const Network* network_;
    std::map<std::uint64_t, UnixTime> times_;
};

namespace {

Result<PostedBatch> read_batch(ContractReader& reader, const Entry& entry, std::size_t root_topic) {
    THERIAC_TRY(posted, reader.reference(entry.log));
    return PostedBatch{
        entry.topic(root_topic),
        entry.data[0].fixed<crypto::BlobAddress>(),
        static_cast<std::uint32_t>(entry.data[1].u64()),
        posted};
}

Result<PostedResult> read_result(ContractReader& reader, const Entry& entry) {
    THERIAC_TRY(posted, reader.reference(entry.log));
    THERIAC_TRY(a, reader.arguments(entry.log, generated::kRequests, "postResult"));
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
    ContractReader reader(chain_, network_);
    THERIAC_TRY(got, reader.call(generated::kRequests, network_.deployment.requests, "get", {id}));
    // Request of contracts/src/types/Request.sol, member by member.
    const Values& f = got[0].list();
    if (f[0].u64() > static_cast<std::uint64_t>(protocol::RequestStatus::expired))
        return fail(Errc::unsupported, "request: unknown state");
    return protocol::RequestState{
        static_cast<protocol::RequestStatus>(f[0].u64()),
        f[4].address(),
        f[7].fixed<crypto::BlobAddress>(),
        UnixTime{f[5].u64()},
        UnixTime{f[3].u64()},
        UnixTime{f[6].u64()},
        f[8].fixed<Hash256>(),
        f[9].fixed<protocol::Challenge>(),
        f[10].fixed<Hash256>()};
}

Result<std::vector<OpenedRequest>> ContractViews::requests() {
    ContractReader reader(chain_, network_);
    THERIAC_TRY(
        entries,
        reader.entries(generated::kRequests, network_.deployment.requests, "RequestOpened"));
    std::vector<OpenedRequest> out;
    for (const Entry& entry : entries) {
        THERIAC_TRY(opened, reader.reference(entry.log));
        const protocol::DataRequest statement{
            entry.address_topic(2),
            entry.data[0].fixed<crypto::BlobAddress>(),
            UnixTime{entry.data[1].u64()},
            UnixTime{entry.data[2].u64()},
            UnixTime{entry.data[3].u64()},
            entry.data[4].u64()};
        out.push_back({protocol::RequestId(entry.topic(1).array()), statement, opened});
    }
    return out;
}

Result<protocol::Signed<protocol::DataRequest>> ContractViews::signed_request(
    const protocol::RequestId& id) {
    ContractReader reader(chain_, network_);
    THERIAC_TRY(
        entries,
        reader.entries(
            generated::kRequests, network_.deployment.requests, "RequestOpened", {topic_of(id)}));
    if (entries.empty())
        return fail(Errc::not_found, "request " + id.hex() + ": is not on the ledger");
    THERIAC_TRY(a, reader.arguments(entries[0].log, generated::kRequests, "open"));
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
    ContractReader reader(chain_, network_);
    THERIAC_TRY(
        entries,
        reader.entries(
            generated::kRequests, network_.deployment.requests, "RequestStarted", {topic_of(id)}));
    if (entries.empty()) return std::optional<StartedRequest>{};
    const Entry& entry = entries.back();
    THERIAC_TRY(started, reader.reference(entry.log));
    const protocol::StartCommitment commitment{
        id,
        entry.data[0].fixed<Hash256>(),
        entry.data[1].fixed<crypto::BlobAddress>(),
        entry.data[2].fixed<protocol::Challenge>(),
        entry.address_topic(2)};
    return std::optional(StartedRequest{commitment, started});
}

Result<std::optional<PostedResult>> ContractViews::result_of(const protocol::RequestId& id) {
    ContractReader reader(chain_, network_);
    THERIAC_TRY(
        entries,
        reader.entries(
            generated::kRequests, network_.deployment.requests, "ResultPosted", {topic_of(id)}));
    if (entries.empty()) return std::optional<PostedResult>{};
    THERIAC_TRY(result, read_result(reader, entries.back()));
    return std::optional(std::move(result));
}

Result<eth::Address> ContractViews::governor() {
    ContractReader reader(chain_, network_);
    THERIAC_TRY(got, reader.call(generated::kMembers, network_.deployment.members, "governor", {}));
    return got[0].address();
}

Result<protocol::MemberState> ContractViews::member(const eth::Address& address) {
    ContractReader reader(chain_, network_);
    const eth::Address& members = network_.deployment.members;
    THERIAC_TRY(got, reader.call(generated::kMembers, members, "get", {address}));
    THERIAC_TRY(key, reader.call(generated::kMembers, members, "encryptionKey", {address}));
    // Member of contracts/src/types/Member.sol.
    const Values& f = got[0].list();
    return protocol::MemberState{
        static_cast<std::uint32_t>(f[3].u64()),
        f[0].address(),
        key[0].fixed<protocol::EncryptionKey>()};
}

Result<std::uint64_t> ContractViews::registrations(const eth::Address& address) {
    ContractReader reader(chain_, network_);
    THERIAC_TRY(
        got, reader.call(generated::kMembers, network_.deployment.members, "get", {address}));
    return got[0].list()[2].u64();
}

Result<std::uint64_t> ContractViews::consent_counter(
    const eth::Address& owner, const protocol::CollectionId& collection) {
    ContractReader reader(chain_, network_);
    THERIAC_TRY(
        got,
        reader.call(
            generated::kConsent, network_.deployment.consent, "counter", {owner, collection}));
    return got[0].u64();
}

Result<std::vector<PostedBatch>> ContractViews::leaf_batches() {
    ContractReader reader(chain_, network_);
    THERIAC_TRY(
        entries,
        reader.entries(generated::kRecords, network_.deployment.records, "BatchRegistered"));
    std::vector<PostedBatch> out;
    for (const Entry& entry : entries) {
        THERIAC_TRY(batch, read_batch(reader, entry, 1));
        out.push_back(batch);
    }
    return out;
}

Result<std::vector<PostedBatch>> ContractViews::grant_batches(const protocol::RequestId& request) {
    ContractReader reader(chain_, network_);
    THERIAC_TRY(
        entries,
        reader.entries(
            generated::kConsent, network_.deployment.consent, "GrantsPosted", {topic_of(request)}));
    std::vector<PostedBatch> out;
    for (const Entry& entry : entries) {
        THERIAC_TRY(batch, read_batch(reader, entry, 2));
        out.push_back(batch);
    }
    return out;
}

Result<std::vector<RegisteredInstance>> ContractViews::instances() {
    ContractReader reader(chain_, network_);
    THERIAC_TRY(
        entries,
        reader.entries(generated::kEnclaves, network_.deployment.enclaves, "InstanceRegistered"));
    std::vector<RegisteredInstance> out;
    for (const Entry& entry : entries) {
        THERIAC_TRY(found, instance(entry.address_topic(1)));
        out.push_back(found);
    }
    return out;
}

Result<RegisteredInstance> ContractViews::instance(const eth::Address& address) {
    ContractReader reader(chain_, network_);
    THERIAC_TRY(
        got,
        reader.call(generated::kEnclaves, network_.deployment.enclaves, "getInstance", {address}));
    return read_instance(address, got[0].list());
}

Result<bool> ContractViews::is_measurement_allowed(const protocol::Measurement& measurement) {
    ContractReader reader(chain_, network_);
    THERIAC_TRY(
        got,
        reader.call(
            generated::kEnclaves, network_.deployment.enclaves, "getMeasurement", {measurement}));
    return got[0].list()[0].u64() != 0;
}

Result<std::vector<LoggedUse>> ContractViews::audit_log() {
    ContractReader reader(chain_, network_);
    THERIAC_TRY(
        entries, reader.entries(generated::kAuditLog, network_.audit_log, "AuditEntryAppended"));
    std::vector<LoggedUse> out;
    for (const Entry& entry : entries) {
        // After index and head, one word each, stands the entry; all its members are words.
        const ByteView encoded_entry = ByteView(entry.log.data).subspan(64);
        out.push_back(
            {entry.data[0].u64(),
             entry.data[1].fixed<Hash256>(),
             crypto::keccak256(encoded_entry)});
    }
    return out;
}

Result<AuditHead> ContractViews::audit_head() {
    ContractReader reader(chain_, network_);
    THERIAC_TRY(head, reader.call(generated::kAuditLog, network_.audit_log, "head", {}));
    THERIAC_TRY(count, reader.call(generated::kAuditLog, network_.audit_log, "count", {}));
    return AuditHead{head[0].fixed<Hash256>(), count[0].u64()};
}

}  // namespace theriac::client
