#include "theriac/ledger/contract.hpp"

#include <algorithm>

namespace theriac::ledger {

namespace {

using contracts::Parameter;
using eth::abi::Type;
using eth::abi::Values;

std::string tuple_of(std::span<const Parameter> parameters) {
    std::string out = "(";
    for (const Parameter& parameter : parameters)
        out += std::string(out.size() > 1 ? "," : "") + std::string(parameter.type);
    return out + ")";
}

const contracts::Function& function_of(
    const contracts::Contract& contract, std::string_view signature) {
    const auto found =
        std::ranges::find(contract.functions, signature, &contracts::Function::signature);
    THERIAC_EXPECTS(found != contract.functions.end());
    return *found;
}

const contracts::Event* event_of(const contracts::Contract& contract, const Hash256& topic) {
    const auto found = std::ranges::find(contract.events, topic.array(), &contracts::Event::topic);
    return found == contract.events.end() ? nullptr : &*found;
}

/// Whether a topic holds the value itself, and not its hash.
Result<bool> is_word(std::string_view type) {
    THERIAC_TRY(parsed, eth::abi::parse_type(type));
    using Kind = Type::Kind;
    return !parsed.is_dynamic() && parsed.kind != Kind::tuple && parsed.kind != Kind::fixed_array;
}

Result<eth::abi::Value> read_topic(std::string_view type, const Hash256& topic) {
    THERIAC_TRY(word, is_word(type));
    if (!word) return eth::abi::Value(topic);
    THERIAC_TRY(values, eth::abi::decode("(" + std::string(type) + ")", topic.view()));
    return values[0];
}

}  // namespace

Result<Bytes> Contract::encode(std::string_view signature, const Values& arguments) const {
    return eth::abi::encode_call(function_of(*description_, signature).signature, arguments);
}

Result<Values> Contract::view(
    Chain& chain, std::string_view signature, const Values& arguments, const At& at) const {
    THERIAC_TRY(data, encode(signature, arguments));
    THERIAC_TRY(output, chain.call({.to = address_, .data = std::move(data)}, at));
    return returned(signature, output, at);
}

Result<std::vector<Values>> Contract::view_all(
    Chain& chain,
    std::string_view signature,
    std::span<const Values> arguments,
    const At& at) const {
    std::vector<CallRequest> requests;
    for (const Values& one : arguments) {
        THERIAC_TRY(data, encode(signature, one));
        requests.push_back({.to = address_, .data = std::move(data)});
    }
    THERIAC_TRY(outputs, chain.call_all(requests, at));
    std::vector<Values> out;
    for (const Bytes& output : outputs) {
        THERIAC_TRY(values, returned(signature, output, at));
        out.push_back(std::move(values));
    }
    return out;
}

Result<Values> Contract::returned(std::string_view signature, ByteView output, const At& at) const {
    const auto outputs = function_of(*description_, signature).outputs;
    if (output.empty() && !outputs.empty())
        return fail(
            Errc::unavailable,
            std::string(name()) + ": there is no contract at " + address_.hex() + " in block "
                + at.text());
    if (outputs.empty()) return Values{};
    auto values = eth::abi::decode(tuple_of(outputs), output);
    if (!values)
        return fail(with_context(
            std::string(name()) + "." + std::string(signature), std::move(values).error()));
    return values;
}

Result<Intent> Contract::intent(
    std::string id, std::string_view signature, const Values& arguments) const {
    THERIAC_TRY(data, encode(signature, arguments));
    return Intent{.id = std::move(id), .to = address_, .data = std::move(data)};
}

Result<Values> Contract::arguments(std::string_view signature, ByteView input) const {
    const contracts::Function& function = function_of(*description_, signature);
    const std::size_t size = function.selector.size();
    if (input.size() < size || !std::ranges::equal(input.first(size), function.selector))
        return fail(Errc::unsupported, "is not a plain call of " + std::string(signature));
    return eth::abi::decode(tuple_of(function.inputs), input.subspan(size));
}

Result<std::vector<LoggedEvent>> Contract::events(
    Chain& chain, std::string_view event, const EventFilter& filter) const {
    const auto known = std::ranges::find(description_->events, event, &contracts::Event::name);
    THERIAC_EXPECTS(known != description_->events.end());
    LogFilter asked{.addresses = {address_}, .topics = {{Hash256(known->topic)}}};
    for (const Hash256& value : filter.indexed)
        asked.topics.push_back({value});
    asked.from_block = filter.from_block;
    THERIAC_TRY(newest, chain.block_number());
    asked.to_block = newest;
    THERIAC_TRY(logs, chain.logs(asked));
    std::vector<LoggedEvent> out;
    for (Log& log : logs) {
        THERIAC_TRY(decoded, decode(log));
        if (decoded.event != &*known)
            return fail(Errc::malformed, "eth_getLogs: an entry of an event not asked for");
        out.push_back({std::move(log), std::move(decoded.values)});
    }
    return out;
}

Result<DecodedEvent> Contract::decode(const Log& log) const {
    const contracts::Event* event =
        log.topics.empty() ? nullptr : event_of(*description_, log.topics[0]);
    if (log.address != address_ || event == nullptr)
        return fail(Errc::not_found, std::string(name()) + ": not an event of this contract");
    std::vector<Parameter> in_data;
    std::ranges::copy_if(
        event->inputs, std::back_inserter(in_data), [](const Parameter& p) { return !p.indexed; });
    Values from_data;
    if (!in_data.empty()) {
        THERIAC_TRY(decoded, eth::abi::decode(tuple_of(in_data), log.data));
        from_data = std::move(decoded);
    }
    if (log.topics.size() != 1 + event->inputs.size() - in_data.size())
        return fail(Errc::malformed, std::string(event->signature) + ": number of topics");
    DecodedEvent out{.event = event, .values = {}};
    std::size_t next_topic = 1;
    std::size_t next_data = 0;
    for (const Parameter& parameter : event->inputs) {
        if (!parameter.indexed) {
            out.values.push_back(std::move(from_data[next_data++]));
            continue;
        }
        THERIAC_TRY(value, read_topic(parameter.type, log.topics[next_topic++]));
        out.values.push_back(std::move(value));
    }
    return out;
}

Result<Intent> deployment(
    std::string id, const contracts::Contract& description, const Values& arguments) {
    THERIAC_TRY(code, from_hex(description.creation_code));
    if (!description.constructor_inputs.empty()) {
        THERIAC_TRY(encoded, eth::abi::encode(tuple_of(description.constructor_inputs), arguments));
        append(code, encoded);
    }
    return Intent{.id = std::move(id), .data = std::move(code)};
}

}  // namespace theriac::ledger
