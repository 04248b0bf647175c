#include "theriac/consensus/ledger_store.hpp"

#include "theriac/consensus/random.hpp"

#include <algorithm>

namespace theriac::consensus {

namespace {

std::uint64_t canonical_key(TransactionId id) {
    return combine(0x7478, id);
}

LedgerHash hash_of(const LedgerStore::Ledger& ledger) {
    LedgerHash out = combine(ledger.previous, ledger.sequence);
    // What was applied follows from what was agreed.
    out = combine(out, ledger.consumed.size());
    for (const TransactionId id : ledger.consumed)
        out = combine(out, id);
    return out;
}

}  // namespace

LedgerHash LedgerStore::close(
    LedgerHash previous, const TransactionSet& agreed, std::span<const Transaction> workload) {
    const Ledger* parent = find(previous);
    Ledger ledger{previous, parent == nullptr ? 1 : parent->sequence + 1, agreed, agreed};
    std::ranges::sort(ledger.applied, {}, canonical_key);
    std::vector<std::uint32_t> spent;
    std::erase_if(ledger.applied, [&](TransactionId id) {
        const std::uint32_t conflict = workload[id].conflict;
        if (conflict == 0) return false;
        if (std::ranges::find(spent, conflict) != spent.end()) return true;
        spent.push_back(conflict);
        return false;
    });
    const LedgerHash hash = hash_of(ledger);
    ledgers_.try_emplace(hash, std::move(ledger));
    return hash;
}

const LedgerStore::Ledger* LedgerStore::find(LedgerHash hash) const {
    const auto found = ledgers_.find(hash);
    return found == ledgers_.end() ? nullptr : &found->second;
}

std::uint32_t LedgerStore::sequence(LedgerHash hash) const {
    const Ledger* found = find(hash);
    return found == nullptr ? 0 : found->sequence;
}

LedgerHash LedgerStore::ancestor_at(LedgerHash hash, std::uint32_t sequence) const {
    for (const Ledger* at = find(hash); at != nullptr && at->sequence > sequence; at = find(hash))
        hash = at->previous;
    return hash;
}

}  // namespace theriac::consensus
