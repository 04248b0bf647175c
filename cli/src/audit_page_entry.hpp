// One request on the page of an owner's uses.
#pragma once

#include "theriac/client/audit.hpp"

#include <string>

namespace theriac::cli {

/// How many of the owner's collections this request used.
std::size_t used_collections(const client::AuditEntry& entry);

/// Whether something that was recomputed does not hold.
bool has_failed_check(const client::AuditEntry& entry);

/// HTML; all text escaped.
std::string audit_page_entry(const client::AuditEntry& entry);

}  // namespace theriac::cli
