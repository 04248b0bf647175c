// theriac network grant-role, revoke-role, fund: the governor's daily work.
#include "theriac/client/administration.hpp"
#include "theriac/protocol/chain_state.hpp"

#include "roles.hpp"
#include "transactions.hpp"

namespace theriac::cli {

namespace {

using json::Value;

struct RoleOptions {
    std::vector<std::string> roles;
};

struct NamedRole {
    std::string text;
    eth::Address member;
    std::uint32_t role = 0;
};

Result<std::vector<NamedRole>> parse_roles(const RoleOptions& options) {
    std::vector<NamedRole> out;
    for (const std::string& text : options.roles) {
        const std::size_t at = text.find('=');
        if (at == std::string::npos)
            return fail(Errc::invalid_argument, "expected ADDRESS=ROLE, got \"" + text + "\"");
        THERIAC_TRY(member, eth::parse_address(std::string_view(text).substr(0, at)));
        THERIAC_TRY(role, parse_role(std::string_view(text).substr(at + 1)));
        out.push_back({text, member, role});
    }
    return out;
}

Result<void> grant_roles(Runtime& runtime, const RoleOptions& options) {
    THERIAC_TRY(roles, parse_roles(options));
    THERIAC_TRY(open, OpenProfile::open(runtime.common, runtime.stop));
    client::Administration administration(open->views(), open->profile().address());
    std::vector<Payment> payments;
    Value::Array rows;
    for (const NamedRole& one : roles) {
        THERIAC_TRY(call, administration.grant_roles(one.member, one.role));
        if (call) {
            payments.push_back(paid("grant " + one.text, *std::move(call)));
            continue;
        }
        runtime.output().line(one.text + ": has it already");
        rows.push_back(Value::object({{"grant", one.text}}));
    }
    THERIAC_TRY(receipts, send(runtime, *open, payments));
    for (std::size_t i = 0; i < receipts.size(); ++i) {
        runtime.output().line(payments[i].what + ": " + to_text(receipts[i]));
        Value row = to_json(receipts[i]);
        row.set("grant", payments[i].what.substr(std::string_view("grant ").size()));
        rows.push_back(std::move(row));
    }
    runtime.output().result(Value(std::move(rows)));
    return {};
}

Result<void> revoke_roles(Runtime& runtime, const RoleOptions& options) {
    THERIAC_TRY(roles, parse_roles(options));
    THERIAC_TRY(open, OpenProfile::open(runtime.common, runtime.stop));
    client::Administration administration(open->views(), open->profile().address());
    std::vector<Payment> payments;
    for (const NamedRole& one : roles) {
        auto call = administration.revoke_roles(one.member, one.role);
        if (!call) return fail(with_context(one.text, std::move(call).error()));
        payments.push_back(paid("revoke " + one.text, *std::move(call)));
    }
    return send_and_tell(runtime, *open, payments);
}

struct FundOptions {
    std::vector<std::string> accounts;
    std::string coins = "1";
};

Result<void> fund(Runtime& runtime, const FundOptions& options) {
    const auto wei = eth::U256::from_decimal(options.coins + std::string(18, '0'));
    if (!wei || *wei == eth::U256(0))
        return fail(
            Errc::invalid_argument,
            "--coins: expected a whole number above 0, got \"" + options.coins + "\"");
    std::vector<Payment> payments;
    for (const std::string& text : options.accounts) {
        THERIAC_TRY(account, eth::parse_address(text));
        payments.push_back(
            {.what = "send " + options.coins + " to " + text, .to = account, .value = *wei});
    }
    THERIAC_TRY(open, OpenProfile::open(runtime.common, runtime.stop));
    return send_and_tell(runtime, *open, payments);
}

}  // namespace

void add_role_commands(CLI::App& network, Runtime& runtime) {
    const auto granted = declare<RoleOptions>(
        network,
        runtime,
        {"grant-role",
         "Give members roles, as governor",
         "theriac network grant-role --profile governor 0xAb58…=hospital 0x5aAe…=researcher"},
        grant_roles);
    granted.command->add_option("roles", granted.options->roles, "ADDRESS=ROLE")->required();
    const auto revoked = declare<RoleOptions>(
        network,
        runtime,
        {"revoke-role",
         "Take roles away from members, as governor",
         "theriac network revoke-role --profile governor 0xAb58…=hospital"},
        revoke_roles);
    revoked.command->add_option("roles", revoked.options->roles, "ADDRESS=ROLE")->required();
    const auto funded = declare<FundOptions>(
        network,
        runtime,
        {"fund",
         "Send coins to accounts that pay for transactions of their own; again each time it is "
         "run, but once when a run was killed",
         "theriac network fund --profile governor --coins 1 0xAb58… 0x5aAe…"},
        fund);
    funded.command->add_option("accounts", funded.options->accounts, "ADDRESS")->required();
    funded.command->add_option("--coins", funded.options->coins, "How many each; a whole number");
}

}  // namespace theriac::cli
