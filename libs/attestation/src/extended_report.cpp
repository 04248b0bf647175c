#include "theriac/attestation/collateral.hpp"
#include "theriac/attestation/snp_report.hpp"
#include "theriac/base/byte_reader.hpp"

#include <algorithm>
#include <array>

namespace theriac::attestation {
namespace {

using Guid = std::array<std::uint8_t, 16>;

// AMD 56421, as bytes on the wire: the first three groups of the written form are turned around.
constexpr Guid kVcek{
    0x8d, 0x75, 0xda, 0x63, 0x64, 0xe6, 0x64, 0x45, 0xad, 0xc5, 0xf4, 0xb9, 0x3b, 0xe8, 0xac, 0xcd};
constexpr Guid kVlek{
    0xc2, 0x74, 0x80, 0xa8, 0x5a, 0xa2, 0x3e, 0x48, 0xaa, 0xe6, 0x39, 0xc0, 0x45, 0xa0, 0xb8, 0xa1};
constexpr Guid kAsk{
    0x79, 0xb3, 0xb7, 0x4a, 0xac, 0xbb, 0xe4, 0x4f, 0xa0, 0x2f, 0x05, 0xae, 0xf3, 0x27, 0xc7, 0x82};
constexpr Guid kArk{
    0xa4, 0x06, 0xb4, 0xc0, 0x03, 0xa8, 0x52, 0x49, 0x97, 0x43, 0x3f, 0xb6, 0x01, 0x4c, 0xd0, 0xae};

constexpr std::size_t kMaxEntries = 32;

struct Entry {
    Guid id{};
    std::uint32_t offset = 0;
    std::uint32_t size = 0;

    [[nodiscard]] bool is_last() const { return offset == 0 && size == 0 && id == Guid{}; }
};

Result<Entry> take_entry(ByteReader& in) {
    Entry out;
    THERIAC_TRY(id, in.take(out.id.size()));
    std::ranges::copy(id, out.id.begin());
    THERIAC_TRY(offset, in.u32_le());
    THERIAC_TRY(size, in.u32_le());
    out.offset = offset;
    out.size = size;
    return out;
}

// Where the certificate of an entry goes; null for one of another kind.
Bytes* place_of(const Guid& id, AmdCollateral& out) {
    if (id == kVcek || id == kVlek) return &out.endorsement_key;
    if (id == kAsk) return &out.signer;
    if (id == kArk) return &out.root;
    return nullptr;
}

Result<void> keep(const Entry& entry, ByteView table, AmdCollateral& out) {
    if (entry.offset > table.size() || entry.size > table.size() - entry.offset)
        return fail(Errc::malformed, "certificate table: an entry reaches past its end");
    Bytes* const place = place_of(entry.id, out);
    if (place == nullptr) return {};
    if (!place->empty()) return fail(Errc::malformed, "certificate table: an entry comes twice");
    *place = to_bytes(table.subspan(entry.offset, entry.size));
    return {};
}

}  // namespace

Result<ExtendedReport> split_extended_report(ByteView bytes) {
    if (bytes.size() < SnpReport::kSize)
        return fail(Errc::malformed, "extended report: shorter than a report");
    ExtendedReport out{.report = bytes.first(SnpReport::kSize), .certificates = {}};
    const ByteView table = bytes.subspan(SnpReport::kSize);
    if (table.empty()) return out;
    ByteReader in(table);
    for (std::size_t count = 0; count < kMaxEntries; ++count) {
        THERIAC_TRY(entry, take_entry(in));
        if (entry.is_last()) return out;
        THERIAC_CHECK(keep(entry, table, out.certificates));
    }
    return fail(Errc::malformed, "certificate table: has no end");
}

}  // namespace theriac::attestation
