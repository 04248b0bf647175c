#include "der_writer.hpp"

#include "theriac/base/byte_reader.hpp"

#include <fmt/format.h>

#include <charconv>
#include <chrono>
#include <vector>

namespace theriac::simulation::der {
namespace {

// Appends the length in its shortest form (X.690 section 8.1.3).
void append_length(Bytes& out, std::size_t length) {
    static constexpr std::size_t kShort = 0x80;
    if (length < kShort) {
        out.push_back(static_cast<std::uint8_t>(length));
        return;
    }
    Bytes digits;
    for (; length != 0; length >>= 8U)
        digits.push_back(static_cast<std::uint8_t>(length));
    out.push_back(static_cast<std::uint8_t>(kShort | digits.size()));
    out.insert(out.end(), digits.rbegin(), digits.rend());
}

// Base 128, most significant group first, all but the last with the top bit (X.690 section 8.19).
void append_arc(Bytes& out, std::uint32_t arc) {
    Bytes groups{static_cast<std::uint8_t>(arc & 0x7fU)};
    for (arc >>= 7U; arc != 0; arc >>= 7U)
        groups.push_back(static_cast<std::uint8_t>(0x80U | (arc & 0x7fU)));
    out.insert(out.end(), groups.rbegin(), groups.rend());
}

std::vector<std::uint32_t> arcs_of(std::string_view dotted) {
    std::vector<std::uint32_t> arcs;
    const char* at = dotted.data();
    const char* const end = at + dotted.size();
    while (at < end) {
        std::uint32_t arc = 0;
        at = std::from_chars(at, end, arc).ptr + 1;  // past the dot
        arcs.push_back(arc);
    }
    THERIAC_EXPECTS(arcs.size() >= 2);
    return arcs;
}

}  // namespace

Bytes value(std::uint8_t tag, ByteView content) {
    Bytes out{tag};
    append_length(out, content.size());
    append(out, content);
    return out;
}

Bytes sequence(std::initializer_list<ByteView> parts) {
    return value(0x30, concat(parts));
}

Bytes set(ByteView part) {
    return value(0x31, part);
}

Bytes tagged(std::uint8_t number, ByteView content) {
    return value(static_cast<std::uint8_t>(0xa0U | number), content);
}

Bytes boolean(bool is_true) {
    const Bytes content{static_cast<std::uint8_t>(is_true ? 0xff : 0)};
    return value(0x01, content);
}

Bytes integer(std::uint64_t number) {
    Bytes magnitude;
    append_u64_be(magnitude, number);
    return integer(magnitude);
}

Bytes integer(ByteView magnitude) {
    while (!magnitude.empty() && magnitude.front() == 0)
        magnitude = magnitude.subspan(1);
    const bool needs_sign = magnitude.empty() || magnitude.front() >= 0x80;
    Bytes content(needs_sign ? 1 : 0);
    append(content, magnitude);
    return value(0x02, content);
}

Bytes enumerated(std::uint8_t number) {
    return value(0x0a, Bytes{number});
}

Bytes object_identifier(std::string_view dotted) {
    const auto arcs = arcs_of(dotted);
    Bytes content;
    append_arc(content, (40 * arcs[0]) + arcs[1]);
    for (std::size_t i = 2; i < arcs.size(); ++i)
        append_arc(content, arcs[i]);
    return value(0x06, content);
}

Bytes octet_string(ByteView content) {
    return value(0x04, content);
}

Bytes bit_string(ByteView content) {
    const Bytes no_unused_bits{0};
    return value(0x03, concat({no_unused_bits, content}));
}

Bytes utf8_string(std::string_view text) {
    return value(0x0c, as_bytes(text));
}

Bytes printable_string(std::string_view text) {
    return value(0x13, as_bytes(text));
}

Bytes time(UnixTime at) {
    namespace chr = std::chrono;
    const chr::sys_seconds when{chr::seconds(at.seconds)};
    const auto day = chr::floor<chr::days>(when);
    const chr::year_month_day date(day);
    const chr::hh_mm_ss clock(when - day);
    const int year = static_cast<int>(date.year());
    const std::string rest = fmt::format(
        "{:02}{:02}{:02}{:02}{:02}Z",
        static_cast<unsigned>(date.month()),
        static_cast<unsigned>(date.day()),
        clock.hours().count(),
        clock.minutes().count(),
        clock.seconds().count());
    static constexpr int kFirstGeneralized = 2050;
    if (year < kFirstGeneralized)
        return value(0x17, as_bytes(fmt::format("{:02}{}", year % 100, rest)));
    return value(0x18, as_bytes(fmt::format("{:04}{}", year, rest)));
}

Bytes signature(const attestation::P256Signature& signature) {
    const ByteView raw = signature.view();
    const std::size_t half = raw.size() / 2;
    return sequence({integer(raw.first(half)), integer(raw.subspan(half))});
}

}  // namespace theriac::simulation::der
