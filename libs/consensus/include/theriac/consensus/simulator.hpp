// The discrete-event simulator: runs one protocol on one network, deterministically.
#pragma once

#include "theriac/consensus/event_queue.hpp"
#include "theriac/consensus/network.hpp"
#include "theriac/consensus/protocol.hpp"

#include <cstdint>
#include <functional>
#include <limits>
#include <span>
#include <utility>
#include <vector>

namespace theriac::consensus {

/// What a run has cost.
struct Traffic {
    std::uint64_t events = 0;
    std::uint64_t messages = 0;  ///< handed to the network
    std::uint64_t lost = 0;
    std::uint64_t bytes = 0;  ///< of messages handed to the network

    bool operator==(const Traffic&) const = default;
};

/// Runs nodes of type P. The same nodes, network and seed give the same run, event by event, on
/// every machine. One thread; runs that do not share anything may use several.
///
/// @tparam Observer  called as `observer(NodeId, Time, const Decision&)` for each decision
template <Protocol P, typename Observer>
class Simulator {
public:
    using Message = typename P::Message;

    Simulator(
        std::vector<P> nodes, const NetworkConfig& network, std::uint64_t seed, Observer observer)
        : nodes_(std::move(nodes)),
          network_(network, nodes_.size(), seed),
          observer_(std::move(observer)),
          lives_(nodes_.size()) {
        random_.reserve(nodes_.size());
        for (std::size_t i = 0; i < nodes_.size(); ++i)
            random_.push_back(Random::stream(seed, kNodeStream, i));
        for (NodeId node = 0; node < nodes_.size(); ++node)
            queue_.push({0, node, node, 0, kStart, {}});
        schedule_faults(Random::stream(seed, kChurnStream));
    }

    /// Until nothing is left to do, `limit` is passed, or an observer called `stop`.
    void run(Time limit) {
        while (!stopped_ && !queue_.empty() && queue_.front().time <= limit.count())
            step();
    }

    void stop() { stopped_ = true; }

    [[nodiscard]] Time now() const { return now_; }

    [[nodiscard]] const Traffic& traffic() const { return traffic_; }

    [[nodiscard]] std::span<const P> nodes() const { return nodes_; }

    [[nodiscard]] bool up(NodeId node) const { return lives_[node].up; }

    [[nodiscard]] Observer& observer() { return observer_; }

private:
    static constexpr std::uint64_t kNodeStream = 0x6e6f6465;
    static constexpr std::uint64_t kChurnStream = 0x636875726e;

    // In `kind`: below kFirstTimer what the simulator itself does, from there a timer's tag.
    static constexpr std::uint32_t kDeliver = 0;
    static constexpr std::uint32_t kStart = 1;
    static constexpr std::uint32_t kDown = 2;
    static constexpr std::uint32_t kUp = 3;
    static constexpr std::uint32_t kFirstTimer = 4;

    // Its members are set where it is made; a queue holds millions.
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-member-init)
    struct Event {
        std::int64_t time;
        NodeId to;
        NodeId from;  ///< of a timer: the life in which it was set
        BodyRef body;
        std::uint32_t kind;
        Message message;
    };

    struct Life {
        std::uint32_t number = 0;  ///< raised by each crash: timers of before do not fire
        bool up = true;
    };

    /// What a node sees during one event.
    class View {
    public:
        View(Simulator& simulator, NodeId self) : simulator_(&simulator), self_(self) {}

        [[nodiscard]] NodeId self() const { return self_; }

        [[nodiscard]] Time now() const { return simulator_->now_; }

        Random& random() { return simulator_->random_[self_]; }

        void send(NodeId to, const Message& message, Body body) {
            simulator_->send(self_, {&to, 1}, message, body);
        }

        void send_all(std::span<const NodeId> recipients, const Message& message, Body body) {
            simulator_->send(self_, recipients, message, body);
        }

