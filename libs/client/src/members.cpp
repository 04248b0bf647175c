#include "theriac/client/session.hpp"

#include "handing_in.hpp"

namespace theriac::client {

Result<TicketStatus> register_member(Session& session) {
    if (!session.keys.encryption)
        return fail(
            Errc::invalid_argument,
            "profile " + session.profile.directory().string() + ": has no encryption key");
    const protocol::EncryptionKey key(session.keys.encryption->public_key().array());
    THERIAC_TRY(member, session.views.member(session.profile.address()));
    if (member.encryption_key == key) {
        TicketStatus done;
        done.state = TicketStatus::State::done;
        return done;
    }
    THERIAC_TRY(nonce, session.views.registrations(session.profile.address()));
    THERIAC_TRY(
        ticket,
        sign_and_hand_in(
            session,
            "registration",
            protocol::Registration{session.profile.address(), key, nonce}));
    THERIAC_TRY(registered, session.views.member(session.profile.address()));
    if (registered.encryption_key == key) return ticket;
    return fail(
        Errc::unauthenticated,
        "relayer: says done, but the ledger has another key for "
            + session.profile.address().hex());
}

}  // namespace theriac::client
