#include "theriac/consensus/rpca.hpp"

#include <map>

namespace theriac::consensus {

namespace {

/// What the members of a list say of the children of one ledger.
struct Support {
    LedgerHash best = 0;  ///< 0: no child has any
    std::uint64_t lead = 0;
    std::uint64_t uncommitted =
        0;  ///< members that have validated nothing so high, or not yet here
};

Support support_of(
    const LedgerStore& ledgers, LedgerHash parent, std::span<const LedgerHash> latest) {
    const std::uint32_t sequence = ledgers.sequence(parent) + 1;
    std::map<LedgerHash, std::uint64_t> children;
    Support out;
    for (const LedgerHash ledger : latest) {
        if (ledgers.sequence(ledger) < sequence) {
            ++out.uncommitted;
            continue;
        }
        const LedgerHash child = ledgers.ancestor_at(ledger, sequence);
        if (ledgers.find(child)->previous == parent) ++children[child];
    }
    std::uint64_t most = 0;
    std::uint64_t second = 0;
    for (const auto& [child, votes] : children) {
        // Ascending by hash: of equals the last stays.
        second = votes >= most ? most : std::max(second, votes);
        if (votes < most) continue;
        most = votes;
        out.best = child;
    }
    const bool tie = most == second;
    out.lead = most - second + (tie ? 1U : 0U);
    return out;
}

}  // namespace

LedgerHash preferred_branch(
    const LedgerStore& ledgers, LedgerHash last_closed, std::span<const LedgerHash> latest) {
    LedgerHash at = last_closed;
    for (;;) {
        const Support support = support_of(ledgers, at, latest);
        const bool sure = support.uncommitted == 0 || support.lead > support.uncommitted;
        if (support.best == 0 || !sure) return at;
        at = support.best;
    }
}

}  // namespace theriac::consensus
