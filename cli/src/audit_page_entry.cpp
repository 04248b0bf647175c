#include "audit_page_entry.hpp"

#include "theriac/report/page.hpp"

#include "output.hpp"
#include "purposes.hpp"
#include "review_output.hpp"

#include <algorithm>

namespace theriac::cli {

namespace {

using protocol::RequestStatus;
using report::escaped;

constexpr std::size_t kShownUses = 20;  // more are folded away on the screen

std::string code(std::string_view text) {
    return "<code>" + escaped(text) + "</code>";
}

std::string heading(std::string_view title) {
    return "<h3>" + std::string(title) + "</h3>\n";
}

std::string fact(std::string_view name, const std::string& html) {
    return "<dt>" + std::string(name) + "</dt><dd>" + html + "</dd>\n";
}

std::string badge(std::string_view kind, std::string_view text) {
    return "<span class=\"badge " + std::string(kind) + "\">" + std::string(text) + "</span>";
}

std::string moment(const client::TransactionReference& reference) {
    return escaped(to_text(reference.time)) + ", block " + std::to_string(reference.block) + "<br>"
           + code(reference.hash.hex());
}

std::string counted(std::size_t count, std::string_view what) {
    return std::to_string(count) + " " + std::string(what) + (count == 1 ? "" : "s");
}

std::string status(const client::AuditEntry& entry) {
    if (has_failed_check(entry)) return badge("bad", "a check failed");
    switch (entry.request.state.status) {
        case RequestStatus::released:
        case RequestStatus::acknowledged:
            return badge("good", "model released");
        case RequestStatus::disputed:
            return badge("bad", "model released, disputed by the researcher");
        case RequestStatus::started:
            return badge("", "in training");
        case RequestStatus::cancelled:
            return badge("", "cancelled");
        case RequestStatus::expired:
            return badge("", "ended without a model");
        default:
            return badge("", "not started");
    }
}

// What happened, in a sentence.
std::string story(const client::AuditEntry& entry) {
    const std::size_t used = used_collections(entry);
    const std::string of = std::to_string(used) + " of the "
                           + counted(entry.uses.size(), "collection") + " that you granted";
    if (entry.result)
        return "A model was made with " + of + ", and released on "
               + escaped(to_text(entry.result->posted.time)) + ".";
    if (entry.start)
        return "An enclave committed to train on " + of + ", on "
               + escaped(to_text(entry.start->started.time)) + "; no model was released.";
    return "You granted " + counted(entry.uses.size(), "collection") + " on "
           + escaped(to_text(entry.granted.time)) + "; none was used so far.";
}

std::string checks(const client::AuditEntry& entry) {
    std::string out = heading("What your program recomputed") + "<ul class=\"plain\">\n";
    for (const client::Check& check : entry.checks) {
        const bool holds = check.failure.empty();
        out += holds ? "<li><span class=\"good\">✓</span> " : "<li class=\"bad\">✗ ";
        out += escaped(check.what) + (holds ? "" : ": " + escaped(check.failure)) + "</li>\n";
    }
    return out + "</ul>\n";
}

std::string review(const client::CheckedReview& one) {
    const protocol::Review& statement = one.posted.review.statement;
    const bool refused = statement.approved_until == UnixTime{};
    std::string out = "<li>";
    out += refused ? "<span class=\"bad\">Refused</span>"
                   : "<span class=\"good\">Approved</span> until "
                         + escaped(to_text(statement.approved_until));
    out += ", on " + escaped(to_text(one.posted.posted.time)) + ", by reviewer "
           + code(statement.reviewer.hex());
    if (!one.current) out += " <span class=\"soft\">(replaced by a later word)</span>";
    if (!one.reason.empty()) out += "<blockquote>" + escaped(one.reason) + "</blockquote>";
    return out + "</li>\n";
}

std::string reviews(const client::AuditEntry& entry) {
    std::string out =
        heading("Review board") + "<p>" + escaped(approval_text(entry.request)) + "</p>\n";
    if (entry.reviews.empty()) return out;
    out += "<ul class=\"plain\">\n";
    for (const client::CheckedReview& one : entry.reviews)
        out += review(one);
    return out + "</ul>\n";
}

std::string purposes(const protocol::RequestDocument& document) {
    std::string out;
    for (const std::string& one : document.purposes) {
        const std::string_view label = purpose_label(one);
        out += (out.empty() ? "" : "<br>") + (label.empty() ? "" : std::string(label) + ", ")
               + code(one);
    }
    return out.empty() ? "none stated" : out;
}

std::string demand(const client::AuditEntry& entry) {
    const auto& document = entry.request.document;
    return heading("What was asked for") + "<dl>\n" + fact("Purposes", purposes(document))
           + fact("Data demand", "records of type " + code(document.data_type))
           + fact(
               "Owners",
               "at least " + counted(document.minimum_owners, "owner")
                   + ", vouched for by an institution")
           + fact(
               "Privacy",
               document.privacy == "none"
                   ? "none: the model may tell something about single records"
                   : escaped(document.privacy))
           + "</dl>\n";
}

std::string verdict_on(const client::AuditEntry& entry, const client::Use& use) {
    if (use.used) return "<span class=\"good\">used</span>";
    return entry.start ? "left out: " + escaped(use.reason) : "not started";
}

std::string uses(const client::AuditEntry& entry) {
    const std::string open = entry.uses.size() <= kShownUses ? " open" : "";
    std::string out = heading("Your collections") + "<details" + open + "><summary>"
                      + std::to_string(entry.uses.size()) + " granted, "
                      + std::to_string(used_collections(entry)) + " used</summary>\n<table>\n"
                      + "<thead><tr><th>Collection</th><th>Version</th><th>Lent (DT)</th>"
                        "<th>Verdict</th></tr></thead>\n<tbody>\n";
    for (const client::Use& use : entry.uses) {
        const bool known = use.version != 0;
        out += "<tr><td>" + (use.label.empty() ? "" : escaped(use.label) + "<br>")
               + code(use.collection.hex()) + "</td><td>"
               + (known ? std::to_string(use.version) : "") + "</td><td>"
               + (known ? escaped(to_text(use.lent)) : "") + "</td><td>" + verdict_on(entry, use)
               + "</td></tr>\n";
    }
    return out + "</tbody>\n</table></details>\n";
}

std::string owner_report(const client::AuditEntry& entry) {
    if (entry.owner_report.empty()) return {};
    return heading("For you alone") + "<pre>" + escaped(entry.owner_report) + "</pre>\n";
}

std::string result_facts(const client::PostedResult& result) {
    const auto& statement = result.result.statement;
    return fact("Model released (MT)", moment(result.posted))
           + fact("Encrypted model", code(statement.ciphertext.hex()))
           + fact("Model spec used", code(statement.model.hex()));
}

// Everything by which somebody else could look the same things up.
std::string on_the_ledger(const client::AuditEntry& entry) {
    const auto& document = entry.request.document;
    std::string out =
        heading("On the ledger") + "<dl>\n" + fact("Request", code(entry.request.id.hex()))
        + fact("Researcher", code(document.researcher.hex()))
        + fact("Researcher's key", code(document.result_key.hex()))
        + fact("Request document", code(entry.request.request.statement.document.hex()))
        + fact("Model spec", code(document.model_spec.hex()))
        + fact("Granted", moment(entry.granted));
    if (entry.start) {
        const auto& commitment = entry.start->commitment;
        out += fact("Started", moment(entry.start->started))
               + fact("Use root", code(commitment.use_root.hex()))
               + fact("Verification results", code(commitment.verification.hex()))
               + fact("Enclave instance", code(commitment.instance.hex()))
               + fact("Enclave program", code(document.measurement.hex()));
    }
    if (entry.result) out += result_facts(*entry.result);
    return out + "</dl>\n";
}

}  // namespace

std::size_t used_collections(const client::AuditEntry& entry) {
    return static_cast<std::size_t>(std::ranges::count_if(entry.uses, &client::Use::used));
}

bool has_failed_check(const client::AuditEntry& entry) {
    return std::ranges::any_of(
        entry.checks, [](const client::Check& check) { return !check.failure.empty(); });
}

std::string audit_page_entry(const client::AuditEntry& entry) {
    const auto& document = entry.request.document;
    std::string out = "<article>\n<h2>" + escaped(document.title) + "</h2>\n<p>" + status(entry)
                      + "</p>\n<p>" + story(entry) + "</p>\n";
    if (!document.description.empty())
        out += "<p class=\"soft\">In the researcher's words:</p>\n<blockquote>"
               + escaped(document.description) + "</blockquote>\n";
    return out + checks(entry) + reviews(entry) + demand(entry) + uses(entry) + owner_report(entry)
           + on_the_ledger(entry) + "</article>\n";
}

}  // namespace theriac::cli
