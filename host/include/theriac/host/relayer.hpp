// The relayer: takes signed statements, gathers them into batches, pays for the transactions. It
// can delay, never forge.
//
// HTTP interface: docs/formats/relayer-api.md.
#pragma once

#include "theriac/base/ports.hpp"
#include "theriac/client/contract_views.hpp"
#include "theriac/client/profile.hpp"
#include "theriac/net/http_server.hpp"
#include "theriac/net/signals.hpp"
#include "theriac/storage/blob_store.hpp"

#include <chrono>
#include <functional>
#include <string>
#include <string_view>

namespace theriac::host {

struct RelayerOptions {
    std::size_t batch_size = 1000;  ///< statements at which a batch goes out at once
    std::chrono::milliseconds batch_delay{
        1000};  ///< how long the first of a batch waits for others
    net::HttpServerOptions http;
};

/// Told of each transaction: what it was for, its hash, gas and block.
using RelayerLog = std::function<void(std::string_view line)>;

/// Serves until `stop`. `ready` is called with the URL once it listens.
///
/// A statement that was answered with a ticket is on disk, and is submitted also when the relayer
/// was killed in between.
///
/// @return Errc::conflict when the port or the profile is in use; Errc::unavailable without ledger
Result<void> serve_relayer(
    const client::Profile& profile,
    const client::UnlockedKeys& keys,
    client::ContractViews& views,
    storage::BlobStore& store,
    const RelayerOptions& options,
    const net::StopFlag& stop,
    const std::function<void(std::string_view url)>& ready,
    const RelayerLog& log);

}  // namespace theriac::host
