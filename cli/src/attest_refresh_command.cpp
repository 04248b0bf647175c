// theriac attest refresh: collateral from the first source whose signatures and periods hold.
#include "theriac/attestation/collateral_check.hpp"
#include "theriac/json/json.hpp"
#include "theriac/storage/atomic_file.hpp"

#include "attest_commands.hpp"
#include "collateral_sources.hpp"
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <type_traits>

namespace theriac::cli {

namespace {

using json::Value;

constexpr std::size_t kMaxEvidence = 1'048'576;

struct RefreshOptions {
    std::string directory;
    std::vector<std::string> sources;
    std::string root;
    std::string evidence;
    std::string product;
    std::string tls_roots;
    std::string root_crl;
    std::string timeout = "10s";
    std::string alarm = "7d";
    std::string time;
    bool amd = false;
    bool offline = false;
};

template <typename All, typename Files>
Result<void> keep(const All& collateral, const Files& files, const std::string& directory) {
    THERIAC_CHECK(storage::make_directories(directory));
    for (const auto& file : files)
        if (!(collateral.*file.part).empty())
            THERIAC_CHECK(storage::write_file_atomic(
                std::filesystem::path(directory) / file.name, collateral.*file.part));
    return {};
}

// Collateral that is older than what is kept judges platforms more kindly: it is not taken, however
// valid.
Result<void> expect_not_older(
    const std::vector<attestation::PartPeriod>& kept,
    const std::vector<attestation::PartPeriod>& fetched) {
    for (const auto& part : fetched) {
        const auto before = std::ranges::find(kept, part.part, &attestation::PartPeriod::part);
        if (before == kept.end() || part.from >= before->from) continue;
        return fail(
            Errc::expired,
            fmt::format(
                "{}: expected one of {} or later, as is kept, got one of {}",
                part.part,
                cli::to_text(before->from),
                cli::to_text(part.from)));
    }
    return {};
}

template <typename All>
std::vector<attestation::PartPeriod> kept_periods_or_none(
    const std::string& directory, bool is_amd) {
    const auto kept = read_collateral(directory, is_amd);
    if (!kept) return {};
    auto found = attestation::periods(std::get<All>(*kept));
    return found ? std::move(*found) : std::vector<attestation::PartPeriod>();
}

// What one refresh needs to know.
struct Wanted {
    FetchOptions fetch;
    attestation::TrustAnchor anchor;
    UnixTime now;
};

template <typename All>
Result<void> keep_if_newer(const All& fetched, const RefreshOptions& options) {
    THERIAC_TRY(periods, attestation::periods(fetched));
    THERIAC_CHECK(
        expect_not_older(kept_periods_or_none<All>(options.directory, options.amd), periods));
    if constexpr (std::is_same_v<All, attestation::Collateral>)
        return keep(fetched, kIntelFiles, options.directory);
    else
        return keep(fetched, kAmdFiles, options.directory);
}

Result<void> take_intel(
    const std::string& source, const Wanted& wanted, const RefreshOptions& options) {
    THERIAC_TRY(fetched, fetch_intel(source, wanted.fetch));
    THERIAC_CHECK(attestation::check_collateral(fetched.collateral, wanted.anchor, wanted.now));
    if (!fetched.pck_crl_chain.empty())
        THERIAC_CHECK(attestation::check_pck_crl(
            fetched.collateral, fetched.pck_crl_chain, wanted.anchor, wanted.now));
    return keep_if_newer(fetched.collateral, options);
}

Result<void> take_amd(
    const std::string& source, const Wanted& wanted, const RefreshOptions& options) {
    THERIAC_TRY(fetched, fetch_amd(source, wanted.fetch));
    THERIAC_CHECK(attestation::check_collateral(fetched, wanted.anchor, wanted.now));
    return keep_if_newer(fetched, options);
}

// The first source whose collateral holds is taken; what the others said is told.
struct Taken {
    std::optional<std::string> source;
    std::vector<Error> reasons;  // of those that were not taken
};

Taken refresh_from_any(const RefreshOptions& options, const Wanted& wanted) {
    Taken out;
    for (const std::string& source : options.sources) {
        auto taken =
            options.amd ? take_amd(source, wanted, options) : take_intel(source, wanted, options);
        if (taken) {
            out.source = source;
            return out;
        }
        out.reasons.push_back(with_context(source, std::move(taken).error()));
    }
    return out;
}

Result<void> name_product(const std::string& name, attestation::AmdPlatform& out) {
    if (name.empty()) return {};
    for (const auto product :
         {attestation::SnpProduct::milan,
          attestation::SnpProduct::genoa,
          attestation::SnpProduct::turin})
        if (attestation::name(product) == name) out.product = product;
    if (out.product && attestation::name(*out.product) == name) return {};
    return fail(
        Errc::invalid_argument, "--product: expected Milan, Genoa or Turin, got '" + name + "'");
}

// Tells the manufacturer's service which platform it is about.
Result<void> read_evidence(const RefreshOptions& options, FetchOptions& out) {
    if (options.evidence.empty()) return {};
    THERIAC_TRY(bytes, storage::read_file(options.evidence, kMaxEvidence));
    THERIAC_TRY(platform, attestation::name_platform(bytes));
    if (const auto* intel = std::get_if<attestation::IntelPlatform>(&platform)) {
        out.intel = *intel;
        return {};
    }
    auto& amd = std::get<attestation::AmdPlatform>(platform);
    THERIAC_CHECK(name_product(options.product, amd));
    THERIAC_TRY(split, attestation::split_extended_report(bytes));
    out.amd = amd;
    out.endorsement_key = std::move(split.certificates.endorsement_key);
    return {};
}

Result<Wanted> wanted_by(const RefreshOptions& options) {
    THERIAC_TRY(timeout, parse_duration(options.timeout));
    THERIAC_TRY(anchor, trust_anchor_of(options.root, options.amd));
    THERIAC_TRY(now, judged_time(options.time));
    Wanted out{.fetch = {}, .anchor = std::move(anchor), .now = now};
    out.fetch.timeout = timeout;
    out.fetch.tls_roots = options.tls_roots;
    out.fetch.root_crl = options.root_crl;
    THERIAC_CHECK(read_evidence(options, out.fetch));
    return out;
}

Result<std::vector<attestation::PartPeriod>> kept_periods(const RefreshOptions& options) {
    THERIAC_TRY(kept, read_collateral(options.directory, options.amd));
    if (const auto* amd = std::get_if<attestation::AmdCollateral>(&kept))
        return attestation::periods(*amd);
    return attestation::periods(std::get<attestation::Collateral>(kept));
}

// Prints how long each part still holds.
//
// @return Errc::expired for what is over
Result<void> show_age(Runtime& runtime, const RefreshOptions& options, Value out) {
    THERIAC_TRY(alarm, parse_duration(options.alarm));
    THERIAC_TRY(all, kept_periods(options));
    THERIAC_TRY(now, judged_time(options.time));
    std::optional<Error> over;
    Value::Array parts;
    for (const auto& part : all) {
        const bool expired = part.until < now;
        const bool soon = !expired && part.until < now + alarm;
        const std::string_view state = expired ? "EXPIRED" : (soon ? "EXPIRES SOON" : "valid");
        runtime.output().line(
            fmt::format("{:13} {} until {}", state, part.part, cli::to_text(part.until)));
        parts.push_back(
            Value::object({{"part", part.part}, {"until", part.until.seconds}, {"state", state}}));
        if (expired)
            over = Error{
                Errc::expired,
                fmt::format(
                    "collateral: {} expired at {}; run theriac attest refresh with a source",
                    part.part,
                    cli::to_text(part.until))};
    }
    out.set("parts", std::move(parts));
    runtime.output().result(out);
    if (over) return fail(*over);
    return {};
}

// What is kept may do for a while when no source helps: then its age is shown, and decides.
Result<void> fetch_and_tell(Runtime& runtime, const RefreshOptions& options, Value& out) {
    if (options.sources.empty())
        return fail(Errc::invalid_argument, "attest refresh: give a --source, or --offline");
    THERIAC_TRY(wanted, wanted_by(options));
    const Taken taken = refresh_from_any(options, wanted);
    Value::Array reasons;
    for (const Error& reason : taken.reasons) {
        runtime.output().note("not taken: " + reason.message);
        reasons.emplace_back(json::to_utf8_lossy(reason.message));
    }
    out.set("not_taken", std::move(reasons));
    if (taken.source) {
        runtime.output().line("took collateral from " + *taken.source);
        out.set("source", *taken.source);
        return {};
    }
    if (!kept_periods(options)) return fail(taken.reasons.back());
    return {};
}

Result<void> refresh(Runtime& runtime, const RefreshOptions& options) {
    Value out = Value::object({{"directory", options.directory}});
    if (!options.offline) THERIAC_CHECK(fetch_and_tell(runtime, options, out));
    return show_age(runtime, options, std::move(out));
}

}  // namespace

void add_refresh_command(CLI::App& group, Runtime& runtime) {
    const auto [command, options] = declare<RefreshOptions>(
        group,
        runtime,
        {"refresh",
         "Fetch collateral into a folder, if it holds, and say how long it does",
         "theriac attest refresh --directory collateral --source intel --evidence quote.bin",
         Needs::nothing},
        refresh);
    command->add_option("--directory", options->directory, "Where it is kept")->required();
    command->add_option(
        "--source",
        options->sources,
        "intel or amd (their own services), pcs+URL or kds+URL (services that speak like them), a "
        "mirror's URL, a folder; several are tried in order");
    command->add_option(
        "--evidence",
        options->evidence,
        "A quote or report of the platform, for intel, amd, pcs, kds");
    command->add_option(
        "--product", options->product, "Milan, Genoa or Turin, for reports of version 2");
    command->add_option(
        "--root-crl", options->root_crl, "URL of Intel's root list, where the service has none");
    command->add_option(
        "--tls-roots", options->tls_roots, "Roots for https in PEM; without: the system's");
    command->add_option("--root", options->root, "Root certificate of a simulated platform");
    command->add_option("--timeout", options->timeout, "For each file");
    command->add_option("--alarm", options->alarm, "Warn of what expires within");
    command->add_option("--time", options->time, "Judge as of this time, not now");
    command->add_flag("--amd", options->amd, "SEV-SNP: ek.der, ask.pem, ark.pem, crl.der");
    command->add_flag("--offline", options->offline, "Only say how old what is kept is");
}

}  // namespace theriac::cli
