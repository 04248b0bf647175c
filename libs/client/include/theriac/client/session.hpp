// Everything one command of a participant works with.
#pragma once

#include "theriac/base/ports.hpp"
#include "theriac/client/contract_views.hpp"
#include "theriac/client/profile.hpp"
#include "theriac/client/relayer_client.hpp"
#include "theriac/storage/blob_store.hpp"

#include <functional>
#include <memory>
#include <string_view>

namespace theriac::client {

/// Progress of long work: what is done, and how much of how much (0 of 0: unknown). May be empty.
using Progress =
    std::function<void(std::string_view what, std::uint64_t done, std::uint64_t total)>;

struct Session {
    const Profile& profile;
    const UnlockedKeys& keys;
    ContractViews& views;
    storage::BlobStore& store;
    RelayerClient& relayer;
    Entropy& entropy;
    std::function<bool()> stop;  ///< true: the user asked to end
    Progress progress;

    [[nodiscard]] const protocol::Deployment& deployment() const {
        return views.network().deployment;
    }
};

/// Registers the profile's account and encryption key with Members through the relayer; does
/// nothing when they are registered.
Result<TicketStatus> register_member(Session& session);

}  // namespace theriac::client
