// theriac owner: taking part.
#include "command.hpp"

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
            + ", roles " + std::to_string(member.roles)
            + (vouched ? ", counts towards a cohort"
                       : ", does not count towards a cohort: no institution vouches"),
        json::Value::object({
            {"address", profile.address().hex()},
            {"registered", registered},
            {"roles", member.roles},
            {"vouched_for", vouched},
            {"encryption_key", member.encryption_key.hex()},
        }));
    return {};
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
}

}  // namespace theriac::cli
