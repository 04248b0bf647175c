// How a function that reads input from outside says what went wrong.
#pragma once

#include <cstdint>
#include <expected>
#include <source_location>
#include <string>
#include <string_view>
#include <utility>

namespace theriac {

/// What kind of failure it is. A program's exit code follows from it (see `exit_code`); the message
/// says the rest.
enum class Errc : std::uint8_t {
    invalid_argument,  ///< the caller's words are off: a flag, a profile, a configuration value
    malformed,         ///< bytes do not follow their format
    too_large,         ///< a limit on size, depth or count was passed
    unauthenticated,   ///< a signature, tag, hash or proof does not hold
    denied,            ///< consent, policy or role forbids it
    not_found,         ///< the thing named does not exist
    conflict,          ///< it exists already, or another got there first
    expired,           ///< a deadline or validity period is over
    stale,             ///< state older than the challenge it must be newer than
    wrong_password,    ///< a key file does not open with this password
    unsupported,       ///< known, but not offered here
    unavailable,       ///< a service does not answer
    timeout,           ///< a service answers too slowly
    interrupted,       ///< the user asked to stop
    disk_full,         ///< no space left on the device
    io,                ///< another failure of a file or device
    reverted,          ///< the ledger's contract refused the transaction
    internal,          ///< a broken promise between our own parts
};

/// The enumerator's name, for example "malformed".
std::string_view name(Errc code);

/// The exit code a program ends with, 2 to 19, one for each kind; docs/exit-codes.md lists them.
int exit_code(Errc code);

/// One failure: its kind, and one line that says what failed, what was expected and what was found.
struct Error {
    Errc code = Errc::internal;
    std::string message;

    bool operator==(const Error&) const = default;
};

/// The same failure, told from one step further out: "reading manifest 0x12: expected 32 bytes, got
/// 31".
Error with_context(std::string_view doing, Error error);

template <typename T>
using Result = std::expected<T, Error>;

/// `return fail(Errc::denied, "…")` from any function that returns a Result.
inline std::unexpected<Error> fail(Errc code, std::string message) {
    return std::unexpected(Error{code, std::move(message)});
}

inline std::unexpected<Error> fail(Error error) {
    return std::unexpected(std::move(error));
}

/// Prints where and why, then aborts. For a caller's mistake, never for input from outside.
[[noreturn]] void contract_violated(
    std::string_view condition, std::source_location where = std::source_location::current());

}  // namespace theriac

#define THERIAC_CONCAT_(a, b) a##b
#define THERIAC_CONCAT(a, b) THERIAC_CONCAT_(a, b)

/// `THERIAC_TRY(header, parse_header(bytes));` declares `header`, or returns the error of the
/// expression.
#define THERIAC_TRY(name, ...)                                                     \
    auto THERIAC_CONCAT(name, _result_) = (__VA_ARGS__);                           \
    if (!THERIAC_CONCAT(name, _result_))                                           \
        return ::theriac::fail(std::move(THERIAC_CONCAT(name, _result_)).error()); \
    auto name = *std::move(THERIAC_CONCAT(name, _result_))

/// `THERIAC_CHECK(verify(x));` returns the error of a Result<void>, or goes on.
#define THERIAC_CHECK(...)                                               \
    do {                                                                 \
        if (auto theriac_checked_ = (__VA_ARGS__); !theriac_checked_)    \
            return ::theriac::fail(std::move(theriac_checked_).error()); \
    } while (false)

/// Stops the program when the caller broke the function's contract.
#define THERIAC_EXPECTS(condition)                                  \
    do {                                                            \
        if (!(condition)) ::theriac::contract_violated(#condition); \
    } while (false)

/// As THERIAC_EXPECTS, in builds with THERIAC_VERIFY only: for what is too costly to check always.
#ifdef THERIAC_VERIFY
#define THERIAC_INVARIANT(condition) THERIAC_EXPECTS(condition)
#else
#define THERIAC_INVARIANT(condition) static_cast<void>(0)
#endif
