// Handing signed statements to a relayer, which pays and can only delay.
// docs/formats/relayer-api.md.
#pragma once

#include "theriac/net/http_client.hpp"
#include "theriac/protocol/batch.hpp"
#include "theriac/protocol/statement_codec.hpp"

#include <chrono>
#include <functional>
#include <optional>
#include <string>

namespace theriac::client {

/// Names what was handed in: keccak256(kind ‖ 0x00 ‖ body). The same statement again is the same
/// ticket.
using Ticket = FixedBytes<struct TicketTag, 32>;

/// The path of each kind: "leaves", "grants", "registration", "revocation", "request",
/// "cancellation", "acknowledgement", "complaint", "review".
Ticket ticket_of(std::string_view kind, ByteView body);

struct TicketStatus {
    enum class State : std::uint8_t { queued, submitted, done, failed };

    State state = State::queued;
    std::optional<Hash256> transaction;
    std::uint64_t block = 0;
    std::uint64_t gas = 0;                        ///< of the transaction
    std::optional<Hash256> root;                  ///< of the batch, for leaves and grants
    std::optional<crypto::BlobAddress> manifest;  ///< of the batch
    std::uint32_t count = 0;                      ///< statements in the batch
    std::optional<Error> error;                   ///< when failed
};

class RelayerClient {
public:
    static Result<RelayerClient> create(std::string_view url);

    /// Durable once it returns: the relayer has stored it.
    Result<Ticket> submit(std::string_view kind, ByteView body);

    Result<TicketStatus> status(const Ticket& ticket);

    /// Polls until done; the error of a failed ticket is returned as an error.
    ///
    /// @param stop  asked between polls; Errc::interrupted when it says true
    Result<TicketStatus> wait(
        const Ticket& ticket, std::chrono::seconds limit, const std::function<bool()>& stop);

private:
    explicit RelayerClient(net::HttpClient http);

    net::HttpClient http_;
};

}  // namespace theriac::client
