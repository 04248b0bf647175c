#include "plan_parts.hpp"

#include <algorithm>

namespace theriac::lab {

const DownReport& ProtocolReport::with_down(std::uint64_t down) const {
    const auto found = std::ranges::find(downs, down, &DownReport::down);
    THERIAC_EXPECTS(found != downs.end());
    return *found;
}

Plan make_plan(
    const Consortium& consortium, const std::function<void(std::string_view)>& progress) {
    const auto say = [&](std::string_view what) {
        if (progress) progress(what);
    };
    Plan out;
    say("trust lists");
    out.lists = judge_lists(consortium);
    out.pairs = judge_pairs(consortium);
    say("QBFT");
    out.protocols.push_back(judge_qbft(consortium));
    say("Clique");
    out.protocols.push_back(judge_clique(consortium));
    say("RPCA");
    out.protocols.push_back(judge_rpca(consortium, out));
    say("gossip");
    out.protocols.push_back(judge_gossip(consortium));
    recommend(consortium, out);
    return out;
}

}  // namespace theriac::lab
