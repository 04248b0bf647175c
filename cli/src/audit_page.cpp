#include "audit_page.hpp"

#include "theriac/json/json.hpp"

#include "output.hpp"

#include <algorithm>

namespace theriac::cli {

namespace {

constexpr std::string_view kStyle = R"(
:root { color-scheme: light dark; --line: #8888; --good: #197a3c; --bad: #b3261e; }
@media (prefers-color-scheme: dark) { :root { --good: #6fd08c; --bad: #ff8a80; } }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin: 0; }
code { font-size: .85em; overflow-wrap: anywhere; }
ol.timeline { list-style: none; margin: 2rem 0; padding: 0 0 0 1.5rem; border-left: 2px solid var(--line); }
ol.timeline > li { position: relative; margin-bottom: 2.5rem; }
ol.timeline > li::before { content: ""; position: absolute; left: -1.95rem; top: .45rem; width: .8rem; height: .8rem;
  border-radius: 50%; background: Canvas; border: 2px solid currentColor; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; margin: .5rem 0; }
dt { opacity: .75; } dd { margin: 0; min-width: 0; }
ul.checks { list-style: none; padding: 0; margin: .5rem 0; }
.good { color: var(--good); } .bad { color: var(--bad); font-weight: 600; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0; font-size: .92em; }
th, td { text-align: left; padding: .2rem .6rem .2rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; border-left: 3px solid var(--line); padding-left: .8rem; }
)";

// Everything that is not this file's own text goes through here.
std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : json::to_utf8_lossy(text)) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            case '\'':
                out += "&#39;";
                break;
            default:
                // Control characters are not allowed in HTML (but for these two).
                out += static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' ? ' ' : c;
        }
    }
    return out;
}

std::string code(std::string_view text) {
    return "<code>" + escaped(text) + "</code>";
}

std::string fact(std::string_view name, const std::string& html) {
    return "<dt>" + std::string(name) + "</dt><dd>" + html + "</dd>\n";
}

std::string moment(const client::TransactionReference& reference) {
    return escaped(to_text(reference.time)) + ", block " + std::to_string(reference.block) + ", "
           + code(reference.hash.hex());
}

std::string facts(const client::AuditEntry& entry) {
    const auto& document = entry.request.document;
    std::string out = "<dl>\n";
    out += fact("Request", code(entry.request.id.hex()));
    out += fact("Researcher", code(document.researcher.hex()));
    out += fact("Researcher's key", code(document.result_key.hex()));
    std::string purposes;
    for (const std::string& one : document.purposes)
        purposes += (purposes.empty() ? "" : ", ") + escaped(one);
    out += fact("Purposes", purposes);
    out += fact(
        "Data demand",
        escaped(document.data_type) + ", at least " + std::to_string(document.minimum_owners)
            + " owners, privacy " + escaped(document.privacy) + ", document "
            + code(entry.request.request.statement.document.hex()));
    out += fact("Model spec", code(document.model_spec.hex()));
    out += fact("Granted", moment(entry.granted));
    if (entry.start) {
        out += fact("Started", moment(entry.start->started));
        out += fact("Use root", code(entry.start->commitment.use_root.hex()));
        out += fact("Verification", code(entry.start->commitment.verification.hex()));
        out += fact("Enclave", code(entry.start->commitment.instance.hex()));
    }
    if (entry.result) out += fact("Model released (MT)", moment(entry.result->posted));
    return out + "</dl>\n";
}

std::string checks(const client::AuditEntry& entry) {
    std::string out = "<ul class=\"checks\">\n";
    for (const client::Check& check : entry.checks) {
        const bool holds = check.failure.empty();
        out += holds ? "<li class=\"good\">✓ " : "<li class=\"bad\">✗ ";
        out += escaped(check.what) + (holds ? "" : ": " + escaped(check.failure)) + "</li>\n";
    }
    return out + "</ul>\n";
}

std::string verdict_on(const client::AuditEntry& entry, const client::Use& use) {
    if (use.used) return "<span class=\"good\">used</span>";
    return entry.start ? "left out: " + escaped(use.reason) : "not started";
}

std::string uses(const client::AuditEntry& entry) {
    const auto used = std::ranges::count_if(entry.uses, &client::Use::used);
    std::string out = "<details><summary>" + std::to_string(entry.uses.size())
                      + " collections granted, " + std::to_string(used)
                      + " used</summary>\n<table>\n"
                      + "<tr><th>Collection</th><th>Label</th><th>Version</th><th>Lent (DT)</th>"
                      + "<th>Verdict</th></tr>\n";
    for (const client::Use& use : entry.uses) {
        const std::string verdict = verdict_on(entry, use);
        out += "<tr><td>" + code(use.collection.hex()) + "</td><td>" + escaped(use.label)
               + "</td><td>" + (use.version == 0 ? "" : std::to_string(use.version)) + "</td><td>"
               + (use.version == 0 ? "" : escaped(to_text(use.lent))) + "</td><td>" + verdict
               + "</td></tr>\n";
    }
    return out + "</table></details>\n";
}

std::string item(const client::AuditEntry& entry) {
    std::string out = "<li>\n<h2>" + escaped(entry.request.document.title) + "</h2>\n"
                      + facts(entry) + checks(entry) + uses(entry);
    if (!entry.owner_report.empty())
        out += "<p>For you alone:</p>\n<pre>" + escaped(entry.owner_report) + "</pre>\n";
    return out + "</li>\n";
}

}  // namespace

std::string audit_page(
    std::string_view owner,
    std::string_view address,
    const std::vector<client::AuditEntry>& entries) {
    std::string out = "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                      "style-src 'unsafe-inline'\">\n<title>Uses of the records of "
                      + escaped(owner) + "</title>\n<style>" + std::string(kStyle)
                      + "</style>\n</head>\n<body>\n<h1>Who used the records of " + escaped(owner)
                      + "</h1>\n<p>Owner " + code(address) + ". Each signature and hash below was "
                      "recomputed from the ledger and the store when this page was written; what "
                      "could not be confirmed says so.</p>\n";
    if (entries.empty()) out += "<p>No request was granted anything.</p>\n";
    out += "<ol class=\"timeline\">\n";
    for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry)
        out += item(*entry);
    return out + "</ol>\n</body>\n</html>\n";
}

}  // namespace theriac::cli
