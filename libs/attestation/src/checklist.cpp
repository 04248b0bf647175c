#include "checklist.hpp"

namespace theriac::attestation {
namespace {

Error to_error(const Check& check) {
    // A part's own error may begin with its name already.
    if (check.found.starts_with(check.name + ":"))
        return {.code = check.code, .message = check.found};
    if (check.expected.empty())
        return {.code = check.code, .message = fmt::format("{}: {}", check.name, check.found)};
    return {
        .code = check.code,
        .message = fmt::format("{}: expected {}, got {}", check.name, check.expected, check.found)};
}

}  // namespace

bool Checklist::note(Check check) {
    const bool failed = check.outcome == Check::Outcome::failed;
    if (failed && !failure_) failure_ = to_error(check);
    checks_.push_back(std::move(check));
    return !failed || mode_ == Mode::all;
}

bool Checklist::note(std::string_view name, const Result<void>& result) {
    return note(
        {.name = std::string(name),
         .expected = {},
         .found = result ? "holds" : result.error().message,
         .outcome = outcome(result.has_value()),
         .code = result ? Errc::unauthenticated : result.error().code});
}

void Checklist::skip(std::string_view name, std::string_view reason) {
    checks_.push_back(
        {.name = std::string(name),
         .expected = {},
         .found = std::string(reason),
         .outcome = Check::Outcome::skipped});
}

}  // namespace theriac::attestation
