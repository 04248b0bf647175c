// The outbox at work: what is pending, and one step at a time towards all of it being final. Not
// safe to use from several threads; Outbox locks around it.
#pragma once

#include "outbox_store.hpp"

#include <map>

namespace theriac::ledger {

struct Event {
    std::string intent;
    Stage stage = Stage::sent;
    Hash256 hash;
};

class OutboxEngine {
public:
    OutboxEngine(
        Chain& chain,
        const crypto::SigningKey& key,
        OutboxOptions options,
        OutboxStore store,
        const eth::Address& account);

    /// Takes the pending rows from the store and the next nonce from it and the chain.
    Result<void> load();

    /// What is known of an intent: its result, or nothing while it is under way or unknown.
    ///
    /// @return Errc::conflict when the id stands for another transaction
    Result<std::optional<Result<Receipt>>> look_up(const Intent& intent);

    [[nodiscard]] bool is_pending(const std::string& id) const { return ids_.contains(id); }

    [[nodiscard]] std::size_t pending() const { return rows_.size(); }

    [[nodiscard]] std::size_t room() const {
        return options_.window - std::min(options_.window, rows_.size());
    }

    /// Signs, writes down, and sends. What cannot be is a finished result.
    Result<void> admit(std::span<const Intent> intents);

    /// Looks at the chain: finishes, sends again, replaces.
    Result<void> poll();

    /// Keeps results of this intent until each that waits has taken it or forgotten about it.
    void await(const std::string& id) { ++awaited_[id]; }

    std::optional<Result<Receipt>> take_result(const std::string& id);
    void forget(const std::string& id);

    std::vector<Event> take_events() { return std::exchange(events_, {}); }

    [[nodiscard]] const OutboxOptions& options() const { return options_; }

    [[nodiscard]] const eth::Address& account() const { return account_; }

private:
    /// A row under way.
    struct Live {
        Row row;
        std::uint64_t first_head = 0;  ///< the chain's height when it was first sent by us
        std::uint64_t sent_head = 0;   ///< and last
        int looks_without_receipt = 0;
    };

    using Rows = std::map<std::uint64_t, Live>;

    Result<Row> prepare(const Intent& intent, std::uint64_t nonce, const Fees& fees);
    Result<std::uint64_t> gas_limit_of(const Intent& intent);
    [[nodiscard]] Attempt sign(const Row& row, const Fees& fees) const;

    Result<void> send(std::span<const std::uint64_t> nonces);
    Result<void> refuse(std::uint64_t nonce, Error error);

    Result<void> notice_lost_blocks(std::uint64_t chain_nonce);
    Result<void> finish_included(std::uint64_t chain_nonce);
    Result<void> push_waiting(std::uint64_t chain_nonce);
    Result<void> raise_fees(std::uint64_t nonce);
    void settle(Live& live, const Receipt& receipt, std::vector<OutboxStore::Finish>& finished);
    Result<void> handle_lost(std::uint64_t nonce);

    void finish(const std::string& id, Result<Receipt> result);
    Result<std::optional<Result<Receipt>>> look_for_lost(const Row& row);

    Chain& chain_;
    const crypto::SigningKey& key_;
    OutboxOptions options_;
    OutboxStore store_;
    eth::Address account_;
    Rows rows_;
    std::map<std::string, std::uint64_t> ids_;  ///< of rows_
    std::uint64_t next_nonce_ = 0;
    std::uint64_t head_ = 0;
    bool lost_blocks_ = false;
    std::map<std::string, int> awaited_;  ///< by how many
    std::map<std::string, Result<Receipt>> results_;
    std::vector<Event> events_;
};

}  // namespace theriac::ledger
