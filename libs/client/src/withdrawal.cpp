#include "withdrawal.hpp"

#include "handing_in.hpp"
#include "reading.hpp"

namespace theriac::client {

namespace {

std::vector<protocol::CollectionId> owing(const OwnerIndex& index) {
    std::vector<protocol::CollectionId> out;
    for (const IndexedCollection& collection : index.collections) {
        if (collection.void_below > 0) out.push_back(collection.id());
    }
    return out;
}

Result<std::vector<std::uint64_t>> counters(
    Session& session, const std::vector<protocol::CollectionId>& ids) {
    return session.views.consent_counters(session.profile.address(), ids);
}

// All are handed in before the first is waited for: each is a transaction of its own.
Result<void> raise(
    Session& session, const OwnerIndex& index, const std::vector<protocol::CollectionId>& ids) {
    THERIAC_TRY(present, counters(session, ids));
    std::vector<Ticket> tickets;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        if (present[i] >= index.find(ids[i])->void_below) continue;
        THERIAC_TRY(
            signed_statement,
            sign(
                session.deployment(),
                session.keys.signer,
                protocol::Revocation{session.profile.address(), ids[i], present[i] + 1}));
        THERIAC_TRY(
            ticket, session.relayer.submit("revocation", protocol::encode(signed_statement)));
        tickets.push_back(ticket);
    }
    for (std::size_t i = 0; i < tickets.size(); ++i) {
        THERIAC_CHECK(session.relayer.wait(tickets[i], kTicketLimit, session.stop));
        if (session.progress) session.progress("withdrawing", i + 1, tickets.size());
    }
    return {};
}

}  // namespace

Result<void> withdraw_replaced(Session& session, OwnerIndex& index) {
    const std::vector<protocol::CollectionId> ids = owing(index);
    if (ids.empty()) return {};
    THERIAC_CHECK(raise(session, index, ids));
    THERIAC_TRY(reached, counters(session, ids));
    for (std::size_t i = 0; i < ids.size(); ++i) {
        IndexedCollection& collection = *index.find(ids[i]);
        if (reached[i] < collection.void_below)
            return fail(
                Errc::unauthenticated,
                "collection " + ids[i].hex()
                    + ": the relayer says its consent is withdrawn, the ledger does not");
        collection.void_below = 0;
    }
    return save_index(index_file(session), index, *session.keys.vault_seed, session.entropy);
}

}  // namespace theriac::client
