// Every use of an owner's records, as a table and as a page.
#pragma once

#include "theriac/client/audit.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace theriac::cli {

/// One line for each collection in each request, under a header.
std::string audit_table(const std::vector<client::AuditEntry>& entries);

/// All requests, newest first, in one HTML file: no script, nothing from elsewhere, all text
/// escaped.
std::string audit_page(
    std::string_view owner,
    std::string_view address,
    const std::vector<client::AuditEntry>& entries);

}  // namespace theriac::cli
