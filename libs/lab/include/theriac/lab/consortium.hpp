// Planning a consortium: named institutions, whom they trust, what is assumed of them; and what
// follows for each protocol. docs/formats/consortium.md
#pragma once

#include "theriac/consensus/network.hpp"
#include "theriac/consensus/rpca_theory.hpp"
#include "theriac/consensus/statistics.hpp"
#include "theriac/json/value.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace theriac::lab {

/// One institution that runs a validator.
struct Institution {
    std::string name;
    std::string region;
    double collusion = 0;                   ///< probability that it joins a cartel
    double down = 0;                        ///< probability that it does not answer
    std::vector<consensus::NodeId> trusts;  ///< its list, itself included, ascending
};

/// A consortium that was read and found sound.
struct Consortium {
    /// @return Errc::malformed or Errc::too_large, with the field named
    static Result<Consortium> parse(std::string_view text);

    std::string title;
    std::uint64_t seed = 1;
    std::uint32_t runs = 20;
    double largest_risk = 1e-3;  ///< that the consortium accepts, of any one kind
    double block_period_ms = 1000;
    std::uint32_t block_bytes = 0;
    std::vector<Institution> institutions;
    consensus::NetworkConfig network;
};

/// What one trust list is worth.
struct ListReport {
    consensus::NodeId owner = 0;
    std::uint64_t size = 0;
    double thwart = 0;        ///< more colluders than a quorum of 80 % leaves room for
    double thwart_bound = 0;  ///< more than the paper's (n-1)/5
    double stall = 0;         ///< too few members that answer
    double fraud = 0;         ///< a quorum of colluders
};

/// The lists of two institutions.
struct PairReport {
    consensus::NodeId a = 0;
    consensus::NodeId b = 0;
    std::uint64_t common = 0;
    std::uint64_t larger = 0;  ///< size of the larger list
    bool equation_3 = false;   ///< the paper's condition, a fifth in common
    /// The number of lying common members from which on one ledger can fork; 0: bad luck is enough.
    std::uint64_t liars_to_fork = 0;
    double fork = 0;  ///< probability of at least so many
    /// The number of lying common members from which on a fork over time is not excluded
    /// (`safe_over_time`).
    std::uint64_t liars_to_doubt = 0;
    double doubt = 0;  ///< probability of at least so many
};

/// What happens when so many institutions do not answer from the start, drawn anew for each run.
struct DownReport {
    std::uint64_t down = 0;
    consensus::Summary finality_ms = {};  ///< over the blocks of all runs
    double settled = 0;                   ///< share of runs in which a block became final

    [[nodiscard]] double blocks_per_minute() const {
        return finality_ms.count == 0 ? 0 : 60'000 / finality_ms.mean;
    }
};

/// What happens when so many institutions, drawn anew for each run, tell different ones different
/// things.
struct LiarReport {
    std::uint64_t liars = 0;
    double forked = 0;  ///< share of runs in which honest ones ended with different blocks
};

/// A protocol on this network.
struct ProtocolReport {
    std::string name;
    std::uint64_t tolerates = 0;    ///< faulty members, by its theory
    std::vector<DownReport> downs;  ///< ascending: none, some, as many as tolerated, one more
    std::vector<LiarReport> liars;  ///< as many as tolerated, one more; empty: not modelled
    double stall = 0;               ///< probability that too many are down
    double unsafe = 0;              ///< probability that enough collude to break agreement
    std::string remark;

    [[nodiscard]] const DownReport& with_down(std::uint64_t down) const;
};

struct Plan {
    std::vector<ListReport> lists;
    std::vector<PairReport> pairs;  ///< the weakest first
    std::vector<ProtocolReport> protocols;
    std::vector<std::string> recommendation;  ///< the first sentence says what to do
    bool sound = false;  ///< whether what is recommended keeps the accepted risk
};

/// @param progress  told what is being worked on
Plan make_plan(
    const Consortium& consortium, const std::function<void(std::string_view)>& progress = nullptr);

std::string plan_html(const Consortium& consortium, const Plan& plan);
std::string plan_csv(const Consortium& consortium, const Plan& plan);
json::Value to_json(const Consortium& consortium, const Plan& plan);

}  // namespace theriac::lab
