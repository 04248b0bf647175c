#include "published.hpp"

#include "theriac/json/json.hpp"

#include "quoting_enclave.hpp"
#include <fmt/format.h>

#include <chrono>

namespace theriac::simulation {
namespace {

constexpr std::uint32_t kEvaluationNumber = 1;

// "2025-08-15T04:36:46Z"
std::string utc(UnixTime at) {
    namespace chr = std::chrono;
    const chr::sys_seconds when{chr::seconds(at.seconds)};
    const auto day = chr::floor<chr::days>(when);
    const chr::year_month_day date(day);
    const chr::hh_mm_ss clock(when - day);
    return fmt::format(
        "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z",
        static_cast<int>(date.year()),
        static_cast<unsigned>(date.month()),
        static_cast<unsigned>(date.day()),
        clock.hours().count(),
        clock.minutes().count(),
        clock.seconds().count());
}

Bytes frame(std::string_view member, const json::Value& body, const SigningKey& signer) {
    const std::string text = json::canonical(body);
    const auto signature = sign_vartime(signer, as_bytes(text));
    return to_bytes(as_bytes(
        fmt::format(R"({{"{}":{},"signature":"{}"}})", member, text, to_hex(signature.view()))));
}

json::Value up_to_date(json::Value tcb, const Period& period) {
    return json::Value::object(
        {{"tcb", std::move(tcb)}, {"tcbDate", utc(period.from)}, {"tcbStatus", "UpToDate"}});
}

}  // namespace

Bytes make_tcb_info(
    const attestation::PckExtension& platform, const Period& period, const SigningKey& signer) {
    json::Value components = json::Value::array();
    for (const std::uint8_t svn : platform.component_svns)
        components.push_back(json::Value::object({{"svn", svn}}));
    json::Value tcb = json::Value::object(
        {{"sgxtcbcomponents", std::move(components)}, {"pcesvn", platform.pce_svn}});
    return frame(
        "tcbInfo",
        json::Value::object(
            {{"id", "SGX"},
             {"version", 3},
             {"issueDate", utc(period.from)},
             {"nextUpdate", utc(period.until)},
             {"fmspc", to_hex(platform.fmspc.view())},
             {"pceId", to_hex(platform.pce_id.view())},
             {"tcbType", 0},
             {"tcbEvaluationDataNumber", kEvaluationNumber},
             {"tcbLevels", json::Value::array({up_to_date(std::move(tcb), period)})}}),
        signer);
}

Bytes make_qe_identity(const Period& period, const SigningKey& signer) {
    const attestation::SgxReport qe = quoting_enclave();
    return frame(
        "enclaveIdentity",
        json::Value::object(
            {{"id", "QE"},
             {"version", 2},
             {"issueDate", utc(period.from)},
             {"nextUpdate", utc(period.until)},
             {"tcbEvaluationDataNumber", kEvaluationNumber},
             {"miscselect", "00000000"},
             {"miscselectMask", "ffffffff"},
             {"attributes", to_hex(qe.attributes.view().first(8)) + "0000000000000000"},
             {"attributesMask", "ffffffffffffffff0000000000000000"},
             {"mrsigner", to_hex(qe.mr_signer.view())},
             {"isvprodid", qe.isv_prod_id},
             {"tcbLevels",
              json::Value::array(
                  {up_to_date(json::Value::object({{"isvsvn", qe.isv_svn}}), period)})}}),
        signer);
}

}  // namespace theriac::simulation
