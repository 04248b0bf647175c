#include "output.hpp"

#include "theriac/json/json.hpp"

#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <ctime>
#include <system_error>

namespace theriac::cli {

namespace {

// Why standard output refused something, or 0. There is one standard output in a process, hence one
// of these.
int output_failure = 0;

void note_failure(bool failed) {
    if (failed && output_failure == 0) output_failure = errno == 0 ? EIO : errno;
}

void print(std::FILE* to, std::string_view text) {
    const bool whole = std::fwrite(text.data(), 1, text.size(), to) == text.size();
    if (to == stdout) note_failure(!whole);
}

}  // namespace

void Output::line(std::string_view text) const {
    if (format_ == Format::json) return;
    print(stdout, std::string(text) + "\n");
    note_failure(std::fflush(stdout) != 0);
}

void Output::note(std::string_view text) const {
    if (format_ == Format::people) print(stderr, std::string(text) + "\n");
}

void Output::result(const json::Value& value) const {
    if (format_ != Format::json) return;
    print(stdout, json::pretty(value));
    note_failure(std::fflush(stdout) != 0);
}

void Output::both(std::string_view text, const json::Value& value) const {
    line(text);
    result(value);
}

client::Progress Output::progress() const {
    if (format_ == Format::json || ::isatty(STDERR_FILENO) == 0) return {};
    return [](std::string_view what, std::uint64_t done, std::uint64_t total) {
        print(
            stderr,
            "\r" + std::string(what) + " " + std::to_string(done) + "/" + std::to_string(total)
                + "   ");
        if (done == total) print(stderr, "\n");
    };
}

std::string to_text(UnixTime time) {
    const auto seconds = static_cast<std::time_t>(time.seconds);
    std::tm parts{};
    if (::gmtime_r(&seconds, &parts) == nullptr) return std::to_string(time.seconds);
    std::array<char, 32> out{};
    const std::size_t size = std::strftime(out.data(), out.size(), "%Y-%m-%d %H:%M:%S UTC", &parts);
    return {out.data(), size};
}

json::Value to_json(const client::TicketStatus& status) {
    json::Value out = json::Value::object();
    if (status.transaction) out.set("transaction", status.transaction->hex());
    if (status.block != 0) out.set("block", status.block);
    if (status.gas != 0) out.set("gas", status.gas);
    if (status.root) out.set("batch_root", status.root->hex());
    if (status.manifest) out.set("batch_manifest", status.manifest->hex());
    if (status.count != 0) out.set("batch_count", status.count);
    return out;
}

std::string to_text(const client::TicketStatus& status) {
    if (!status.transaction) return "nothing to do: the ledger has it";
    return "transaction " + status.transaction->hex() + ", block " + std::to_string(status.block)
           + ", gas " + std::to_string(status.gas);
}

json::Value to_json(const client::TransactionReference& reference) {
    return json::Value::object({
        {"transaction", reference.hash.hex()},
        {"block", reference.block},
        {"time", reference.time.seconds},
    });
}

Result<void> finish_output() {
    note_failure(std::fflush(stdout) != 0);
    if (output_failure == 0) return {};
    return fail(
        output_failure == ENOSPC ? Errc::disk_full : Errc::io,
        "standard output: not all of it could be written: "
            + std::generic_category().message(output_failure));
}

int report(const Error& error, Format format) {
    if (format == Format::json) {
        print(
            stderr,
            json::canonical(json::Value::object(
                {{"error",
                  json::Value::object(
                      {{"code", name(error.code)},
                       {"message", json::to_utf8_lossy(error.message)}})}}))
                + "\n");
    } else {
        print(stderr, "theriac: " + error.message + " [" + std::string(name(error.code)) + "]\n");
    }
    return exit_code(error.code);
}

}  // namespace theriac::cli
