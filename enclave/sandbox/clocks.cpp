#include "sandbox/clocks.hpp"

#include "sandbox/diagnostics.hpp"
#include "sandbox/inherited.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

#include <sys/mman.h>
#include <sys/prctl.h>

namespace theriac::enclave {
namespace {

constexpr std::size_t kMapsLimit = std::size_t{1} << 20U;

struct Range {
    std::uintptr_t begin = 0;
    std::uintptr_t end = 0;
};

/// The start of a line of /proc/self/maps: "7ffd1000-7ffd3000 r-xp ..." (proc(5)).
std::optional<Range> parse_range(std::string_view line) {
    Range range;
    const auto* const end = std::to_address(line.end());
    const auto first = std::from_chars(std::to_address(line.begin()), end, range.begin, 16);
    if (first.ec != std::errc{} || first.ptr == end || *first.ptr != '-') return std::nullopt;
    const auto second = std::from_chars(first.ptr + 1, end, range.end, 16);
    if (second.ec != std::errc{} || range.end <= range.begin) return std::nullopt;
    return range;
}

/// [vdso] is the code, [vvar] and [vvar_vclock] its data.
bool is_clock(std::string_view line) {
    return line.ends_with("[vdso]") || line.contains(" [vvar");
}

Result<void> unmap(const Range& range) {
    // Sound: the kernel's own number of a mapping of ours, used as an address by munmap only.
    auto* const start = reinterpret_cast<void*>(range.begin);  // NOLINT(performance-no-int-to-ptr)
    if (::munmap(start, range.end - range.begin) != 0) return system_failure("unmapping the vDSO");
    return {};
}

Result<void> forbid_time_stamp_counter() {
#ifdef __x86_64__
    if (::prctl(PR_SET_TSC, PR_TSC_SIGSEGV, 0, 0, 0) != 0) return system_failure("PR_SET_TSC");
#endif
    return {};
}

}  // namespace

Result<void> remove_clocks() {
    THERIAC_TRY(maps, read_file("/proc/self/maps", kMapsLimit));
    auto rest = as_text(maps);
    while (!rest.empty()) {
        const auto line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(rest.size(), line.size() + 1));
        if (!is_clock(line)) continue;
        const auto range = parse_range(line);
        if (!range) return fail(Errc::io, "/proc/self/maps: unknown line for the vDSO");
        THERIAC_CHECK(unmap(*range));
    }
    return forbid_time_stamp_counter();
}

}  // namespace theriac::enclave
