// What a report says, by the corpus' names.
#include "corpus.hpp"
#include <fmt/format.h>

namespace theriac::attestation::corpus {
namespace {

using Fields = std::map<std::string, json::Value>;

template <typename Fixed>
json::Value hex(const Fixed& fixed) {
    return to_hex(fixed.view());
}

void add(const SgxReport& report, Fields& out) {
    out.emplace("cpu_svn", hex(report.cpu_svn));
    out.emplace("attributes", hex(report.attributes));
    out.emplace("mr_enclave", hex(report.mr_enclave));
    out.emplace("mr_signer", hex(report.mr_signer));
    out.emplace("misc_select", report.misc_select);
    out.emplace("isv_prod_id", report.isv_prod_id);
    out.emplace("isv_svn", report.isv_svn);
    out.emplace("config_svn", report.config_svn);
}

void add(const TdReport& report, Fields& out) {
    out.emplace("tee_tcb_svn", hex(report.tee_tcb_svn));
    out.emplace("mr_seam", hex(report.mr_seam));
    out.emplace("mr_signer_seam", hex(report.mr_signer_seam));
    out.emplace("seam_attributes", hex(report.seam_attributes));
    out.emplace("td_attributes", hex(report.td_attributes));
    out.emplace("xfam", hex(report.xfam));
    out.emplace("mr_td", hex(report.mr_td));
    out.emplace("mr_config_id", hex(report.mr_config_id));
    out.emplace("mr_owner", hex(report.mr_owner));
    out.emplace("mr_owner_config", hex(report.mr_owner_config));
    for (std::size_t i = 0; i < report.rtmr.size(); ++i)
        out.emplace(fmt::format("rt_mr{}", i), hex(report.rtmr.at(i)));
    if (!report.additional) return;
    out.emplace("tee_tcb_svn2", hex(report.additional->tee_tcb_svn_2));
    out.emplace("mr_service_td", hex(report.additional->mr_service_td));
}

json::Value decoded(const SnpTcb& tcb, SnpProduct product) {
    json::Value out = json::Value::object(
        {{"bootloader", tcb.bootloader},
         {"tee", tcb.tee},
         {"snp", tcb.snp},
         {"microcode", tcb.microcode}});
    if (product == SnpProduct::turin) out.set("fmc", tcb.fmc);
    return out;
}

void add(const SnpReport& report, Fields& out) {
    out.emplace("version", report.version);
    out.emplace("guest_svn", report.guest_svn);
    out.emplace("policy", fmt::format("{:#x}", report.policy));
    out.emplace("family_id", hex(report.family_id));
    out.emplace("image_id", hex(report.image_id));
    out.emplace("vmpl", report.vmpl);
    out.emplace("current_tcb", hex(report.current_tcb));
    out.emplace("platform_info", fmt::format("{:#x}", report.platform_info));
    out.emplace("measurement", hex(report.measurement));
    out.emplace("host_data", hex(report.host_data));
    out.emplace("id_key_digest", hex(report.id_key_digest));
    out.emplace("author_key_digest", hex(report.author_key_digest));
    out.emplace("report_id", hex(report.report_id));
    out.emplace("reported_tcb", hex(report.reported_tcb));
    out.emplace("chip_id", hex(report.chip_id));
    out.emplace("committed_tcb", hex(report.committed_tcb));
    out.emplace("launch_tcb", hex(report.launch_tcb));
    out.emplace("mask_chip_key", report.chip_is_masked ? 1 : 0);
    out.emplace("signing_key", static_cast<int>(report.signing_key));
    if (!report.product) return;
    out.emplace("ek_product", name(*report.product));
    out.emplace(
        "reported_tcb_decoded",
        decoded(decode_tcb(*report.product, report.reported_tcb), *report.product));
}

void add(const Quote& quote, Fields& out) {
    out.emplace("quote_version", quote.header.version);
    out.emplace("tee_type", quote.is_tdx() ? "TDX" : "SGX");
    out.emplace("user_data", hex(quote.header.user_data));
    out.emplace("certification_data_type", quote.qe.data_type);
    const SgxReport& qe = quote.qe.report;
    out.emplace(
        "qe",
        json::Value::object(
            {{"mr_enclave", hex(qe.mr_enclave)},
             {"mr_signer", hex(qe.mr_signer)},
             {"isv_prod_id", qe.isv_prod_id},
             {"isv_svn", qe.isv_svn},
             {"attributes", hex(qe.attributes)},
             {"cpu_svn", hex(qe.cpu_svn)},
             {"auth_data_len", quote.qe.authentication_data.size()}}));
}

}  // namespace

std::map<std::string, json::Value> fields_of(const VerifiedReport& report, ByteView evidence) {
    Fields out;
    std::visit([&](const auto& r) { add(r, out); }, report.report());
    const bool debug = std::visit([](const auto& r) { return r.debug(); }, report.report());
    out.emplace("debug", debug);
    out.emplace("report_data", hex(report.report_data()));
    if (report.technology() == Technology::sev_snp) return out;
    if (const auto quote = parse_quote(evidence)) add(*quote, out);
    return out;
}

}  // namespace theriac::attestation::corpus
