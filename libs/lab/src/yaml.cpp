#include "theriac/lab/yaml.hpp"

#include "theriac/base/bytes.hpp"

#include <fmt/format.h>
#include <yaml.h>

#include <optional>

namespace theriac::lab {

namespace {

using json::Value;

std::unexpected<Error> at(const yaml_mark_t& mark, Errc code, std::string_view what) {
    return fail(code, fmt::format("line {}, column {}: {}", mark.line + 1, mark.column + 1, what));
}

/// An event of libyaml's, freed when it goes.
class Event {
public:
    Event() = default;
    Event(const Event&) = delete;
    Event& operator=(const Event&) = delete;
    Event(Event&&) = delete;
    Event& operator=(Event&&) = delete;

    ~Event() { yaml_event_delete(&event_); }

    yaml_event_t& get() { return event_; }

    [[nodiscard]] yaml_event_type_t type() const { return event_.type; }

    [[nodiscard]] const yaml_mark_t& mark() const { return event_.start_mark; }

    [[nodiscard]] std::string_view scalar() const {
        // A union member that is valid for scalar events, as libyaml documents.
        const auto& data = event_.data.scalar;
        return as_text({data.value, data.length});
    }

    [[nodiscard]] bool plain() const { return event_.data.scalar.style == YAML_PLAIN_SCALAR_STYLE; }

    /// Anchors and tags: what JSON has no place for.
    [[nodiscard]] bool decorated() const {
        switch (event_.type) {
            case YAML_SCALAR_EVENT:
                return event_.data.scalar.anchor != nullptr || event_.data.scalar.tag != nullptr;
            case YAML_SEQUENCE_START_EVENT:
                return event_.data.sequence_start.anchor != nullptr
                       || event_.data.sequence_start.tag != nullptr;
            case YAML_MAPPING_START_EVENT:
                return event_.data.mapping_start.anchor != nullptr
                       || event_.data.mapping_start.tag != nullptr;
            default:
                return false;
        }
    }

private:
    yaml_event_t event_{};
};

Value resolve(const Event& event) {
    const std::string_view text = event.scalar();
    if (!event.plain()) return text;
    if (text == "null" || text == "true" || text == "false") return *json::parse(text);
    const bool starts_as_number =
        !text.empty() && (text[0] == '-' || (text[0] >= '0' && text[0] <= '9'));
    if (!starts_as_number) return text;
    auto number = json::parse(text);
    return number && number->kind() == json::Kind::number ? *std::move(number) : Value(text);
}

class Reader {
public:
    Reader(std::string_view text, const json::Limits& limits) : limits_(limits) {
        THERIAC_EXPECTS(yaml_parser_initialize(&parser_) == 1);
        const ByteView bytes = as_bytes(text);
        // libyaml ends the process on a null pointer, which an empty view may have.
        constexpr std::uint8_t kNothing = 0;
        yaml_parser_set_input_string(
            &parser_, bytes.empty() ? &kNothing : bytes.data(), bytes.size());
        yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
    }

    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;
    Reader(Reader&&) = delete;
    Reader& operator=(Reader&&) = delete;

    ~Reader() { yaml_parser_delete(&parser_); }

    Result<Value> document() {
        THERIAC_CHECK(expect(YAML_STREAM_START_EVENT));
        THERIAC_CHECK(expect(YAML_DOCUMENT_START_EVENT));
        Event first;
        THERIAC_CHECK(next(first));
        THERIAC_TRY(value, node(first, 0));
        THERIAC_CHECK(expect(YAML_DOCUMENT_END_EVENT));
        THERIAC_CHECK(expect(YAML_STREAM_END_EVENT));
        return value;
    }

private:
    Result<void> next(Event& event) {
        if (yaml_parser_parse(&parser_, &event.get()) == 1) return {};
        const char* problem = parser_.problem == nullptr ? "no YAML" : parser_.problem;
        return at(parser_.problem_mark, Errc::malformed, problem);
    }

    Result<void> expect(yaml_event_type_t type) {
        Event event;
        THERIAC_CHECK(next(event));
        if (event.type() != type)
            return at(event.mark(), Errc::malformed, "expected exactly one document");
        if (type == YAML_DOCUMENT_START_EVENT) {
            const auto& start = event.get().data.document_start;
            if (start.version_directive != nullptr
                || start.tag_directives.start != start.tag_directives.end)
                return at(event.mark(), Errc::malformed, "expected no directive");
        }
        return {};
    }

    Result<Value> node(const Event& event, std::size_t depth) {
        if (++values_ > limits_.max_values)
            return at(
                event.mark(),
                Errc::too_large,
                fmt::format("more than {} values", limits_.max_values));
        if (event.type() == YAML_ALIAS_EVENT || event.decorated())
            return at(event.mark(), Errc::malformed, "expected no anchor, alias or tag");
        switch (event.type()) {
            case YAML_SCALAR_EVENT:
                if (!json::is_utf8(event.scalar()))
                    return at(event.mark(), Errc::malformed, "expected UTF-8");
                return resolve(event);
            case YAML_SEQUENCE_START_EVENT:
                return sequence(event, depth + 1);
            case YAML_MAPPING_START_EVENT:
                return mapping(event, depth + 1);
            default:
                return at(event.mark(), Errc::malformed, "expected a value");
        }
    }

    Result<void> check_depth(const Event& event, std::size_t depth) const {
        if (depth <= limits_.max_depth) return {};
        return at(
            event.mark(), Errc::too_large, fmt::format("deeper than {} levels", limits_.max_depth));
    }

    Result<Value> sequence(const Event& start, std::size_t depth) {
        THERIAC_CHECK(check_depth(start, depth));
        Value::Array out;
        for (;;) {
            Event event;
            THERIAC_CHECK(next(event));
            if (event.type() == YAML_SEQUENCE_END_EVENT) return Value(std::move(out));
            THERIAC_TRY(element, node(event, depth));
            out.push_back(std::move(element));
        }
    }

    Result<Value> mapping(const Event& start, std::size_t depth) {
        THERIAC_CHECK(check_depth(start, depth));
        Value::Object out;
        for (;;) {
            Event key;
            THERIAC_CHECK(next(key));
            if (key.type() == YAML_MAPPING_END_EVENT) return Value(std::move(out));
            if (key.type() != YAML_SCALAR_EVENT || key.decorated() || !json::is_utf8(key.scalar()))
                return at(key.mark(), Errc::malformed, "expected text as key");
            Event event;
            THERIAC_CHECK(next(event));
            THERIAC_TRY(value, node(event, depth));
            if (!out.emplace(std::string(key.scalar()), std::move(value)).second)
                return at(key.mark(), Errc::malformed, "the same key again");
        }
    }

    yaml_parser_t parser_{};
    json::Limits limits_;
    std::size_t values_ = 0;
};

}  // namespace

Result<Value> parse_yaml(std::string_view text, const json::Limits& limits) {
    if (text.size() > limits.max_bytes)
        return fail(
            Errc::too_large,
            fmt::format("expected at most {} bytes, got {}", limits.max_bytes, text.size()));
    return Reader(text, limits).document();
}

}  // namespace theriac::lab
