#include "corpus.hpp"

#include "theriac/json/json.hpp"

#include "signed_json.hpp"
#include <fmt/format.h>

#include <fstream>
#include <iterator>
#include <set>

namespace theriac::attestation::corpus {
namespace {

namespace fs = std::filesystem;

std::string text_or_empty(const json::Value* parent, std::string_view field) {
    const json::Value* value = parent == nullptr ? nullptr : parent->find(field);
    return value == nullptr || value->as_text() == nullptr ? std::string() : *value->as_text();
}

// Reads the files that a case names.
class Files {
public:
    Files(fs::path folder, const json::Value* names) : folder_(std::move(folder)), names_(names) {}

    // Empty when the case names no such file.
    [[nodiscard]] Result<Bytes> part(std::string_view name) const {
        const std::string file = text_or_empty(names_, name);
        return file.empty() ? Result<Bytes>(Bytes()) : read_file(folder_ / file);
    }

private:
    fs::path folder_;
    const json::Value* names_;
};

Result<Collateral> read_intel(const Files& files) {
    Collateral out;
    for (const auto& [name, part] :
         {std::pair("root_crl", &Collateral::root_crl),
          std::pair("pck_crl", &Collateral::pck_crl),
          std::pair("tcb_info", &Collateral::tcb_info),
          std::pair("tcb_chain", &Collateral::tcb_info_chain),
          std::pair("qe_identity", &Collateral::qe_identity),
          std::pair("qe_chain", &Collateral::qe_identity_chain),
          std::pair("pck_chain", &Collateral::pck_chain)}) {
        THERIAC_TRY(bytes, files.part(name));
        out.*part = std::move(bytes);
    }
    return out;
}

// The root that the evidence comes with is not always the one to be trusted.
Result<AmdCollateral> read_amd(const Files& files) {
    THERIAC_TRY(key, files.part("ek"));
    THERIAC_TRY(signer, files.part("ask"));
    THERIAC_TRY(trusted, files.part("ark"));
    THERIAC_TRY(presented, files.part("ark_presented"));
    THERIAC_TRY(list, files.part("crl"));
    return AmdCollateral{
        .endorsement_key = std::move(key),
        .signer = std::move(signer),
        .root = presented.empty() ? std::move(trusted) : std::move(presented),
        .revocation_list = std::move(list)};
}

Result<AnyCollateral> read_collateral(const Files& files, bool is_snp, bool has_tcb_info) {
    if (is_snp) {
        THERIAC_TRY(amd, read_amd(files));
        return AnyCollateral(std::move(amd));
    }
    if (!has_tcb_info) return AnyCollateral();
    THERIAC_TRY(intel, read_intel(files));
    return AnyCollateral(std::move(intel));
}

Result<void> read_snp_minimum(const json::Value& from, SnpTcb& out) {
    for (const auto& [name, part] :
         {std::pair("fmc", &SnpTcb::fmc),
          std::pair("bootloader", &SnpTcb::bootloader),
          std::pair("tee", &SnpTcb::tee),
          std::pair("snp", &SnpTcb::snp),
          std::pair("microcode", &SnpTcb::microcode)}) {
        const json::Value* value = from.find(name);
        if (value != nullptr) out.*part = static_cast<std::uint8_t>(value->as_u64().value_or(0));
    }
    return {};
}

Result<void> read_demand(const std::string& name, const json::Value& value, Case& out) {
    const std::string text = value.as_text() == nullptr ? std::string() : *value.as_text();
    if (name == "report_data") {
        THERIAC_TRY(data, ReportData::from_hex(text));
        out.demands.report_data = data;
    } else if (name == "mr_enclave") {
        THERIAC_TRY(measurement, Measurement::from_hex(text));
        out.demands.measurements = std::vector{measurement};
    } else if (name == "min_tcb") {
        return read_snp_minimum(value, out.demands.minimum_snp_tcb);
    } else if (name == "vmpl") {
        out.demands.vmpl = static_cast<std::uint32_t>(value.as_u64().value_or(0));
    } else if (name == "min_tcb_eval" || name == "min_tcb_evaluation_number") {
        out.demands.minimum_tcb_evaluation_number =
            static_cast<std::uint32_t>(value.as_u64().value_or(0));
    } else if (name == "min_isv_svn" || name == "min_guest_svn") {
        out.demands.minimum_isv_svn = static_cast<std::uint32_t>(value.as_u64().value_or(0));
    } else {
        out.other_demands.emplace(name, value);
    }
    return {};
}

Result<void> read_demands(const json::Value* policy, Case& out) {
    out.demands = {
        .measurements = Any{},
        .report_data = Any{},
        .vmpl = Any{},
        .migration = Rule::accept,
        .missing_revocation_list = Rule::accept,
        .simulated = Rule::accept};
    if (policy == nullptr || policy->as_object() == nullptr) return {};
    for (const auto& [name, value] : *policy->as_object())
        THERIAC_CHECK(read_demand(name, value, out));
    return {};
}

Result<Case> read_case(const json::Value& in, const fs::path& folder) {
    const json::Value* names = in.find("collateral");
    const Files files(folder, names);
    const json::Value* genuine = in.find("genuine");
    Case out;
    out.id = text_or_empty(&in, "id");
    out.kind = text_or_empty(&in, "kind");
    out.genuine = genuine != nullptr && genuine->as_boolean().value_or(false);
    THERIAC_TRY(evidence, read_file(folder / text_or_empty(&in, "evidence")));
    out.evidence = std::move(evidence);
    const bool is_snp = out.kind == "snp";
    const bool has_tcb_info = names != nullptr && names->find("tcb_info") != nullptr;
    THERIAC_TRY(collateral, read_collateral(files, is_snp, has_tcb_info));
    out.collateral = std::move(collateral);
    THERIAC_TRY(root, files.part(is_snp ? "ark" : "root_ca"));
    out.root = std::move(root);
    THERIAC_TRY(now, parse_utc(text_or_empty(&in, "verification_time")));
    out.now = now;
    THERIAC_CHECK(read_demands(in.find("policy"), out));
    const json::Value* expected = in.find("expected");
    if (expected == nullptr) return fail(Errc::malformed, "no expectation");
    out.expected = *expected;
    return out;
}

Result<VerifiedReport> run_verifier(const Case& c, const Policy& policy) {
    THERIAC_TRY(anchor, anchor_of(c));
    if (const auto* amd = std::get_if<AmdCollateral>(&c.collateral))
        return verify(c.evidence, *amd, anchor, policy, c.now);
    return verify(c.evidence, std::get_if<Collateral>(&c.collateral), anchor, policy, c.now);
}

std::string shown(const json::Value* value) {
    return value == nullptr ? "nothing" : json::canonical(*value);
}

void compare(
    std::string_view what,
    const json::Value* expected,
    const json::Value* found,
    std::vector<std::string>& out) {
    if (expected == nullptr || expected->is_null() || (found != nullptr && *expected == *found))
        return;
    out.push_back(fmt::format("{}: expected {}, got {}", what, shown(expected), shown(found)));
}

void compare_fields(const Case& c, const VerifiedReport& report, std::vector<std::string>& out) {
    const json::Value* fields = c.expected.find("fields");
    if (fields == nullptr) return;
    for (const auto& [name, value] : fields_of(report, c.evidence))
        compare(name, fields->find(name), &value, out);
}

void compare_status(const Case& c, const VerifiedReport& report, std::vector<std::string>& out) {
    if (!report.tcb()) return;
    const TcbAssessment& tcb = *report.tcb();
    const auto as_value = [](TcbStatus status) { return json::Value(name(status)); };
    json::Value::Array advisories;
    for (const std::string& advisory : tcb.advisories)
        advisories.emplace_back(advisory);
    const std::map<std::string, json::Value> found{
        {"tcb_status", as_value(tcb.status)},
        {"platform_tcb_status", as_value(tcb.platform)},
        {"qe_tcb_status", as_value(tcb.quoting_enclave)},
        {"module_tcb_status", tcb.module ? as_value(*tcb.module) : json::Value()},
        {"advisories", json::Value(std::move(advisories))},
        {"tcb_date", json::Value(tcb.date)},
        {"tcb_eval", json::Value(tcb.evaluation_number)}};
    for (const auto& [name, value] : found)
        compare(name, c.expected.find(name), &value, out);
}

}  // namespace

std::string Case::verdict() const {
    return text_or_empty(&expected, "verdict");
}

bool Case::accepted_by(std::string_view policy) const {
    const json::Value* value = expected.find(fmt::format("accept_{}", policy));
    return value != nullptr && value->as_boolean().value_or(false);
}

Result<Bytes> read_file(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) return fail(Errc::io, fmt::format("cannot read {}", path.string()));
    return Bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

Result<std::vector<Case>> load(const fs::path& manifest) {
    THERIAC_TRY(text, read_file(manifest));
    THERIAC_TRY(root, json::parse(as_text(text), {.max_bytes = std::size_t{1} << 26U}));
    const json::Value* cases = root.find("cases");
    if (cases == nullptr || cases->as_array() == nullptr)
        return fail(Errc::malformed, "manifest: expected an array of cases");
    std::vector<Case> out;
    for (const json::Value& entry : *cases->as_array()) {
        auto read = read_case(entry, manifest.parent_path());
        if (!read)
            return fail(with_context(
                fmt::format("case {}", text_or_empty(&entry, "id")), std::move(read).error()));
        out.push_back(std::move(*read));
    }
    return out;
}

Result<TrustAnchor> anchor_of(const Case& c) {
    auto simulated = TrustAnchor::simulated(c.root);
    if (simulated || simulated.error().code != Errc::invalid_argument) return simulated;
    return c.kind == "snp" ? TrustAnchor::amd() : TrustAnchor::intel();
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

Policy everything(const Case& c) {
    Policy out = lenient(c);
    out.measurements = Any{};
    out.report_data = Any{};
    out.minimum_snp_tcb = {};
    out.minimum_isv_svn = 0;
    out.minimum_tcb_evaluation_number = 0;
    out.vmpl = Any{};
    out.debug = Rule::accept;
    for (const TcbStatus status :
         {TcbStatus::out_of_date,
          TcbStatus::out_of_date_configuration_needed,
          TcbStatus::td_relaunch_advised,
          TcbStatus::td_relaunch_advised_configuration_needed})
        out.tcb_statuses.push_back(status);
    return out;
}

Result<VerifiedReport> run(const Case& c, const Policy& policy) {
    THERIAC_TRY(report, run_verifier(c, policy));
    const auto fields = fields_of(report, c.evidence);
    for (const auto& [name, value] : c.other_demands) {
        const auto found = fields.find(name);
        if (found == fields.end() || found->second != value)
            return fail(Errc::denied, fmt::format("{}: expected {}", name, shown(&value)));
    }
    return report;
}

std::vector<std::string> mismatches(const Case& c) {
    std::vector<std::string> out;
    for (const auto& [name, policy] :
         {std::pair("strict", strict(c)), std::pair("lenient", lenient(c))}) {
        const auto result = run(c, policy);
        if (result.has_value() != c.accepted_by(name))
            out.push_back(fmt::format(
                "by the {} policy: expected {}, got {}",
                name,
                c.accepted_by(name) ? "accepted" : "refused (" + c.verdict() + ")",
                result ? "accepted" : result.error().message));
    }
    // What is said of the platform is compared also where a policy refuses it.
    const json::Value* genuine = c.expected.find("signature_ok");
    if (genuine == nullptr || !genuine->as_boolean().value_or(false)) return out;
    const auto report = run_verifier(c, everything(c));
    if (!report) {
        out.push_back("expected good signatures, got " + report.error().message);
        return out;
    }
    compare_fields(c, *report, out);
    compare_status(c, *report, out);
    return out;
}

}  // namespace theriac::attestation::corpus
