// theriac owner: taking part.
#include "theriac/client/administration.hpp"

#include "roles.hpp"
#include "transactions.hpp"

namespace theriac::cli {

namespace {

Result<void> register_owner(Runtime& runtime, const NoOptions&) {
    THERIAC_TRY(open, OpenProfile::open(runtime.common, runtime.stop));
    client::Session session = open->session();
    THERIAC_TRY(ticket, client::register_member(session));
    runtime.output().both(
        "registered " + open->profile().address().hex() + ": " + to_text(ticket), to_json(ticket));
    return {};
}

Result<void> show(Runtime& runtime, const NoOptions&) {
    THERIAC_TRY(profile, open_public(runtime.common));
    THERIAC_TRY(network, profile.network());
    THERIAC_TRY(views, client::ContractViews::connect(network));
    THERIAC_TRY(member, views.member(profile.address()));
    THERIAC_TRY(voucher, views.member(member.voucher));
    const bool vouched = member.is_vouched_for(voucher.roles);
    const bool registered = !member.encryption_key.is_zero();
    runtime.output().both(
        profile.address().hex() + (registered ? " is registered" : " is not registered")
            + ", roles: " + role_names(member.roles)
            + (vouched ? "; counts towards a minimum of owners"
                       : "; does not count towards a minimum of owners: no institution vouches"),
        json::Value::object({
            {"address", profile.address().hex()},
            {"registered", registered},
            {"roles", member.roles},
            {"vouched_for", vouched},
            {"voucher", member.voucher.hex()},
            {"encryption_key", member.encryption_key.hex()},
        }));
    return {};
}

struct OwnerOptions {
    std::vector<std::string> owners;
};

// `check` makes the call for one owner, or says why there is none to make.
using Check = Result<client::ContractCall> (client::Administration::*)(const eth::Address&);

Result<void> for_each_owner(
    Runtime& runtime, const OwnerOptions& options, std::string_view what, Check check) {
    std::vector<eth::Address> owners;
    for (const std::string& text : options.owners) {
        THERIAC_TRY(owner, eth::parse_address(text));
        owners.push_back(owner);
    }
    THERIAC_TRY(open, OpenProfile::open(runtime.common, runtime.stop));
    client::Administration administration(open->views(), open->profile().address());
    std::vector<Payment> payments;
    for (const eth::Address& owner : owners) {
        THERIAC_TRY(call, (administration.*check)(owner));
        payments.push_back(paid(std::string(what) + " " + owner.hex(), std::move(call)));
    }
    return send_and_tell(runtime, *open, payments);
}

Result<void> vouch(Runtime& runtime, const OwnerOptions& options) {
    return for_each_owner(runtime, options, "vouch for", &client::Administration::vouch);
}

Result<void> withdraw_vouch(Runtime& runtime, const OwnerOptions& options) {
    return for_each_owner(
        runtime, options, "vouch no more for", &client::Administration::withdraw_vouch);
}

}  // namespace

void add_owner_commands(CLI::App& app, Runtime& runtime) {
    CLI::App* group = app.add_subcommand("owner", "Take part as an owner of records");
    group->require_subcommand(1);
    declare<NoOptions>(
        *group,
        runtime,
        {"register",
         "Register account and encryption key with the ledger, through the relayer",
         "theriac owner register --profile hospital-a --password-file password"},
        register_owner);
    declare<NoOptions>(
        *group,
        runtime,
        {"show",
         "What the ledger knows of this owner",
         "theriac owner show --profile hospital-a",
         Needs::profile},
        show);
    const auto vouched = declare<OwnerOptions>(
        *group,
        runtime,
        {"vouch",
         "Confirm, as a hospital, that a distinct person stands behind each address",
         "theriac owner vouch --profile hospital-a 0x5aAe…"},
        vouch);
    vouched.command->add_option("owners", vouched.options->owners, "ADDRESS")->required();
    const auto withdrawn = declare<OwnerOptions>(
        *group,
        runtime,
        {"withdraw-vouch",
         "Take back what `vouch` said",
         "theriac owner withdraw-vouch --profile hospital-a 0x5aAe…"},
        withdraw_vouch);
    withdrawn.command->add_option("owners", withdrawn.options->owners, "ADDRESS")->required();
}

}  // namespace theriac::cli
