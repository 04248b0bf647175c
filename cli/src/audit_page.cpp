#include "audit_page.hpp"

#include "theriac/report/page.hpp"

#include "audit_page_entry.hpp"

#include <algorithm>

namespace theriac::cli {

namespace {

using report::escaped;

std::string figure(std::size_t count, std::string_view what) {
    return "<li><strong>" + std::to_string(count) + "</strong>" + std::string(what) + "</li>\n";
}

std::string figures(const std::vector<client::AuditEntry>& entries) {
    const auto count = [&](auto holds) {
        return static_cast<std::size_t>(std::ranges::count_if(entries, holds));
    };
    const auto used = [](const client::AuditEntry& one) { return used_collections(one) != 0; };
    const auto made = [](const client::AuditEntry& one) { return one.result.has_value(); };
    return "<ul class=\"figures\">\n"
           + figure(entries.size(), "requests that you granted something")
           + figure(count(used), "requests that used records of yours")
           + figure(count(made), "models released")
           + figure(count(has_failed_check), "requests with a check that failed") + "</ul>\n";
}

constexpr std::string_view kHowToRead =
    "<p class=\"soft\">Newest first. Your records themselves were never shown to anybody: an "
    "enclave "
    "trained on them, and what left it is the model. Every signature and hash below was recomputed "
    "from the ledger and the store when this page was written; a ✗ marks what could not be "
    "confirmed. "
    "DT is when you lent a collection, MT when a model was released.</p>\n";

}  // namespace

std::string audit_page(
    std::string_view owner,
    std::string_view address,
    const std::vector<client::AuditEntry>& entries) {
    std::string body = "<h1>Who used the records of " + escaped(owner)
                       + "</h1>\n<p class=\"soft\">Owner <code>" + escaped(address)
                       + "</code></p>\n" + figures(entries) + std::string(kHowToRead);
    if (entries.empty()) body += "<p>No request was granted anything.</p>\n";
    for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry)
        body += audit_page_entry(*entry);
    return report::page("Uses of the records of " + std::string(owner), body);
}

}  // namespace theriac::cli
