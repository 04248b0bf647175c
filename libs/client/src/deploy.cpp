#include "theriac/client/deploy.hpp"

#include "theriac/ledger/contract.hpp"

namespace theriac::client {

namespace {

using eth::abi::Values;
using ledger::At;
namespace generated = ledger::contracts;

class Deployer {
public:
    Deployer(
        ledger::Outbox& outbox, std::string_view name, const net::StopFlag& stop, Deployed& out)
        : outbox_(&outbox), name_(name), stop_(&stop), out_(&out) {}

    Result<eth::Address> deploy(const generated::Contract& contract, const Values& arguments) {
        THERIAC_TRY(
            intent,
            ledger::deployment(
                "deploy:" + name_ + ":" + std::string(contract.name), contract, arguments));
        THERIAC_TRY(receipt, outbox_->submit(intent, stop_));
        if (!receipt.contract)
            return fail(Errc::internal, "deploying: the receipt names no contract");
        out_->contracts.push_back(
            {std::string(contract.name), *receipt.contract, receipt.transaction, receipt.gas_used});
        if (out_->first_block == 0) out_->first_block = receipt.block.number;
        return *receipt.contract;
    }

private:
    ledger::Outbox* outbox_;
    std::string name_;
    const net::StopFlag* stop_;
    Deployed* out_;
};

Result<eth::Address> read_audit_log(ledger::Chain& chain, const eth::Address& requests) {
    const ledger::Contract contract(generated::kRequests, requests);
    THERIAC_TRY(values, contract.view(chain, "auditLog()", {}, At::latest()));
    return values[0].address();
}

}  // namespace

Result<Deployed> deploy_contracts(
    ledger::Chain& chain,
    ledger::Outbox& outbox,
    const eth::Address& governor,
    std::string_view name,
    std::uint32_t quorum,
    const net::StopFlag& stop) {
    Deployed out;
    Deployer deployer(outbox, name, stop, out);
    THERIAC_TRY(members, deployer.deploy(generated::kMembers, {governor}));
    THERIAC_TRY(records, deployer.deploy(generated::kRecords, {members}));
    THERIAC_TRY(consent, deployer.deploy(generated::kConsent, {members}));
    THERIAC_TRY(enclaves, deployer.deploy(generated::kEnclaves, {members}));
    THERIAC_TRY(requests, deployer.deploy(generated::kRequests, {members, enclaves, quorum}));
    THERIAC_TRY(
        directory,
        deployer.deploy(generated::kDirectory, {members, records, consent, enclaves, requests}));
    THERIAC_TRY(audit_log, read_audit_log(chain, requests));
    THERIAC_TRY(genesis, chain.block(At::block(0)));
    out.deployment = {chain.id(), members, records, consent, enclaves, requests};
    out.directory = directory;
    out.audit_log = audit_log;
    out.genesis = genesis.id.hash;
    return out;
}

}  // namespace theriac::client
