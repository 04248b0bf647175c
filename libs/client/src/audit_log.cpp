#include "theriac/client/audit.hpp"
#include "theriac/crypto/hash.hpp"

namespace theriac::client {

Result<std::uint64_t> verify_audit_log(ContractViews& views) {
    THERIAC_TRY(entries, views.audit_log());
    THERIAC_TRY(stored, views.audit_head());
    Hash256 head;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const LoggedUse& logged = entries[i];
        head = crypto::keccak256({head.view(), logged.entry.view()});
        if (logged.index != i || logged.head != head)
            return fail(
                Errc::unauthenticated,
                "audit log: the hash chain breaks at entry " + std::to_string(i));
    }
    if (stored.count != entries.size() || stored.head != head)
        return fail(
            Errc::unauthenticated,
            "audit log: the ledger counts " + std::to_string(stored.count)
                + " entries, its events give " + std::to_string(entries.size()));
    return entries.size();
}

}  // namespace theriac::client
