#include "theriac/json/json.hpp"

#include <cstdint>

namespace theriac::json {

namespace {

constexpr std::string_view kHexDigits = "0123456789abcdef";

void write_escape(std::string& out, char c) {
    switch (c) {
        case '"':
            out += "\\\"";
            return;
        case '\\':
            out += "\\\\";
            return;
        case '\b':
            out += "\\b";
            return;
        case '\t':
            out += "\\t";
            return;
        case '\n':
            out += "\\n";
            return;
        case '\f':
            out += "\\f";
            return;
        case '\r':
            out += "\\r";
            return;
        default:
            break;
    }
    const auto code = static_cast<std::uint8_t>(c);
    out += "\\u00";
    out += kHexDigits[code >> 4U];
    out += kHexDigits[code & 0xfU];
}

bool needs_escape(char c) {
    return static_cast<std::uint8_t>(c) < 0x20 || c == '"' || c == '\\';
}

// RFC 8785 section 3.2.2.2.
void write_text(std::string& out, std::string_view text) {
    out += '"';
    for (const char c : text) {
        if (needs_escape(c))
            write_escape(out, c);
        else
            out += c;
    }
    out += '"';
}

void write_number(std::string& out, const Value& value) {
    if (const auto number = value.as_i64())
        out += std::to_string(*number);
    else if (const auto large = value.as_u64())
        out += std::to_string(*large);
    else
        out += number_text(value.as_double().value_or(0));
}

// What stands between the parts of a container: nothing, or line breaks and indentation.
enum class Layout : std::uint8_t { canonical, pretty };

class Writer {
public:
    explicit Writer(Layout layout) : layout_(layout) {}

    // NOLINTBEGIN(misc-no-recursion): as deep as the value, which its reader bounded
    void write(const Value& value) {
        switch (value.kind()) {
            case Kind::null:
                out_ += "null";
                return;
            case Kind::boolean:
                out_ += value.as_boolean() == true ? "true" : "false";
                return;
            case Kind::number:
                write_number(out_, value);
                return;
            case Kind::text:
                write_text(out_, *value.as_text());
                return;
            case Kind::array:
                write_array(*value.as_array());
                return;
            case Kind::object:
                write_object(*value.as_object());
                return;
        }
    }

    std::string take() { return std::move(out_); }

private:
    void write_array(const Value::Array& elements) {
        open('[');
        for (const Value& element : elements) {
            separate();
            write(element);
        }
        close(']', elements.empty());
    }

    void write_object(const Value::Object& members) {
        open('{');
        for (const auto& [name, value] : members) {
            separate();
            write_text(out_, name);
            out_ += layout_ == Layout::pretty ? ": " : ":";
            write(value);
        }
        close('}', members.empty());
    }

    // NOLINTEND(misc-no-recursion)

    void open(char bracket) {
        out_ += bracket;
        ++depth_;
        first_ = true;
    }

    void separate() {
        if (!first_) out_ += ',';
        first_ = false;
        break_line();
    }

    void close(char bracket, bool empty) {
        --depth_;
        if (!empty) break_line();
        out_ += bracket;
        first_ = false;
    }

    void break_line() {
        if (layout_ == Layout::canonical) return;
        out_ += '\n';
        out_.append(depth_ * 2, ' ');
    }

    std::string out_;
    Layout layout_;
    std::size_t depth_ = 0;
    bool first_ = true;
};

}  // namespace

std::string canonical(const Value& value) {
    Writer writer(Layout::canonical);
    writer.write(value);
    return writer.take();
}

std::string pretty(const Value& value) {
    Writer writer(Layout::pretty);
    writer.write(value);
    return writer.take() + '\n';
}

}  // namespace theriac::json
