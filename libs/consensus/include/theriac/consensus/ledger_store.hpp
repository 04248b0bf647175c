// Ledgers of the RPCA model: what was agreed, applied in an order that nobody chooses.
#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

namespace theriac::consensus {

using TransactionId = std::uint32_t;

/// Ascending, each once.
using TransactionSet = std::vector<TransactionId>;

/// A ledger by its content: what it follows and what it applied.
using LedgerHash = std::uint64_t;

/// A transaction of the workload.
struct Transaction {
    std::uint32_t period = 0;    ///< in which it is first submitted
    std::uint32_t conflict = 0;  ///< double-spends share a number; 0: none
    bool fraudulent = false;     ///< known to colluders alone, who want it confirmed
};

/// Closed ledgers by hash. In a network a node asks its peers for a ledger it lacks and checks its
/// hash; the model lets it look it up. Grows only, and its content does not depend on the order in
/// which ledgers come.
class LedgerStore {
public:
    struct Ledger {
        LedgerHash previous = 0;
        std::uint32_t sequence = 0;
        TransactionSet consumed;  ///< all that were in the agreed set, applied or failed
        TransactionSet applied;   ///< without the later of each double-spend
    };

    static constexpr LedgerHash kGenesis = 1;

    /// Applies `agreed` on top of `previous` in canonical order: by a hash of the transaction, so
    /// that nobody can choose which of two double-spends comes first by choosing numbers.
    LedgerHash close(
        LedgerHash previous, const TransactionSet& agreed, std::span<const Transaction> workload);

    [[nodiscard]] const Ledger* find(LedgerHash hash) const;

    /// Of the genesis ledger, and of one that was never closed: 0.
    [[nodiscard]] std::uint32_t sequence(LedgerHash hash) const;

    /// The ledger with this number on the way from `hash` back to the genesis ledger; `hash` itself
    /// where it comes before.
    [[nodiscard]] LedgerHash ancestor_at(LedgerHash hash, std::uint32_t sequence) const;

private:
    std::unordered_map<LedgerHash, Ledger> ledgers_;
};

}  // namespace theriac::consensus
