// The checks made so far, in order.
#pragma once

#include "theriac/attestation/verify.hpp"

#include <fmt/format.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace theriac::attestation {

enum class Mode : std::uint8_t { until_first_failure, all };

/// Notes checks. Every `note` says whether to go on with the next one.
class Checklist {
public:
    explicit Checklist(Mode mode) : mode_(mode) {}

    /// A check whose failure says what was expected and found.
    bool note(Check check);

    /// A check that speaks for itself when it fails.
    bool note(std::string_view name, const Result<void>& result);

    /// `found` must equal `expected`.
    template <typename T>
    bool equal(std::string_view name, Errc code, const T& expected, const T& found) {
        return note(
            {.name = std::string(name),
             .expected = fmt::format("{}", expected),
             .found = fmt::format("{}", found),
             .outcome = outcome(expected == found),
             .code = code});
    }

    /// A check that cannot be made; no failure in itself.
    void skip(std::string_view name, std::string_view reason);

    /// The first failure, as `verify` returns it.
    [[nodiscard]] const std::optional<Error>& failure() const { return failure_; }

    [[nodiscard]] std::vector<Check> take() && { return std::move(checks_); }

    static Check::Outcome outcome(bool holds) {
        return holds ? Check::Outcome::passed : Check::Outcome::failed;
    }

private:
    Mode mode_;
    std::vector<Check> checks_;
    std::optional<Error> failure_;
};

}  // namespace theriac::attestation
