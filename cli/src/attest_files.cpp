#include "attest_files.hpp"

#include "theriac/json/json.hpp"
#include "theriac/json/object_reader.hpp"
#include "theriac/storage/atomic_file.hpp"

#include "context.hpp"

#include <charconv>
#include <ctime>

namespace theriac::cli {

namespace {

using attestation::Any;
using attestation::Measurement;
using attestation::Policy;
using attestation::Rule;
using json::ObjectReader;
using json::Value;

constexpr std::string_view kFormat = "theriac/attestation-policy/v1";
constexpr std::size_t kMaxMeasurements = 256;
constexpr std::size_t kMaxStatuses = 16;
constexpr std::size_t kMaxRoot = 65'536;
constexpr std::uint64_t kMaxU32 = 0xffff'ffff;

template <typename All, typename Files>
Result<AnyCollateral> read_folder(const std::filesystem::path& folder, const Files& files) {
    All out;
    for (const auto& file : files) {
        auto bytes = storage::read_file(folder / file.name, attestation::kMaxCollateralPartSize);
        if (!bytes && !file.needed && bytes.error().code == Errc::not_found) continue;
        if (!bytes) return fail(with_context("collateral", std::move(bytes).error()));
        out.*file.part = std::move(*bytes);
    }
    return AnyCollateral(std::move(out));
}

Result<AnyCollateral> read_encoded(const std::filesystem::path& path, bool is_amd) {
    THERIAC_TRY(bytes, storage::read_file(path, 8 * attestation::kMaxCollateralPartSize));
    if (is_amd) {
        THERIAC_TRY(amd, attestation::decode_amd_collateral(bytes));
        return AnyCollateral(std::move(amd));
    }
    THERIAC_TRY(intel, attestation::decode_collateral(bytes));
    return AnyCollateral(std::move(intel));
}

Result<void> read_rule(ObjectReader& in, std::string_view field, Rule& out) {
    if (!in.has(field)) return {};
    THERIAC_TRY(word, in.choice(field, {"refuse", "accept"}));
    out = word == "accept" ? Rule::accept : Rule::refuse;
    return {};
}

Result<void> read_measurements(ObjectReader& in, Policy& out) {
    THERIAC_TRY(texts, in.texts("measurements", kMaxMeasurements, 66));
    std::vector<Measurement> listed;
    for (const std::string& text : texts) {
        const auto measurement = Measurement::from_hex(text);
        if (!measurement) return in.refuse("measurements", measurement.error().message);
        listed.push_back(*measurement);
    }
    out.measurements = std::move(listed);
    return {};
}

Result<void> read_statuses(ObjectReader& in, Policy& out) {
    if (!in.has("tcb_statuses")) return {};
    THERIAC_TRY(texts, in.texts("tcb_statuses", kMaxStatuses, 64));
    out.tcb_statuses.clear();
    for (const std::string& text : texts) {
        const auto status = attestation::tcb_status_from(text);
        if (!status) return in.refuse("tcb_statuses", status.error().message);
        out.tcb_statuses.push_back(*status);
    }
    return {};
}

Result<void> read_u32(ObjectReader& in, std::string_view field, std::uint32_t& out) {
    if (!in.has(field)) return {};
    THERIAC_TRY(number, in.u64(field, 0, kMaxU32));
    out = static_cast<std::uint32_t>(number);
    return {};
}

Result<void> read_vmpl(ObjectReader& in, Policy& out) {
    if (!in.has("vmpl")) return {};
    static constexpr std::uint64_t kLowest = 3;
    THERIAC_TRY(vmpl, in.u64("vmpl", 0, kLowest));
    out.vmpl = static_cast<std::uint32_t>(vmpl);
    return {};
}

constexpr std::array kSnpParts{
    std::pair(std::string_view("fmc"), &attestation::SnpTcb::fmc),
    std::pair(std::string_view("bootloader"), &attestation::SnpTcb::bootloader),
    std::pair(std::string_view("tee"), &attestation::SnpTcb::tee),
    std::pair(std::string_view("snp"), &attestation::SnpTcb::snp),
    std::pair(std::string_view("microcode"), &attestation::SnpTcb::microcode)};

Result<void> read_snp_minimum(ObjectReader& in, Policy& out) {
    THERIAC_TRY(parts, in.optional_object("minimum_snp_tcb"));
    if (!parts) return {};
    for (const auto& [name, part] : kSnpParts) {
        static constexpr std::uint64_t kMaxSvn = 255;
        if (!parts->has(name)) continue;
        THERIAC_TRY(svn, parts->u64(name, 0, kMaxSvn));
        out.minimum_snp_tcb.*part = static_cast<std::uint8_t>(svn);
    }
    return parts->finish();
}

Result<void> read_report_data(ObjectReader& in, Policy& out) {
    // Which key or nonce must be quoted changes from one time to the next; a file may leave it
    // open.
    out.report_data = Any{};
    if (!in.has("report_data")) return {};
    THERIAC_TRY(data, in.fixed<attestation::ReportData>("report_data"));
    out.report_data = data;
    return {};
}

std::string_view name(Rule rule) {
    return rule == Rule::accept ? "accept" : "refuse";
}

}  // namespace

Result<attestation::TrustAnchor> trust_anchor_of(const std::string& root_file, bool is_amd) {
    if (root_file.empty())
        return is_amd ? attestation::TrustAnchor::amd() : attestation::TrustAnchor::intel();
    THERIAC_TRY(bytes, storage::read_file(root_file, kMaxRoot));
    return attestation::TrustAnchor::simulated(bytes);
}

Result<UnixTime> judged_time(const std::string& text) {
    if (text.empty()) return system_time();
    unsigned long long seconds = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (error == std::errc() && end == text.data() + text.size()) return UnixTime{seconds};
    std::tm parts{};
    if (const char* rest = ::strptime(text.c_str(), "%Y-%m-%dT%H:%M:%SZ", &parts);
        rest == nullptr || *rest != '\0')
        return fail(
            Errc::invalid_argument,
            "--time: expected seconds or a time such as 2026-06-01T00:00:00Z");
    return UnixTime{static_cast<std::uint64_t>(::timegm(&parts))};
}

Result<AnyCollateral> read_collateral(const std::filesystem::path& path, bool is_amd) {
    std::error_code ignored;
    if (!std::filesystem::is_directory(path, ignored)) return read_encoded(path, is_amd);
    return is_amd ? read_folder<attestation::AmdCollateral>(path, kAmdFiles)
                  : read_folder<attestation::Collateral>(path, kIntelFiles);
}

Result<Policy> parse_policy(std::string_view text) {
    THERIAC_TRY(value, json::parse(text));
    ObjectReader in(value, "policy");
    Policy out;
    THERIAC_CHECK(in.choice("format", {kFormat}));
    THERIAC_CHECK(read_measurements(in, out));
    THERIAC_CHECK(read_report_data(in, out));
    THERIAC_CHECK(read_statuses(in, out));
    THERIAC_CHECK(read_u32(in, "minimum_isv_svn", out.minimum_isv_svn));
    THERIAC_CHECK(read_u32(in, "minimum_tcb_evaluation_number", out.minimum_tcb_evaluation_number));
    THERIAC_CHECK(read_snp_minimum(in, out));
    THERIAC_CHECK(read_vmpl(in, out));
    THERIAC_CHECK(read_rule(in, "migration", out.migration));
    THERIAC_CHECK(read_rule(in, "missing_revocation_list", out.missing_revocation_list));
    THERIAC_CHECK(read_rule(in, "missing_collateral", out.missing_collateral));
    THERIAC_CHECK(read_rule(in, "debug", out.debug));
    THERIAC_CHECK(read_rule(in, "simulated", out.simulated));
    THERIAC_CHECK(in.finish());
    return out;
}

Value to_json(const Policy& policy) {
    Value::Array measurements;
    if (const auto* listed = std::get_if<std::vector<Measurement>>(&policy.measurements))
        for (const Measurement& measurement : *listed)
            measurements.emplace_back(measurement.hex());
    Value::Array statuses;
    for (const attestation::TcbStatus status : policy.tcb_statuses)
        statuses.emplace_back(attestation::name(status));
    Value least = Value::object();
    for (const auto& [part, member] : kSnpParts)
        least.set(part, policy.minimum_snp_tcb.*member);
    Value out = Value::object(
        {{"format", kFormat},
         {"measurements", std::move(measurements)},
         {"tcb_statuses", std::move(statuses)},
         {"minimum_isv_svn", policy.minimum_isv_svn},
         {"minimum_tcb_evaluation_number", policy.minimum_tcb_evaluation_number},
         {"minimum_snp_tcb", std::move(least)},
         {"migration", name(policy.migration)},
         {"missing_revocation_list", name(policy.missing_revocation_list)},
         {"missing_collateral", name(policy.missing_collateral)},
         {"debug", name(policy.debug)},
         {"simulated", name(policy.simulated)}});
    if (const auto* vmpl = std::get_if<std::uint32_t>(&policy.vmpl)) out.set("vmpl", *vmpl);
    if (const auto* data = std::get_if<attestation::ReportData>(&policy.report_data);
        data != nullptr && !data->is_zero())
        out.set("report_data", data->hex());
    return out;
}

}  // namespace theriac::cli
