// What a caller demands of evidence that is genuine. Every default refuses.
#pragma once

#include "theriac/attestation/quote.hpp"
#include "theriac/attestation/snp_report.hpp"
#include "theriac/attestation/tcb_status.hpp"

#include <cstdint>
#include <variant>
#include <vector>

namespace theriac::attestation {

/// In a policy: the caller looks at the value itself, or does not care.
struct Any {
    bool operator==(const Any&) const = default;
};

enum class Rule : std::uint8_t { refuse, accept };

struct Policy {
    /// The code that may be trusted; an empty list accepts none.
    std::variant<std::vector<Measurement>, Any> measurements;

    /// The key hash or nonce that the evidence must carry. An old quote verifies for ever: this is
    /// what makes it fresh.
    std::variant<ReportData, Any> report_data;

    /// The least version of the code: ISVSVN of an SGX enclave, GUEST_SVN of an SEV-SNP guest. A
    /// TDX guest has none and is refused by any other minimum than 0.
    std::uint32_t minimum_isv_svn = 0;

    /// Statuses of the platform that will do. Most healthy platforms in the field are
    /// SWHardeningNeeded. Revoked is refused even if listed.
    std::vector<TcbStatus> tcb_statuses = {TcbStatus::up_to_date};

    /// Collateral with a lower tcbEvaluationDataNumber is refused: the same platform looks better
    /// in the eyes of older collateral.
    std::uint32_t minimum_tcb_evaluation_number = 0;

    /// Without collateral, nothing is known of revocation and of how current the platform is.
    Rule missing_collateral = Rule::refuse;

    /// For SEV-SNP: AMD has no list of platform statuses; this is what stands for it.
    SnpTcb minimum_snp_tcb{};

    /// For SEV-SNP: the privilege level (VMPL) that may ask for reports. Every lower one runs at
    /// the mercy of those above it.
    std::variant<std::uint32_t, Any> vmpl = std::uint32_t{0};

    /// For SEV-SNP: a guest that may be moved to other machines by an agent that nobody has named.
    Rule migration = Rule::refuse;

    /// For SEV-SNP: AMD's list of revoked certificates may be missing.
    Rule missing_revocation_list = Rule::refuse;

    /// A debug enclave keeps no secrets.
    Rule debug = Rule::refuse;

    /// A simulated platform is for development: it keeps no secrets from the machine it runs on.
    Rule simulated = Rule::refuse;
};

}  // namespace theriac::attestation
