#include "theriac/base/result.hpp"

#include <array>
#include <cstdio>
#include <cstdlib>

namespace theriac {

namespace {

// In the order of Errc.
constexpr std::array<std::string_view, 18> kNames = {
    "invalid_argument",
    "malformed",
    "too_large",
    "unauthenticated",
    "denied",
    "not_found",
    "conflict",
    "expired",
    "stale",
    "wrong_password",
    "unsupported",
    "unavailable",
    "timeout",
    "interrupted",
    "disk_full",
    "io",
    "reverted",
    "internal",
};

}  // namespace

std::string_view name(Errc code) {
    return kNames.at(static_cast<std::size_t>(code));
}

int exit_code(Errc code) {
    return 2 + static_cast<int>(code);
}

Error with_context(std::string_view doing, Error error) {
    error.message = std::string(doing) + ": " + error.message;
    return error;
}

void contract_violated(std::string_view condition, std::source_location where) {
    static_cast<void>(std::fprintf(
        stderr,
        "%s:%u: %s: broken contract: %.*s\n",
        where.file_name(),
        static_cast<unsigned>(where.line()),
        where.function_name(),
        static_cast<int>(condition.size()),
        condition.data()));
    std::abort();
}

}  // namespace theriac
