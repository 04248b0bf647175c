#include "theriac/json/json.hpp"

#include "audit_page.hpp"
#include "output.hpp"

#include <algorithm>
#include <array>

namespace theriac::cli {

namespace {

constexpr std::size_t kColumns = 9;
using Row = std::array<std::string, kColumns>;

// What somebody else wrote must not move the terminal's cursor.
std::string printable(std::string_view text) {
    std::string out = json::to_utf8_lossy(text);
    std::ranges::replace_if(
        out, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, ' ');
    return out;
}

std::string beginning(const std::string& hex) {
    return hex.substr(0, 12);
}

std::string verdict(const client::AuditEntry& entry, const client::Use& use) {
    if (!entry.start) return "not started";
    return use.used ? "used" : "left out: " + printable(use.reason);
}

std::string checks(const client::AuditEntry& entry) {
    const auto failed = std::ranges::count_if(
        entry.checks, [](const client::Check& check) { return !check.failure.empty(); });
    const std::string all = std::to_string(entry.checks.size());
    return failed == 0 ? "all " + all + " hold" : std::to_string(failed) + " of " + all + " FAILED";
}

Row row(const client::AuditEntry& entry, const client::Use& use) {
    const auto& document = entry.request.document;
    return {
        use.version == 0 ? "" : to_text(use.lent),
        entry.result ? to_text(entry.result->posted.time) : "",
        printable(use.label) + (use.version > 1 ? ", version " + std::to_string(use.version) : ""),
        printable(document.data_type),
        printable(document.title),
        beginning(entry.request.id.hex()),
        beginning(document.result_key.hex()),
        verdict(entry, use),
        checks(entry)};
}

}  // namespace

std::string audit_table(const std::vector<client::AuditEntry>& entries) {
    std::vector<Row> rows = {
        {"DT (lent)",
         "MT (model)",
         "collection",
         "data type",
         "data demand",
         "request",
         "researcher key",
         "verdict",
         "checks"}};
    for (const auto& entry : entries) {
        for (const auto& use : entry.uses)
            rows.push_back(row(entry, use));
    }
    std::array<std::size_t, kColumns> widths{};
    for (const Row& one : rows) {
        for (std::size_t i = 0; i < kColumns; ++i)
            widths[i] = std::max(widths[i], one[i].size());
    }
    std::string out;
    for (const Row& one : rows) {
        for (std::size_t i = 0; i + 1 < kColumns; ++i)
            out += one[i] + std::string(widths[i] - one[i].size() + 2, ' ');
        out += one.back() + "\n";
    }
    out.pop_back();
    return out;
}

}  // namespace theriac::cli
