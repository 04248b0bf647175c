// What the commands that hand statements to a relayer share.
#pragma once

#include "theriac/client/session.hpp"
#include "theriac/protocol/statement_codec.hpp"

namespace theriac::client {

/// A block a second, a batch waits one more: two minutes mean that something is wrong.
inline constexpr std::chrono::seconds kTicketLimit{120};

/// Hands in `body` and waits until the ledger has it.
inline Result<TicketStatus> hand_in(Session& session, std::string_view kind, ByteView body) {
    THERIAC_TRY(ticket, session.relayer.submit(kind, body));
    return session.relayer.wait(ticket, kTicketLimit, session.stop);
}

/// Signs with the profile's key and hands in.
template <typename Statement>
Result<TicketStatus> sign_and_hand_in(
    Session& session, std::string_view kind, Statement statement) {
    THERIAC_TRY(
        signed_statement, sign(session.deployment(), session.keys.signer, std::move(statement)));
    return hand_in(session, kind, protocol::encode(signed_statement));
}

}  // namespace theriac::client
