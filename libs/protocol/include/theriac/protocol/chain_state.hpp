// What the contracts' storage says, read from proven state only. docs/formats/ledger.md has the
// layout.
//
// For each fact: the slots that hold it, so that a host knows what to prove, and a reader of those
// slots.
#pragma once

#include "theriac/base/bytes.hpp"
#include "theriac/base/ports.hpp"
#include "theriac/crypto/merkle.hpp"
#include "theriac/eth/address.hpp"
#include "theriac/eth/proven_state.hpp"
#include "theriac/protocol/deployment.hpp"
#include "theriac/protocol/ids.hpp"

#include <cstdint>
#include <vector>

namespace theriac::protocol {

/// One storage slot of one contract.
struct SlotReference {
    eth::Address contract;
    Hash256 slot;

    auto operator<=>(const SlotReference&) const = default;
};

/// As the contract numbers them.
enum class RequestStatus : std::uint8_t {
    none,
    recruiting,
    started,
    released,
    acknowledged,
    disputed,
    cancelled,
    expired,
};

struct RequestState {
    RequestStatus status = RequestStatus::none;
    eth::Address researcher;
    crypto::BlobAddress document;
    UnixTime recruit_until;
    UnixTime start_until;
    UnixTime release_until;
    Hash256 start;  ///< `StartCommitment::stored`, or zero
    Challenge challenge;
    Hash256 result;            ///< statement hash of the `ResultStatement`, or zero
    std::uint32_t quorum = 0;  ///< approvals without which it does not start; 0: none demanded
};

std::vector<SlotReference> request_slots(const Deployment& deployment, const RequestId& request);
Result<RequestState> read_request(
    const eth::ProvenState& state, const Deployment& deployment, const RequestId& request);

/// What the review board says of a request.
struct ApprovalState {
    UnixTime until;               ///< last moment for the start; zero: not approved, or refused
    std::uint32_t approvals = 0;  ///< reviewers whose last word is an approval, over or not
    std::uint32_t refusals = 0;   ///< reviewers whose last word is a refusal; one is enough
};

std::vector<SlotReference> approval_slots(const Deployment& deployment, const RequestId& request);
Result<ApprovalState> read_approval(
    const eth::ProvenState& state, const Deployment& deployment, const RequestId& request);

/// Whether a request has the approval that it demands: to start it, one that is not over; once it
/// is started, one that was not taken back.
///
/// @return Errc::denied when it is refused or not approved, Errc::expired when the approval is over
Result<void> check_approved(
    const RequestState& request, const ApprovalState& approval, UnixTime now);

/// Roles of a member, as bits.
inline constexpr std::uint32_t kRoleOwner = 1;
inline constexpr std::uint32_t kRoleHospital = 2;
inline constexpr std::uint32_t kRoleResearcher = 4;
inline constexpr std::uint32_t kRoleRelayer = 8;
inline constexpr std::uint32_t kRoleRunner = 16;
inline constexpr std::uint32_t kRoleReviewer = 32;
inline constexpr std::uint32_t kRoleEnclaveAdmin = 64;

struct MemberState {
    std::uint32_t roles = 0;
    eth::Address voucher;  ///< the institution that vouches for this owner, or zero
    EncryptionKey encryption_key;

    /// An institution vouches for this owner, or the owner is one. A voucher that is an institution
    /// no more vouches for nobody.
    [[nodiscard]] bool is_vouched_for(std::uint32_t voucher_roles) const {
        const bool vouched =
            (roles & kRoleOwner) != 0 && !voucher.is_zero() && (voucher_roles & kRoleHospital) != 0;
        return vouched || (roles & kRoleHospital) != 0;
    }
};

std::vector<SlotReference> member_slots(const Deployment& deployment, const eth::Address& member);
Result<MemberState> read_member(
    const eth::ProvenState& state, const Deployment& deployment, const eth::Address& member);

/// `MemberState::is_vouched_for`, with the roles that owner and voucher have in `state`: it must
/// show the slots of both.
Result<bool> is_vouched_for(
    const eth::ProvenState& state, const Deployment& deployment, const eth::Address& owner);

/// Whether a batch of leaves (in Records) or of grants (in Consent) with that root is registered.
std::vector<SlotReference> leaf_batch_slots(const Deployment& deployment, const Hash256& root);
Result<bool> is_leaf_batch_registered(
    const eth::ProvenState& state, const Deployment& deployment, const Hash256& root);
std::vector<SlotReference> grant_batch_slots(const Deployment& deployment, const Hash256& root);
Result<bool> is_grant_batch_posted(
    const eth::ProvenState& state, const Deployment& deployment, const Hash256& root);

std::vector<SlotReference> consent_counter_slots(
    const Deployment& deployment, const eth::Address& owner, const CollectionId& collection);
Result<std::uint64_t> read_consent_counter(
    const eth::ProvenState& state,
    const Deployment& deployment,
    const eth::Address& owner,
    const CollectionId& collection);

struct InstanceState {
    EncryptionKey epoch_key;
    UnixTime epoch_until;
    Measurement measurement;
    bool revoked = false;
    bool registered = false;
};

std::vector<SlotReference> instance_slots(
    const Deployment& deployment, const eth::Address& instance);
Result<InstanceState> read_instance(
    const eth::ProvenState& state, const Deployment& deployment, const eth::Address& instance);

/// Whether enclaves with this measurement may train.
std::vector<SlotReference> measurement_slots(
    const Deployment& deployment, const Measurement& measurement);
Result<bool> is_measurement_allowed(
    const eth::ProvenState& state, const Deployment& deployment, const Measurement& measurement);

}  // namespace theriac::protocol
