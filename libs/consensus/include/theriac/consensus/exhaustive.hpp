// Every order of events of a small run, up to orders that differ only in what cannot matter.
#pragma once

#include "theriac/consensus/protocol.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <unordered_set>
#include <utility>
#include <vector>

namespace theriac::consensus {

/// What the explorer must know of a protocol. Events of one node and stage may depend on one
/// another; all others commute. Handling an event makes only events of later stages, or of its own
/// stage at its own node. With that, the pending events of the lowest stage at one node are a
/// persistent set (Godefroid: Partial-Order Methods, LNCS 1032, 1996): exploring them alone misses
/// no final state.
template <typename P>
struct ExplorerRules {
    std::function<std::uint32_t(const typename P::Message&)> message_stage;
    std::function<std::uint32_t(std::uint32_t tag)> timer_stage;
    std::function<std::uint64_t(const typename P::Message&)> digest;
};

enum class Reduction : std::uint8_t {
    none,        ///< every order; states that were seen are not explored again
    persistent,  ///< partial-order reduction as above, beside that
};

/// Explores a protocol without a network: a message may arrive at any time, or after everything
/// else; a timer may fire at any time, but a node's timers in the order in which they were set.
///
/// @tparam P  copyable, with digest(), a hash of what decides what it does next
template <Protocol P>
class Explorer {
public:
    using Message = typename P::Message;

    struct Counts {
        std::uint64_t states = 0;
        std::uint64_t transitions = 0;
        std::uint64_t finals = 0;  ///< states with nothing left to do

        bool operator==(const Counts&) const = default;
    };

    Explorer(ExplorerRules<P> rules, Reduction reduction)
        : rules_(std::move(rules)), reduction_(reduction) {}

    /// @param nodes  before their start; all start, and run what they set for at once, before
    /// anything
    ///               is delivered
    /// @param final  called for each final state
    Counts explore(std::vector<P> nodes, const std::function<void(std::span<const P>)>& final) {
        State state{std::move(nodes), {}};
        for (NodeId i = 0; i < state.nodes.size(); ++i) {
            View view(state, i);
            state.nodes[i].start(view);
        }
        settle(state);
        visit(state, final);
        return counts_;
    }

private:
    struct Pending {
        NodeId to = 0;
        NodeId from = 0;
        std::uint32_t stage = 0;
        bool timer = false;
        bool at_once = false;
        std::uint32_t tag = 0;
        Message message{};
        std::vector<std::uint32_t> body;
    };

    struct State {
        std::vector<P> nodes;
        std::vector<Pending> pending;  ///< in the order in which they were made
    };

    class View {
    public:
        View(State& state, NodeId self) : state_(&state), self_(self) {}

        [[nodiscard]] NodeId self() const { return self_; }

        [[nodiscard]] static Time now() { return {}; }

        Random& random() { return random_; }

        void send(NodeId to, const Message& message, Body body) {
            Pending event;
            event.to = to;
            event.from = self_;
            event.message = message;
            event.body.assign(body.begin(), body.end());
            state_->pending.push_back(std::move(event));
        }

        void send_all(std::span<const NodeId> recipients, const Message& message, Body body) {
            for (const NodeId to : recipients)
                send(to, message, body);
        }

        void after(Duration delay, std::uint32_t tag) {
            Pending event;
            event.to = event.from = self_;
            event.timer = true;
            event.at_once = delay.count() == 0;
            event.tag = tag;
            state_->pending.push_back(std::move(event));
        }

        void decide(const Decision&) {}

    private:
        State* state_;
        NodeId self_;
        Random random_{0};  // what is explored must not draw
    };

    static void execute(State& state, std::size_t index) {
        const Pending event = std::move(state.pending[index]);
        state.pending.erase(state.pending.begin() + static_cast<std::ptrdiff_t>(index));
        View view(state, event.to);
        if (event.timer)
            state.nodes[event.to].on_timer(view, event.tag);
        else
            state.nodes[event.to].on_message(view, event.from, event.message, event.body);
    }

    /// Runs timers that were set for at once, and gives every event its stage.
    void settle(State& state) const {
        for (std::size_t i = 0; i < state.pending.size();) {
            if (state.pending[i].at_once) {
                execute(state, i);
                i = 0;
            } else {
                ++i;
            }
        }
        for (Pending& event : state.pending)
            event.stage =
                event.timer ? rules_.timer_stage(event.tag) : rules_.message_stage(event.message);
    }

    /// Whether an older timer of the same node waits.
    static bool blocked(const State& state, std::size_t index) {
        const Pending& event = state.pending[index];
        if (!event.timer) return false;
        return std::any_of(
            state.pending.begin(),
            state.pending.begin() + static_cast<std::ptrdiff_t>(index),
            [&](const Pending& other) { return other.timer && other.to == event.to; });
    }

    [[nodiscard]] std::vector<std::size_t> choices(const State& state) const {
        std::vector<std::size_t> out;
        if (state.pending.empty()) return out;
        const auto first = std::ranges::min_element(
            state.pending, {}, [](const Pending& e) { return std::pair(e.stage, e.to); });
        for (std::size_t i = 0; i < state.pending.size(); ++i) {
            const Pending& event = state.pending[i];
            const bool chosen = reduction_ == Reduction::none
                                || (event.stage == first->stage && event.to == first->to);
            if (chosen && !blocked(state, i)) out.push_back(i);
        }
        return out;
    }

    [[nodiscard]] std::uint64_t digest(const State& state) const {
        std::uint64_t out = 0;
        for (const P& node : state.nodes)
            out = combine(out, node.digest());
        // Added up: the order in which pending messages were made does not matter.
        std::uint64_t pending = 0;
        for (const Pending& e : state.pending) {
            std::uint64_t one = combine(combine(e.to, e.from), e.timer ? e.tag + 1 : 0);
            if (!e.timer) one = combine(one, rules_.digest(e.message));
            for (const std::uint32_t word : e.body)
                one = combine(one, word);
            pending += one;
        }
        return combine(out, pending);
    }

    void visit(const State& state, const std::function<void(std::span<const P>)>& final) {
        if (!seen_.insert(digest(state)).second) return;
        ++counts_.states;
        const auto next = choices(state);
        if (next.empty()) {
            ++counts_.finals;
            final(state.nodes);
        }
        for (const std::size_t index : next) {
            State after = state;
            execute(after, index);
            settle(after);
            ++counts_.transitions;
            visit(after, final);
        }
    }

    ExplorerRules<P> rules_;
    Reduction reduction_;
    std::unordered_set<std::uint64_t> seen_;
    Counts counts_;
};

}  // namespace theriac::consensus
