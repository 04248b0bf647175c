// What a command prints: lines for people, or one JSON value for programs.
#pragma once

#include "theriac/client/relayer_client.hpp"
#include "theriac/client/session.hpp"
#include "theriac/json/value.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace theriac::cli {

enum class Format : std::uint8_t { people, json };

class Output {
public:
    explicit Output(Format format) : format_(format) {}

    /// A line for people, on standard output; nothing with --json.
    void line(std::string_view text) const;

    /// A remark or progress, on standard error; nothing with --json.
    void note(std::string_view text) const;

    /// The command's outcome: printed as JSON with --json, else not at all.
    void result(const json::Value& value) const;

    /// An outcome for both: `text` for people, `value` for programs.
    void both(std::string_view text, const json::Value& value) const;

    /// A progress line that overwrites itself on a terminal, and says little elsewhere.
    [[nodiscard]] client::Progress progress() const;

private:
    Format format_;
};

/// "2026-11-20 15:04:05 UTC"
std::string to_text(UnixTime time);

/// What a ticket says of its transaction.
json::Value to_json(const client::TicketStatus& status);
std::string to_text(const client::TicketStatus& status);

json::Value to_json(const client::TransactionReference& reference);

/// Whether standard output took all that was printed.
///
/// @return Errc::disk_full or Errc::io when it did not: whoever reads it must not take a part for
/// the whole
Result<void> finish_output();

/// One line on standard error, and the exit code of its kind.
int report(const Error& error, Format format);

}  // namespace theriac::cli
