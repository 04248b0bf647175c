// The contracts as compiled: code to deploy, and how to spell calls, events and revert reasons.
//
// The data behind these names is generated from contracts/ by scripts/gen_bindings.py.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace theriac::ledger::contracts {

struct Parameter {
    std::string_view name;
    std::string_view type;  // as in a signature: "bytes32", "(address,uint64)[]"
    bool indexed;           // of an event: the value is a topic
};

struct Function {
    std::string_view name;
    std::string_view signature;            // "cancel(bytes32,bytes)"
    std::array<std::uint8_t, 4> selector;  // of the signature
    bool view;                             // changes no state: for eth_call
    std::span<const Parameter> inputs;
    std::span<const Parameter> outputs;
};

struct Event {
    std::string_view name;
    std::string_view signature;
    std::array<std::uint8_t, 32> topic;  // keccak256 of the signature, the first topic of a log
    std::span<const Parameter> inputs;
};

/// A custom error: a call that reverts returns its selector and arguments.
struct RevertReason {
    std::string_view name;
    std::string_view signature;
    std::array<std::uint8_t, 4> selector;
    std::span<const Parameter> inputs;
};

/// One contract. Functions, events and errors are sorted by signature.
struct Contract {
    std::string_view name;
    std::string_view creation_code;  // hexadecimal without 0x; the constructor's arguments follow
    std::span<const Parameter> constructor_inputs;
    std::span<const Function> functions;
    std::span<const Event> events;
    std::span<const RevertReason> errors;
};

extern const Contract kMembers;
extern const Contract kRecords;
extern const Contract kConsent;
extern const Contract kEnclaves;
extern const Contract kRequests;
extern const Contract kAuditLog;  // deployed by Requests
extern const Contract kDirectory;

/// Every contract above, in the order in which they are deployed.
std::span<const Contract* const> all();

}  // namespace theriac::ledger::contracts
