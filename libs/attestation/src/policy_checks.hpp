// The demands of a policy that hold for every kind of evidence. Each notes one line in the list,
// and returns whether to go on.
#pragma once

#include "checklist.hpp"

namespace theriac::attestation {

bool check_simulated(Checklist& list, const Policy& policy, AnchorKind anchor);

bool check_debug(Checklist& list, const Policy& policy, bool found);

bool check_measurement(Checklist& list, const Policy& policy, const Measurement& found);

bool check_report_data(Checklist& list, const Policy& policy, const ReportData& found);

/// "one of [a, b]", or "a" alone.
template <typename Listed, typename ToText>
std::string one_of(const std::vector<Listed>& list, ToText to_text) {
    if (list.size() == 1) return std::string(to_text(list.front()));
    std::string out = "one of [";
    for (const Listed& entry : list) {
        if (out.back() != '[') out += ", ";
        out += to_text(entry);
    }
    return out + "]";
}

}  // namespace theriac::attestation
