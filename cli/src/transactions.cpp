#include "transactions.hpp"

#include "unfinished.hpp"

namespace theriac::cli {

namespace {

Result<ledger::Outbox> open_outbox(const OpenProfile& open) {
    const crypto::SigningKey* account = open.keys().signer.account();
    if (account == nullptr)
        return fail(
            Errc::unsupported,
            "profile " + open.profile().directory().string()
                + ": signs by RSA-PSS, and the ledger takes transactions of secp256k1 accounts "
                  "alone; use the profile of a secp256k1 account for what pays");
    return ledger::Outbox::open(
        open.profile().directory() / "outbox.sqlite", open.views().chain(), *account);
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

Unfinished unfinished_of(const OpenProfile& open) {
    return Unfinished(open.profile().directory() / "unfinished");
}

// What sends coins changes nothing that a repetition could look up first, as a role can be.
bool is_remembered(const Payment& payment) {
    return payment.value != eth::U256(0);
}

// An outbox sends one transaction for each name. A repetition after a crash must be the same: where
// coins are sent it finds the name that was written down, elsewhere the account's nonce tells it.
// Doing it again after the outcome was told must be another.
Result<std::vector<ledger::Intent>> name_all(
    Unfinished& unfinished, std::span<const Payment> payments, std::uint64_t nonce) {
    SystemEntropy entropy;
    std::vector<ledger::Intent> out;
    for (const Payment& payment : payments) {
        std::string id = payment.what + " @" + std::to_string(nonce);
        if (is_remembered(payment)) {
            THERIAC_TRY(name, unfinished.name_of(payment, entropy));
            id = std::move(name);
        }
        out.push_back(
            {.id = std::move(id), .to = payment.to, .data = payment.data, .value = payment.value});
    }
    return out;
}

// Whether the transaction may be executed after all, so that it must keep its name.
bool may_still_come(const Error& error) {
    return error.code != Errc::reverted && error.code != Errc::denied;
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
    Unfinished unfinished = unfinished_of(open);
    THERIAC_TRY(nonce, open.views().chain().nonce(outbox.account(), ledger::At::latest()));
    THERIAC_TRY(intents, name_all(unfinished, payments, nonce));
    auto receipts = outbox.submit_all(intents, &runtime.stop);
    for (std::size_t i = 0; i < receipts.size(); ++i) {
        if (receipts[i] || !is_remembered(payments[i]) || may_still_come(receipts[i].error()))
            continue;
        THERIAC_CHECK(unfinished.forget(payments[i]));
    }
    for (std::size_t i = 0; i < receipts.size(); ++i) {
        if (!receipts[i])
            return fail(with_context(payments[i].what, std::move(receipts[i]).error()));
        out.push_back(*std::move(receipts[i]));
    }
    return out;
}

Result<void> told(const OpenProfile& open, std::span<const Payment> payments) {
    Unfinished unfinished = unfinished_of(open);
    for (const Payment& payment : payments)
        if (is_remembered(payment)) THERIAC_CHECK(unfinished.forget(payment));
    return {};
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
    return told(open, payments);
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
