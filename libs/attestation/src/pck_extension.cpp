#include "theriac/attestation/pck_extension.hpp"

#include "der.hpp"
#include <fmt/format.h>

#include <algorithm>
#include <cstddef>

namespace theriac::attestation {
namespace {

// Every entry's identifier goes on from the extension's own.
constexpr auto kPrefix = kSgxExtensionId;

constexpr std::uint8_t kPpid = 1;
constexpr std::uint8_t kTcb = 2;
constexpr std::uint8_t kPceId = 3;
constexpr std::uint8_t kFmspc = 4;
constexpr std::size_t kComponents = 16;           // 2.1 to 2.16
constexpr std::size_t kPceSvn = kComponents + 1;  // 2.17
constexpr std::uint32_t kMaxSvn = 0xff;
constexpr std::uint32_t kMaxPceSvn = 0xffff;

// Which entries were seen, so that none is missing and none comes twice.
template <std::size_t Count>
class Seen {
public:
    Result<void> note(std::size_t entry) {
        if (seen_.at(entry))
            return fail(Errc::malformed, fmt::format("entry .{} comes twice", entry));
        seen_.at(entry) = true;
        return {};
    }

    [[nodiscard]] Result<void> expect_all() const {
        for (std::size_t entry = 1; entry < Count; ++entry)
            if (!seen_.at(entry))
                return fail(Errc::malformed, fmt::format("entry .{} is missing", entry));
        return {};
    }

private:
    std::array<bool, Count> seen_{};
};

struct Entry {
    std::size_t number = 0;  // 0: one that verification does not need
    DerReader value;
};

// One {identifier, value} of a sequence whose identifiers go on from `prefix`.
Result<Entry> next_entry(DerReader& in, ByteView prefix, std::size_t last) {
    THERIAC_TRY(pair, in.expect(DerTag::sequence));
    DerReader fields(pair);
    THERIAC_TRY(id, fields.expect(DerTag::object_identifier));
    const bool ours =
        id.size() == prefix.size() + 1 && std::ranges::equal(id.first(prefix.size()), prefix);
    if (!ours) return fail(Errc::malformed, "an entry with a foreign object identifier");
    const std::size_t number = id.back();
    return Entry{.number = number <= last ? number : 0, .value = fields};
}

Result<void> expect_end(const DerReader& value) {
    if (value.at_end()) return {};
    return fail(Errc::malformed, "bytes after the value of an entry");
}

template <typename Fixed>
Result<void> read_octets(DerReader& value, Fixed& out) {
    THERIAC_TRY(octets, value.expect(DerTag::octet_string));
    THERIAC_TRY(fixed, Fixed::from(octets));
    out = fixed;
    return expect_end(value);
}

Result<void> read_svn(DerReader& value, std::size_t number, PckExtension& out) {
    if (number == kPceSvn) {
        THERIAC_TRY(svn, value.expect_unsigned(kMaxPceSvn));
        out.pce_svn = static_cast<std::uint16_t>(svn);
    } else {
        THERIAC_TRY(svn, value.expect_unsigned(kMaxSvn));
        out.component_svns.at(number - 1) = static_cast<std::uint8_t>(svn);
    }
    return expect_end(value);
}

Result<void> read_tcb(DerReader& value, PckExtension& out) {
    THERIAC_TRY(content, value.expect(DerTag::sequence));
    THERIAC_CHECK(expect_end(value));
    Bytes prefix = to_bytes(kPrefix);
    prefix.push_back(kTcb);
    Seen<kPceSvn + 1> seen;
    for (DerReader in(content); !in.at_end();) {
        THERIAC_TRY(entry, next_entry(in, prefix, kPceSvn));
        if (entry.number == 0) continue;
        THERIAC_CHECK(seen.note(entry.number));
        THERIAC_CHECK(read_svn(entry.value, entry.number, out));
    }
    return seen.expect_all();
}

Result<void> read_entry(Entry& entry, PckExtension& out) {
    switch (entry.number) {
        case kPpid:
            return read_octets(entry.value, out.ppid);
        case kTcb:
            return read_tcb(entry.value, out);
        case kPceId:
            return read_octets(entry.value, out.pce_id);
        case kFmspc:
            return read_octets(entry.value, out.fmspc);
        default:
            return {};
    }
}

Result<PckExtension> parse_all(ByteView der) {
    DerReader outer(der);
    THERIAC_TRY(content, outer.expect(DerTag::sequence));
    THERIAC_CHECK(expect_end(outer));
    PckExtension out;
    Seen<kFmspc + 1> seen;
    for (DerReader in(content); !in.at_end();) {
        THERIAC_TRY(entry, next_entry(in, kPrefix, kFmspc));
        if (entry.number == 0) continue;
        THERIAC_CHECK(seen.note(entry.number));
        THERIAC_CHECK(read_entry(entry, out));
    }
    THERIAC_CHECK(seen.expect_all());
    return out;
}

}  // namespace

Result<PckExtension> parse_pck_extension(ByteView der) {
    auto out = parse_all(der);
    if (!out) return fail(with_context("PCK SGX extension", std::move(out).error()));
    return out;
}

}  // namespace theriac::attestation
