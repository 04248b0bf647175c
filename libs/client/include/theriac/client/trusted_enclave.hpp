// Evidence before trust: nobody encrypts to, grants to or believes an enclave but through here.
#pragma once

#include "theriac/attestation/verify.hpp"
#include "theriac/base/ports.hpp"
#include "theriac/client/contract_views.hpp"
#include "theriac/client/instance_history.hpp"
#include "theriac/crypto/secp256k1.hpp"
#include "theriac/protocol/ids.hpp"
#include "theriac/storage/blob_store.hpp"

#include <string_view>

namespace theriac::client {

/// An instance whose registered keys a genuine quote vouches for. Only `check_enclave`,
/// `check_enclave_then` and `check_enclave_offline` make one.
class TrustedEnclave {
public:
    [[nodiscard]] const RegisteredInstance& instance() const { return instance_; }

    [[nodiscard]] const crypto::Point& group_key() const { return group_key_; }

    [[nodiscard]] protocol::GroupId group() const;

    /// "simulated", "intel" or "amd": whose word it is. With "simulated" nothing is known about any
    /// hardware, and tools say so.
    [[nodiscard]] attestation::AnchorKind anchor() const { return anchor_; }

private:
    friend class EnclaveCheck;  // of trusted_enclave.cpp

    TrustedEnclave(
        RegisteredInstance instance, crypto::Point group_key, attestation::AnchorKind anchor)
        : instance_(instance), group_key_(group_key), anchor_(anchor) {}

    RegisteredInstance instance_;
    crypto::Point group_key_;
    attestation::AnchorKind anchor_;
};

/// Checks registration (not revoked, epoch not over), evidence (chain, quoting enclave, signature,
/// measurement trusted by this participant's network file and allowed on the ledger, no debug) and
/// that the quote is for exactly the registered keys on this deployment.
///
/// @return the first check that fails, by name
Result<TrustedEnclave> check_enclave(
    ContractViews& views, storage::BlobStore& store, const eth::Address& instance, UnixTime now);

/// As `check_enclave`, of the instance as the ledger had it in `at.block`, at that block's time:
/// for what it signed then. What happened later does not undo what is on the ledger; `then` says
/// it.
Result<TrustedEnclave> check_enclave_then(
    ContractViews& views,
    storage::BlobStore& store,
    const InstanceThen& then,
    const TransactionReference& at);

/// As `check_enclave_then`, with evidence and registration at hand and no connection: that the
/// ledger has this registration, and allows its measurement, is taken as given.
Result<TrustedEnclave> check_enclave_offline(
    const Network& network, ByteView evidence, const RegisteredInstance& instance, UnixTime at);

/// The registered instance that passes `check_enclave` and whose epoch lasts longest.
///
/// @return Errc::not_found when none is registered; otherwise, when none passes, the reason of the
/// last
Result<TrustedEnclave> find_enclave(ContractViews& views, storage::BlobStore& store, UnixTime now);

}  // namespace theriac::client
