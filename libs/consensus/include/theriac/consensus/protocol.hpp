// What a protocol is, and what it may ask of the world around it. A protocol is written against
// these two concepts alone: it does not know whether it runs in the simulator, in the exhaustive
// model, or in a program with real sockets.
#pragma once

#include "theriac/consensus/body_pool.hpp"
#include "theriac/consensus/random.hpp"
#include "theriac/consensus/time.hpp"

#include <concepts>
#include <cstdint>
#include <span>
#include <type_traits>

namespace theriac::consensus {

/// A participant, by its place among all of them.
using NodeId = std::uint32_t;

/// A node's word that something is final for it.
struct Decision {
    std::uint64_t height = 0;  ///< which ledger, block or epoch
    std::uint64_t value = 0;   ///< the identity of what was decided

    bool operator==(const Decision&) const = default;
};

/// The world as one node sees it during one event.
template <typename E, typename Message>
concept Environment = requires(
    E& env,
    NodeId to,
    const Message& message,
    Body body,
    std::span<const NodeId> recipients,
    Duration delay,
    std::uint32_t tag,
    const Decision& decision) {
    { env.self() } -> std::same_as<NodeId>;
    { env.now() } -> std::same_as<Time>;
    /// This node's own stream.
    { env.random() } -> std::same_as<Random&>;
    /// Copies `body`. Whether and when the message arrives is the network's affair.
    env.send(to, message, body);
    /// The same to each of `recipients`, without a copy for each.
    env.send_all(recipients, message, body);
    /// Calls `on_timer(tag)` after `delay`, unless the node is down then.
    env.after(delay, tag);
    env.decide(decision);
};

/// An environment that does nothing: with it the compiler checks that a protocol asks for no more
/// than `Environment` has.
template <typename Message>
class ArchetypeEnvironment {
public:
    [[nodiscard]] NodeId self() const;
    [[nodiscard]] Time now() const;
    Random& random();
    void send(NodeId, const Message&, Body);
    void send_all(std::span<const NodeId>, const Message&, Body);
    void after(Duration, std::uint32_t);
    void decide(const Decision&);
};

/// One participant's side of a protocol. Messages have a fixed part, small and trivially copyable,
/// and a body.
template <typename P>
concept Protocol = std::is_trivially_copyable_v<typename P::Message>
                   && requires(
                       P& node,
                       ArchetypeEnvironment<typename P::Message>& env,
                       NodeId from,
                       const typename P::Message& message,
                       Body body,
                       std::uint32_t tag) {
                          node.start(env);
                          node.on_message(env, from, message, body);
                          node.on_timer(env, tag);
                      };

}  // namespace theriac::consensus
