#include "theriac/consensus/rpca_world.hpp"

#include "theriac/base/result.hpp"

#include <algorithm>

namespace theriac::consensus {

void RpcaWorld::connect(std::vector<std::vector<NodeId>> lists) {
    unl = std::move(lists);
    followers.assign(unl.size(), {});
    for (NodeId node = 0; node < unl.size(); ++node) {
        unl[node].push_back(node);
        std::ranges::sort(unl[node]);
        const auto repeated = std::ranges::unique(unl[node]);
        unl[node].erase(repeated.begin(), repeated.end());
        for (const NodeId member : unl[node]) {
            THERIAC_EXPECTS(member < unl.size());
            if (member != node) followers[member].push_back(node);
        }
    }
}

}  // namespace theriac::consensus
