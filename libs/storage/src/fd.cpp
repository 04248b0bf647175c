#include "fd.hpp"

#include <cerrno>
#include <system_error>

namespace theriac::storage {

namespace {

Errc code_of(int number) {
    switch (number) {
        case ENOENT:
        case ENOTDIR:
            return Errc::not_found;
        case EACCES:
        case EPERM:
        case EROFS:
        case ELOOP:
            return Errc::denied;
        case ENOSPC:
        case EDQUOT:
        case EFBIG:
            return Errc::disk_full;
        case EEXIST:
            return Errc::conflict;
        default:
            return Errc::io;
    }
}

}  // namespace

Error errno_error(const std::filesystem::path& path, std::string_view doing, int number) {
    return {
        code_of(number),
        path.string() + ": " + std::string(doing) + ": " + std::generic_category().message(number)};
}

}  // namespace theriac::storage
