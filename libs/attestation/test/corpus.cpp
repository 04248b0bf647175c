#include "corpus.hpp"

#include "theriac/json/json.hpp"

#include "signed_json.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace theriac::attestation::corpus {
namespace {

namespace fs = std::filesystem;

std::string environment(const char* variable, const std::string& otherwise) {
    const char* value = std::getenv(variable);
    return value == nullptr ? otherwise : value;
}

fs::path folder() {
    const fs::path source = environment("THERIAC_SOURCE_DIR", ".");
    const fs::path shared = environment("THERIAC_SHARED_DIR", (source / "../shared").string());
    return shared / "attestation/public";
}

std::string text_or_empty(const json::Value* parent, std::string_view field) {
    const json::Value* value = parent == nullptr ? nullptr : parent->find(field);
    return value == nullptr || value->as_text() == nullptr ? std::string() : *value->as_text();
}

bool flag(const json::Value& parent, std::string_view field) {
    return parent.find(field)->as_boolean().value();
}

std::optional<Collateral> collateral_of(const json::Value& files) {
    if (files.find("tcb_info") == nullptr) return std::nullopt;
    const auto part = [&](std::string_view name) { return read_file(text_or_empty(&files, name)); };
    return Collateral{
        .root_crl = part("root_crl"),
        .pck_crl = part("pck_crl"),
        .tcb_info = part("tcb_info"),
        .tcb_info_chain = part("tcb_chain"),
        .qe_identity = part("qe_identity"),
        .qe_identity_chain = part("qe_chain")};
}

Policy demands_of(const json::Value* policy) {
    Policy out{.measurements = Any{}, .report_data = Any{}, .simulated = Rule::accept};
    if (const auto hex = text_or_empty(policy, "mr_enclave"); !hex.empty())
        out.measurements = std::vector{Measurement::from_hex(hex).value()};
    if (const auto hex = text_or_empty(policy, "report_data"); !hex.empty())
        out.report_data = ReportData::from_hex(hex).value();
    return out;
}

Case case_of(const json::Value& in) {
    const json::Value& files = *in.find("collateral");
    const json::Value& expected = *in.find("expected");
    const json::Value* fields = expected.find("fields");
    Case out{
        .id = text_or_empty(&in, "id"),
        .quote = read_file(text_or_empty(&in, "evidence")),
        .collateral = collateral_of(files),
        .root_pem = text_or_empty(&files, "root_ca"),
        .now = parse_utc(text_or_empty(&in, "verification_time")).value(),
        .demands = demands_of(in.find("policy")),
        .verdict = text_or_empty(&expected, "verdict"),
        .accept_strict = flag(expected, "accept_strict"),
        .accept_lenient = flag(expected, "accept_lenient"),
        .tcb_status = text_or_empty(&expected, "tcb_status"),
        .advisories = {},
        .mr_enclave = text_or_empty(fields, "mr_enclave"),
        .report_data = text_or_empty(fields, "report_data"),
        .fmspc = text_or_empty(fields == nullptr ? nullptr : fields->find("pck"), "fmspc")};
    if (const json::Value* list = expected.find("advisories"); list != nullptr && list->as_array())
        for (const json::Value& entry : *list->as_array())
            out.advisories.push_back(*entry.as_text());
    return out;
}

}  // namespace

Bytes read_file(const std::string& path_in_corpus) {
    std::ifstream in(folder() / path_in_corpus, std::ios::binary);
    if (!in) throw std::runtime_error("cannot read " + path_in_corpus);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

bool present() {
    return fs::exists(folder() / "manifest.json");
}

std::vector<Case> load(const std::string& kind) {
    const Bytes text = read_file("manifest.json");
    const auto manifest = json::parse(as_text(text), {.max_bytes = std::size_t{1} << 24U}).value();
    std::vector<Case> out;
    for (const json::Value& entry : *manifest.find("cases")->as_array())
        if (text_or_empty(&entry, "kind") == kind) out.push_back(case_of(entry));
    return out;
}

Case find(const std::string& id) {
    for (Case& entry : load("sgx"))
        if (entry.id == id) return entry;
    throw std::runtime_error("no case " + id);
}

TrustAnchor anchor_of(const Case& c) {
    if (c.root_pem == "roots/intel_sgx_root_ca.pem") return TrustAnchor::intel();
    return TrustAnchor::simulated(read_file(c.root_pem)).value();
}

Policy strict(const Case& c) {
    return c.demands;
}

Policy lenient(const Case& c) {
    Policy out = c.demands;
    out.missing_collateral = Rule::accept;
    out.tcb_statuses = {
        TcbStatus::up_to_date,
        TcbStatus::sw_hardening_needed,
        TcbStatus::configuration_needed,
        TcbStatus::configuration_and_sw_hardening_needed};
    return out;
}

}  // namespace theriac::attestation::corpus
