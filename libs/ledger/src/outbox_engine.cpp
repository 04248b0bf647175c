#include "outbox_engine.hpp"

#include <algorithm>

namespace theriac::ledger {

namespace {

/// Osaka's limit on a transaction (EIP-7825).
constexpr std::uint64_t kMaxGas = 16'777'216;

/// The state an estimate was made on may differ from that of execution: the first touch of a
/// storage word costs 17,100 more than a later one.
constexpr std::uint64_t kGasMargin = 20'000;

/// Receipts may trail the account's nonce a little at nodes that answer from different threads.
constexpr int kLooksUntilLost = 20;

constexpr std::uint64_t kTransferGas = 21'000;

bool is_same_transaction(const Intent& a, const Intent& b) {
    return a.to == b.to && a.data == b.data && a.value == b.value;
}

CallRequest call_of(const Intent& intent, const eth::Address& from) {
    return {.from = from, .to = intent.to, .data = intent.data, .value = intent.value};
}

/// 12.5 % more and at least 1 wei: nodes ask for 10 % more on both fees.
eth::U256 raised(const eth::U256& fee) {
    const auto eighth = checked_div(fee, 8);
    THERIAC_EXPECTS(eighth.has_value());
    const auto more = checked_add(eighth->quotient, eth::U256(1));
    const auto sum = more ? checked_add(fee, *more) : more;
    return sum ? *sum : fee;
}

Error conflict_of(const Row& row) {
    return {
        Errc::conflict,
        "intent " + row.intent.id + ": its nonce " + std::to_string(row.nonce)
            + " was used by a transaction that is not ours, or whose receipt the node has lost"};
}

Error reverted_error(const Hash256& hash, const std::string& reason) {
    return {Errc::reverted, "transaction " + hash.hex() + ": " + reason};
}

}  // namespace

OutboxEngine::OutboxEngine(
    Chain& chain,
    const crypto::SigningKey& key,
    OutboxOptions options,
    OutboxStore store,
    const eth::Address& account)
    : chain_(chain), key_(key), options_(options), store_(std::move(store)), account_(account) {
    THERIAC_EXPECTS(options.window > 0);
}

Result<void> OutboxEngine::load() {
    THERIAC_TRY(head, chain_.block_number());
    head_ = head;
    THERIAC_TRY(pending, store_.pending_rows());
    for (Row& row : pending) {
        ids_[row.intent.id] = row.nonce;
        const std::uint64_t nonce = row.nonce;
        rows_.emplace(nonce, Live{.row = std::move(row), .first_head = head});
    }
    THERIAC_TRY(own, store_.next_nonce());
    THERIAC_TRY(seen, chain_.nonce(account_, At::pending()));
    next_nonce_ = std::max(own, seen);
    lost_blocks_ = true;  // so that the first poll sends everything that waits
    return {};
}

Result<std::optional<Result<Receipt>>> OutboxEngine::look_up(const Intent& intent) {
    THERIAC_TRY(row, store_.find(intent.id));
    if (!row) return std::nullopt;
    if (!is_same_transaction(row->intent, intent))
        return fail(
            Errc::conflict, "intent " + intent.id + ": was submitted with other content before");
    if (row->state == RowState::pending) return std::nullopt;
    if (row->state == RowState::reverted)
        return Result<Receipt>(fail(reverted_error(row->final_hash, row->reason)));
    if (row->state == RowState::lost) return look_for_lost(*row);
    THERIAC_TRY(receipt, chain_.receipt(row->final_hash));
    if (receipt) return Result<Receipt>(*std::move(receipt));
    THERIAC_TRY(chain_nonce, chain_.nonce(account_, At::latest()));
    if (chain_nonce > row->nonce) return Result<Receipt>(fail(conflict_of(*row)));
    THERIAC_CHECK(notice_lost_blocks(chain_nonce));
    return std::nullopt;
}

/// A node may have kept a receipt back for a while: then it is not lost after all.
Result<std::optional<Result<Receipt>>> OutboxEngine::look_for_lost(const Row& row) {
    for (const Attempt& attempt : row.attempts) {
        THERIAC_TRY(receipt, chain_.receipt(attempt.hash));
        if (!receipt || !receipt->success) continue;
        const OutboxStore::Finish found{
            .nonce = row.nonce,
            .state = RowState::succeeded,
            .hash = receipt->transaction,
            .reason = {}};
        THERIAC_CHECK(store_.finish(std::span(&found, 1)));
        return Result<Receipt>(*std::move(receipt));
    }
    return Result<Receipt>(fail(conflict_of(row)));
}

std::optional<Result<Receipt>> OutboxEngine::take_result(const std::string& id) {
    const auto found = results_.find(id);
    if (found == results_.end()) return std::nullopt;
    auto result = found->second;
    forget(id);
    return result;
}

void OutboxEngine::forget(const std::string& id) {
    const auto waiting = awaited_.find(id);
    if (waiting == awaited_.end() || --waiting->second > 0) return;
    awaited_.erase(waiting);
    results_.erase(id);
}

void OutboxEngine::finish(const std::string& id, Result<Receipt> result) {
    if (awaited_.contains(id)) results_.insert_or_assign(id, std::move(result));
}

// Admission -----------------------------------------------------------------------------------

Result<std::uint64_t> OutboxEngine::gas_limit_of(const Intent& intent) {
    if (intent.gas_limit) return *intent.gas_limit;
    THERIAC_TRY(estimate, chain_.estimate_gas(call_of(intent, account_)));
    if (estimate > kMaxGas)
        return fail(
            Errc::too_large,
            "intent " + intent.id + ": needs " + std::to_string(estimate)
                + " gas, a transaction may use " + std::to_string(kMaxGas));
    return std::min(kMaxGas, estimate + (estimate / 5) + kGasMargin);
}

Attempt OutboxEngine::sign(const Row& row, const Fees& fees) const {
    const eth::SignedTransaction made = eth::sign(
        eth::Transaction{
            .chain_id = chain_.id(),
            .nonce = row.nonce,
            .max_priority_fee_per_gas = fees.priority_fee,
            .max_fee_per_gas = fees.max_fee,
            .gas_limit = row.gas_limit,
            .to = row.intent.to,
            .value = row.intent.value,
            .data = row.intent.data,
            .access_list = {}},
        key_);
    return {.hash = made.hash, .raw = made.raw, .fees = fees};
}

Result<Row> OutboxEngine::prepare(const Intent& intent, std::uint64_t nonce, const Fees& fees) {
    THERIAC_TRY(gas_limit, gas_limit_of(intent));
    Row row{.intent = intent, .nonce = nonce, .gas_limit = gas_limit};
    row.attempts.push_back(sign(row, fees));
    return row;
}

Result<void> OutboxEngine::admit(std::span<const Intent> intents) {
    if (intents.empty()) return {};
    THERIAC_TRY(fees, chain_.suggest_fees(options_.fees));
    std::vector<Row> rows;
    for (const Intent& intent : intents) {
        auto row = prepare(intent, next_nonce_ + rows.size(), fees);
        if (row)
            rows.push_back(*std::move(row));
        else if (row.error().code == Errc::unavailable || row.error().code == Errc::timeout)
            return fail(std::move(row).error());  // nothing was written: all may be tried again
        else
            finish(intent.id, fail(std::move(row).error()));
    }
    THERIAC_CHECK(store_.insert(rows));  // from here on they will not be lost
    std::vector<std::uint64_t> nonces;
    for (Row& row : rows) {
        ids_[row.intent.id] = row.nonce;
        nonces.push_back(row.nonce);
        const std::uint64_t nonce = row.nonce;
        rows_.emplace(nonce, Live{.row = std::move(row), .first_head = head_});
    }
    next_nonce_ += nonces.size();
    return send(nonces);
}

// Sending -------------------------------------------------------------------------------------

Result<void> OutboxEngine::send(std::span<const std::uint64_t> nonces) {
    if (nonces.empty()) return {};
    std::vector<Bytes> raws;
    for (const std::uint64_t nonce : nonces)
        raws.push_back(rows_.at(nonce).row.attempts.back().raw);
    THERIAC_TRY(outcomes, chain_.send_raw(raws));
    // From the last one: what is refused at the end of the queue can simply be forgotten.
    for (std::size_t i = nonces.size(); i-- > 0;) {
        Live& live = rows_.at(nonces[i]);
        live.sent_head = head_;
        if (!outcomes[i]) {
            THERIAC_CHECK(refuse(nonces[i], outcomes[i].error()));
            continue;
        }
        if (*outcomes[i] == SendOutcome::accepted)
            events_.push_back(
                {.intent = live.row.intent.id,
                 .stage = Stage::sent,
                 .hash = live.row.attempts.back().hash});
    }
    return {};
}

/// The node will never take it. Its nonce must not stay unused, or nothing after it would ever be
/// executed: the last nonce is given back, another is used up by sending nothing to ourselves.
Result<void> OutboxEngine::refuse(std::uint64_t nonce, Error error) {
    Live live = rows_.at(nonce);
    finish(live.row.intent.id, fail(std::move(error)));
    // It was acknowledged once: never dropped, but sent again until it is taken.
    if (live.row.reason == kWasFinal) return {};
    ids_.erase(live.row.intent.id);
    const bool was_replaced = live.row.attempts.size() > 1;  // an earlier form may yet be executed
    if (nonce + 1 == next_nonce_ && !was_replaced) {
        THERIAC_CHECK(store_.remove(nonce));
        rows_.erase(nonce);
        --next_nonce_;
        return {};
    }
    live.row.intent =
        Intent{.id = "unused nonce " + std::to_string(nonce), .to = account_, .data = {}};
    live.row.gas_limit = kTransferGas;
    live.row.attempts = {sign(live.row, live.row.attempts.back().fees)};
    THERIAC_CHECK(store_.replace(nonce, live.row));
    ids_[live.row.intent.id] = nonce;
    rows_.at(nonce) = std::move(live);
    rows_.at(nonce).sent_head = 0;  // to be sent at the next poll
    return {};
}

// Following -----------------------------------------------------------------------------------

Result<void> OutboxEngine::poll() {
    THERIAC_TRY(head, chain_.block_number());
    if (head < head_) lost_blocks_ = true;
    head_ = head;
    THERIAC_TRY(chain_nonce, chain_.nonce(account_, At::latest()));
    THERIAC_CHECK(notice_lost_blocks(chain_nonce));
    THERIAC_CHECK(finish_included(chain_nonce));
    return push_waiting(chain_nonce);
}

/// The account's nonce is below that of a transaction that was final: the node has lost blocks.
Result<void> OutboxEngine::notice_lost_blocks(std::uint64_t chain_nonce) {
    const std::uint64_t first_pending = rows_.empty() ? next_nonce_ : rows_.begin()->first;
    if (chain_nonce >= first_pending) return {};
    lost_blocks_ = true;
    THERIAC_CHECK(store_.reopen_from(chain_nonce));
    THERIAC_TRY(pending, store_.pending_rows());
    for (Row& row : pending) {
        ids_[row.intent.id] = row.nonce;
        const std::uint64_t nonce = row.nonce;
        rows_.try_emplace(nonce, Live{.row = std::move(row), .first_head = head_});
    }
    return {};
}

Result<void> OutboxEngine::finish_included(std::uint64_t chain_nonce) {
    std::vector<Hash256> hashes;
    std::vector<std::uint64_t> owners;
    for (auto it = rows_.begin(); it != rows_.end() && it->first < chain_nonce; ++it) {
        for (const Attempt& attempt : it->second.row.attempts) {
            hashes.push_back(attempt.hash);
            owners.push_back(it->first);
        }
    }
    if (hashes.empty()) return {};
    THERIAC_TRY(receipts, chain_.receipts(hashes));
    std::map<std::uint64_t, const Receipt*> found;
    for (std::size_t i = 0; i < receipts.size(); ++i) {
        const auto place = found.try_emplace(owners[i], nullptr).first;
        if (receipts[i]) place->second = &*receipts[i];
    }
    std::vector<OutboxStore::Finish> finished;
    std::vector<std::uint64_t> lost;
    for (const auto& [nonce, receipt] : found) {
        Live& live = rows_.at(nonce);
        if (receipt != nullptr)
            settle(live, *receipt, finished);
        else if (++live.looks_without_receipt >= kLooksUntilLost)
            lost.push_back(nonce);
    }
    THERIAC_CHECK(store_.finish(finished));
    for (const OutboxStore::Finish& one : finished) {
        ids_.erase(rows_.at(one.nonce).row.intent.id);
        rows_.erase(one.nonce);
    }
    for (const std::uint64_t nonce : lost)
        THERIAC_CHECK(handle_lost(nonce));
    return {};
}

void OutboxEngine::settle(
    Live& live, const Receipt& receipt, std::vector<OutboxStore::Finish>& finished) {
    live.looks_without_receipt = 0;
    if (head_ < receipt.block.number + options_.finality_depth) return;
    const Row& row = live.row;
    OutboxStore::Finish one{
        .nonce = row.nonce,
        .state = RowState::succeeded,
        .hash = receipt.transaction,
        .reason = {}};
    if (!receipt.success) {
        one.state = RowState::reverted;
        one.reason = chain_.revert_reason(call_of(row.intent, account_), receipt);
    }
    events_.push_back(
        {.intent = row.intent.id, .stage = Stage::final, .hash = receipt.transaction});
    if (receipt.success)
        finish(row.intent.id, receipt);
    else
        finish(row.intent.id, fail(reverted_error(receipt.transaction, one.reason)));
    finished.push_back(std::move(one));
}

Result<void> OutboxEngine::handle_lost(std::uint64_t nonce) {
    Row row = rows_.at(nonce).row;
    if (row.intent.if_lost == IfLost::report) {
        const OutboxStore::Finish lost{
            .nonce = nonce, .state = RowState::lost, .hash = {}, .reason = "lost"};
        THERIAC_CHECK(store_.finish(std::span(&lost, 1)));
        finish(row.intent.id, fail(conflict_of(row)));
        ids_.erase(row.intent.id);
        rows_.erase(nonce);
        return {};
    }
    THERIAC_TRY(seen, chain_.nonce(account_, At::pending()));
    next_nonce_ = std::max(next_nonce_, seen);
    row.nonce = next_nonce_;
    THERIAC_TRY(fees, chain_.suggest_fees(options_.fees));
    row.attempts = {sign(row, fees)};
    THERIAC_CHECK(store_.replace(nonce, row));
    ++next_nonce_;
    rows_.erase(nonce);
    const std::uint64_t moved = row.nonce;
    ids_[row.intent.id] = moved;
    rows_.emplace(moved, Live{.row = std::move(row), .first_head = head_});
    return send(std::span(&moved, 1));
}

Result<void> OutboxEngine::push_waiting(std::uint64_t chain_nonce) {
    // Only the first in line can be stuck because of its own fees.
    const auto first = rows_.lower_bound(chain_nonce);
    if (first != rows_.end() && head_ >= first->second.first_head + options_.replace_after)
        THERIAC_CHECK(raise_fees(first->first));
    std::vector<std::uint64_t> again;
    for (auto it = rows_.lower_bound(chain_nonce); it != rows_.end(); ++it) {
        const Live& live = it->second;
        if (lost_blocks_ || head_ >= live.sent_head + options_.resend_after)
            again.push_back(it->first);
    }
    THERIAC_CHECK(send(again));
    lost_blocks_ = false;
    return {};
}

Result<void> OutboxEngine::raise_fees(std::uint64_t nonce) {
    Live& live = rows_.at(nonce);
    live.first_head = head_;
    THERIAC_TRY(now, chain_.suggest_fees(options_.fees));
    const Fees& before = live.row.attempts.back().fees;
    const Fees fees{
        .max_fee = std::max(raised(before.max_fee), now.max_fee),
        .priority_fee = std::max(raised(before.priority_fee), now.priority_fee)};
    const Attempt attempt = sign(live.row, fees);
    THERIAC_CHECK(store_.add_attempt(nonce, attempt));
    live.row.attempts.push_back(attempt);
    live.sent_head = 0;  // sent below with whatever else waits
    return {};
}

}  // namespace theriac::ledger
