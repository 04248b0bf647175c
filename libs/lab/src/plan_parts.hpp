// The steps of a plan.
#pragma once

#include "theriac/lab/consortium.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace theriac::lab {

inline constexpr std::uint64_t kQuorumPercent = 80;  ///< of the Ripple protocol

/// P[at least k] of independent events.
double at_least(std::uint64_t k, std::span<const double> probabilities);

/// One of the probabilities of each member.
std::vector<double> of_members(
    const Consortium& consortium,
    std::span<const consensus::NodeId> members,
    double Institution::* field);

std::vector<consensus::NodeId> everybody(const Consortium& consortium);

std::vector<ListReport> judge_lists(const Consortium& consortium);

/// The most probable fork first; between equals the smaller share in common.
std::vector<PairReport> judge_pairs(const Consortium& consortium);

ProtocolReport judge_qbft(const Consortium& consortium);
ProtocolReport judge_clique(const Consortium& consortium);
/// Needs the lists and pairs of `plan`.
ProtocolReport judge_rpca(const Consortium& consortium, const Plan& plan);
ProtocolReport judge_gossip(const Consortium& consortium);

/// Fills in `recommendation` and `sound`.
void recommend(const Consortium& consortium, Plan& plan);

/// "0.3 %", "1 in 8,300".
std::string risk_text(double probability);

/// "850 ms", "4.2 s".
std::string time_text(double ms);

}  // namespace theriac::lab