        void after(Duration delay, std::uint32_t tag) {
            THERIAC_INVARIANT(delay.count() >= 0);
            simulator_->queue_.push(
                {(simulator_->now_ + delay).count(),
                 self_,
                 simulator_->lives_[self_].number,
                 0,
                 kFirstTimer + tag,
                 {}});
        }

        void decide(const Decision& decision) {
            simulator_->observer_(self_, simulator_->now_, decision);
        }

    private:
        Simulator* simulator_;
        NodeId self_;
    };

    static_assert(Environment<View, Message>);

    void send(NodeId from, std::span<const NodeId> recipients, const Message& message, Body body) {
        const std::size_t bytes = sizeof(Message) + body.size_bytes();
        const BodyRef ref = bodies_.store(body, static_cast<std::uint32_t>(recipients.size()) + 1);
        for (const NodeId to : recipients) {
            ++traffic_.messages;
            traffic_.bytes += bytes;
            const auto arrival = network_.delivery(from, to, bytes, now_);
            if (arrival) {
                queue_.push({arrival->count(), to, from, ref, kDeliver, message});
            } else {
                ++traffic_.lost;
                bodies_.release(ref);
            }
        }
        bodies_.release(ref);
    }

    void step() {
        const Event event = queue_.pop();
        now_ = Time(event.time);
        ++traffic_.events;
        View view(*this, event.to);
        if (event.kind == kDeliver)
            deliver(view, event);
        else if (event.kind >= kFirstTimer)
            fire(view, event);
        else
            change(view, event);
    }

    void deliver(View& view, const Event& event) {
        if (lives_[event.to].up)
            nodes_[event.to].on_message(view, event.from, event.message, bodies_.view(event.body));
        else
            ++traffic_.lost;
        bodies_.release(event.body);
    }

    void fire(View& view, const Event& event) {
        const Life& life = lives_[event.to];
        if (life.up && life.number == event.from)
            nodes_[event.to].on_timer(view, event.kind - kFirstTimer);
    }

    void change(View& view, const Event& event) {
        Life& life = lives_[event.to];
        if (event.kind == kStart) {
            if (life.up) nodes_[event.to].start(view);
        } else if (event.kind == kDown) {
            life.up = false;
            ++life.number;
            if (network_.config().churn.enabled)
                churn_after(event.to, kUp, network_.config().churn.mean_down);
        } else {
            life.up = true;
            nodes_[event.to].start(view);
            if (network_.config().churn.enabled)
                churn_after(event.to, kDown, network_.config().churn.mean_up);
        }
    }

    void churn_after(NodeId node, std::uint32_t kind, Duration mean) {
        const std::uint64_t wait = churn_.exponential(static_cast<std::uint64_t>(mean.count()));
        queue_.push(
            {(now_ + Duration(static_cast<std::int64_t>(wait) + 1)).count(),
             node,
             node,
             0,
             kind,
             {}});
    }

    void schedule_faults(Random random) {
        churn_ = random;
        const auto& config = network_.config();
        for (NodeId node = 0; node < nodes_.size(); ++node) {
            if (config.churn.enabled) churn_after(node, kDown, config.churn.mean_up);
            if (config.faults.empty()) continue;
            const NodeFault& fault = config.faults[node];
            if (fault.crash && fault.crash->count() == 0)
                lives_[node] = {1, false};
            else if (fault.crash)
                queue_.push({fault.crash->count(), node, node, 0, kDown, {}});
            if (fault.recover) queue_.push({fault.recover->count(), node, node, 0, kUp, {}});
        }
    }

    std::vector<P> nodes_;
    Network network_;
    Observer observer_;
    std::vector<Life> lives_;
    std::vector<Random> random_;
    Random churn_{0};
    EventQueue<Event> queue_;
    BodyPool bodies_;
    Traffic traffic_;
    Time now_{};
    bool stopped_ = false;
};

}  // namespace theriac::consensus
