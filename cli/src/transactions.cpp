#include "transactions.hpp"

namespace theriac::cli {

namespace {

Result<ledger::Outbox> open_outbox(const OpenProfile& open) {
    return ledger::Outbox::open(
        open.profile().directory() / "outbox.sqlite", open.views().chain(), open.keys().account);
}

// A node's own words for it differ, and none says what to do.
Result<void> require_coins(const OpenProfile& open) {
    const eth::Address& account = open.profile().address();
    THERIAC_TRY(balance, open.views().chain().balance(account, ledger::At::latest()));
    if (balance != eth::U256(0)) return {};
    THERIAC_TRY(fees, open.views().chain().suggest_fees(ledger::FeePolicy::dynamic));
    if (fees.max_fee == eth::U256(0)) return {};
    return fail(
        Errc::denied,
        account.hex()
            + " has no coins to pay a transaction with; who has some can send them with `theriac network fund`");
}

// An outbox sends one transaction for each name. The account's nonce tells a repetition after a
// crash, which must be the same, from doing it again later, which must be another.
std::vector<ledger::Intent> name_all(std::span<const Payment> payments, std::uint64_t nonce) {
    std::vector<ledger::Intent> out;
    for (const Payment& payment : payments)
        out.push_back(
            {.id = payment.what + " @" + std::to_string(nonce),
             .to = payment.to,
             .data = payment.data,
             .value = payment.value});
    return out;
}

}  // namespace

Payment paid(std::string what, client::ContractCall call) {
    return {.what = std::move(what), .to = call.to, .data = std::move(call.data)};
}

Result<std::vector<ledger::Receipt>> send(
    Runtime& runtime, const OpenProfile& open, std::span<const Payment> payments) {
    std::vector<ledger::Receipt> out;
    if (payments.empty()) return out;
    THERIAC_CHECK(require_coins(open));
    THERIAC_TRY(outbox, open_outbox(open));
    THERIAC_TRY(nonce, open.views().chain().nonce(outbox.account(), ledger::At::latest()));
    auto receipts = outbox.submit_all(name_all(payments, nonce), &runtime.stop);
    for (std::size_t i = 0; i < receipts.size(); ++i) {
        if (!receipts[i])
            return fail(with_context(payments[i].what, std::move(receipts[i]).error()));
        out.push_back(*std::move(receipts[i]));
    }
    return out;
}

Result<void> send_and_tell(
    Runtime& runtime, const OpenProfile& open, std::span<const Payment> payments) {
    THERIAC_TRY(receipts, send(runtime, open, payments));
    json::Value::Array rows;
    for (std::size_t i = 0; i < receipts.size(); ++i) {
        runtime.output().line(payments[i].what + ": " + to_text(receipts[i]));
        json::Value row = to_json(receipts[i]);
        row.set("what", payments[i].what);
        rows.push_back(std::move(row));
    }
    runtime.output().result(json::Value(std::move(rows)));
    return {};
}

json::Value to_json(const ledger::Receipt& receipt) {
    return json::Value::object({
        {"transaction", receipt.transaction.hex()},
        {"block", receipt.block.number},
        {"gas", receipt.gas_used},
    });
}

std::string to_text(const ledger::Receipt& receipt) {
    return "transaction " + receipt.transaction.hex() + ", block "
           + std::to_string(receipt.block.number) + ", gas " + std::to_string(receipt.gas_used);
}

}  // namespace theriac::cli
