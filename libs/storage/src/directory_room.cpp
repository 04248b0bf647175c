#include "theriac/storage/directory_room.hpp"

#include <string>
#include <system_error>

namespace theriac::storage {

namespace fs = std::filesystem;

Result<void> make_room(const fs::path& directory, const DirectoryLimits& limits, std::size_t size) {
    const auto oldest = fs::file_time_type::clock::now() - limits.keep;
    std::size_t used = 0;
    std::error_code end_of_list;
    for (fs::directory_iterator entry(directory, end_of_list), end; !end_of_list && entry != end;
         entry.increment(end_of_list)) {
        std::error_code gone;  // a file may be removed at any time
        if (!entry->is_regular_file(gone)) continue;
        if (entry->last_write_time(gone) < oldest && fs::remove(entry->path(), gone)) continue;
        const auto bytes = entry->file_size(gone);
        if (!gone) used += static_cast<std::size_t>(bytes);
    }
    if (size <= limits.total_bytes && used <= limits.total_bytes - size) return {};
    return fail(
        Errc::disk_full,
        "no room for " + std::to_string(size) + " bytes: " + std::to_string(used) + " of "
            + std::to_string(limits.total_bytes) + " are in use");
}

}  // namespace theriac::storage
