// The Ripple paper's closed forms, and what later analysis says of them.
//
// Schwartz, Youngs, Britto: The Ripple Protocol Consensus Algorithm, Ripple Labs 2014.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace theriac::consensus {

/// How many colluders count as tolerable in the sum of equation 2. The paper prints ceil((n-1)/5)
/// as upper end and states (n-1)/5 as bound; they differ unless 5 divides n-1.
enum class Tolerance : std::uint8_t {
    bound,    ///< the bound as stated: at most floor((n-1)/5) colluders
    printed,  ///< the sum as printed: up to ceil((n-1)/5)
    quorum,   ///< what a quorum of "at least 80 %" gives: at most floor(n/5)
};

/// The number of colluders that a trust list of `n` nodes tolerates; `n` above zero.
std::uint64_t tolerable(std::uint64_t n, Tolerance tolerance);

/// The paper's second bound: below (4n+1)/5 colluders no fraudulent transaction is confirmed.
std::uint64_t fraud_needs(std::uint64_t n);

/// P[X <= k] for X binomial with `n` trials of probability `p`; k may exceed n.
double binomial_cdf(std::uint64_t k, std::uint64_t n, double p);

/// Equation 2: the probability that at most `tolerable` nodes of a list of `n` collude, when each
/// does so with probability `p`.
double correctness(std::uint64_t n, double p, Tolerance tolerance);

/// P[X <= k] for a sum of independent trials with different probabilities (Poisson's binomial),
/// exactly by dynamic programming. For lists whose members differ.
double poisson_binomial_cdf(std::uint64_t k, std::span<const double> probabilities);

/// Equation 3: whether two lists of these sizes, with `common` members in both, satisfy the paper's
/// condition against forks, common >= max(a, b) / 5.
bool satisfies_equation_3(std::uint64_t a, std::uint64_t b, std::uint64_t common);

/// The number of votes of `n` that is at least `percent` of them.
constexpr std::uint64_t votes_needed(std::uint64_t n, std::uint64_t percent) {
    return (n * percent + 99) / 100;
}

/// Two trust lists, and how many members that are in both lie, that is, validate both ledgers.
struct ListPair {
    std::uint64_t a = 0;       ///< size of the first list
    std::uint64_t b = 0;       ///< size of the second
    std::uint64_t common = 0;  ///< members of both
    std::uint64_t liars = 0;   ///< of the common members

    bool operator==(const ListPair&) const = default;
};

/// Whether one ledger forks with no more than bad luck: those outside the intersection all on their
/// own side, each honest common member on one of the two, each liar on both, and both sides reach a
/// quorum of `percent`. Exact for one ledger, of which who is honest validates one version.
bool can_fork(const ListPair& pair, std::uint64_t percent);

/// The least number of common members with which `can_fork` is false for two lists of `n` of whom
/// `liars` lie; n + 1 when there is none. With 80 % it passes 40 % of n with no liar, and grows by
/// one for each liar: the paper's 20 % is not enough (Armknecht et al.: Ripple: Overview and
/// Outlook, TRUST 2015).
std::uint64_t least_safe_overlap(std::uint64_t n, std::uint64_t liars, std::uint64_t percent);

/// Whether no fork is possible over any number of ledgers. A node whose ledger failed may later
/// validate another branch, so it is not enough that one ledger cannot fork. It is enough that of
/// those who validated a ledger of one side, so many are honest and on the other list that no other
/// branch can have half of that list: common - liars > b/2 + (a - quorum of a), and the same with a
/// and b exchanged (Chase, MacBrough: Analysis of the XRP Ledger Consensus Protocol,
/// arXiv:1802.07242, 2018; with a fifth of liars that is more than 90 %).
bool safe_over_time(const ListPair& pair, std::uint64_t percent);

/// The least number of common members with which `safe_over_time` holds for two lists of `n` of
/// whom `liars` lie; n + 1 when there is none.
std::uint64_t least_lasting_overlap(std::uint64_t n, std::uint64_t liars, std::uint64_t percent);

}  // namespace theriac::consensus
