#include "theriac/base/ports.hpp"

#include <cerrno>

#include <sys/random.h>

namespace theriac {

void SystemEntropy::fill(MutableByteView bytes) {
    while (!bytes.empty()) {
        const ssize_t got = ::getrandom(bytes.data(), bytes.size(), 0);
        if (got < 0 && errno == EINTR) continue;
        THERIAC_EXPECTS(got > 0);
        bytes = bytes.subspan(static_cast<std::size_t>(got));
    }
}

}  // namespace theriac
