// One line at a time on stderr, for the operator. Never anything that was read from a request.
#pragma once

#include "theriac/base/result.hpp"

#include <string_view>

namespace theriac::enclave {

/// Ends the program when memory runs out; exit_code() of an Errc ends at 19.
inline constexpr int kOutOfMemoryExit = 20;

/// Writes "theriac-enclave: `line`" in one write(2), so that lines of two processes do not mix.
/// Failure to write is ignored: nobody may be listening.
void say(std::string_view line);

/// "`doing`: `what errno says`", as Errc::io.
std::unexpected<Error> system_failure(std::string_view doing);

/// From here on a lost reader of the channel or of stderr is an error of write(2), not a signal,
/// and an exception or an allocation that nothing can handle ends the program with one line that
/// names its kind only: the text of an exception may quote a record.
void install_last_words();

}  // namespace theriac::enclave
