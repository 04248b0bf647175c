#include "theriac/protocol/chain_state.hpp"

#include "theriac/crypto/hash.hpp"
#include "theriac/eth/storage_slot.hpp"
#include "theriac/protocol/storage_layout.hpp"

#include <algorithm>

namespace theriac::protocol {

namespace {

namespace layout = storage_layout;
using layout::Field;

// A mapping's key as the 32 bytes that are hashed: numbers and addresses to the right, bytes32 as
// they are.
Hash256 word(ByteView right_aligned) {
    THERIAC_EXPECTS(right_aligned.size() <= 32);
    Hash256 out;
    std::ranges::copy(right_aligned, out.mutable_view().subspan(32 - right_aligned.size()).begin());
    return out;
}

// One value of a mapping: reads members out of the slots it stands in.
class MappingValue {
public:
    MappingValue(const eth::Address& contract, Field mapping, ByteView key)
        : contract_(contract), base_(eth::mapping_slot(word(key), eth::slot_at(mapping.slot))) {}

    [[nodiscard]] SlotReference slot(std::uint64_t number) const {
        return {contract_, eth::slot_behind(base_, number)};
    }

    [[nodiscard]] std::vector<SlotReference> slots(std::uint64_t count) const {
        std::vector<SlotReference> out;
        for (std::uint64_t i = 0; i < count; ++i)
            out.push_back(slot(i));
        return out;
    }

    /// The member's bytes, big-endian, left-padded to 32.
    Result<Hash256> read(const eth::ProvenState& state, Field field) const {
        THERIAC_TRY(value, state.storage(contract_, slot(field.slot).slot));
        const auto bytes = value.word();
        const std::size_t end = 32 - field.offset;
        return word(ByteView(bytes).subspan(end - field.size, field.size));
    }

    Result<std::uint64_t> u64(const eth::ProvenState& state, Field field) const {
        THERIAC_EXPECTS(field.size <= 8);
        THERIAC_TRY(bytes, read(state, field));
        return eth::U256::from_big_endian(bytes.view())->to_u64();
    }

    Result<eth::Address> address(const eth::ProvenState& state, Field field) const {
        THERIAC_EXPECTS(field.size == 20);
        THERIAC_TRY(bytes, read(state, field));
        return eth::Address::from(bytes.view().subspan(12));
    }

    /// A member that fills its slot, as a type of 32 bytes.
    template <typename T>
    Result<T> fixed(const eth::ProvenState& state, Field field) const {
        THERIAC_TRY(bytes, read(state, field));
        return T(bytes.array());
    }

    Result<UnixTime> time(const eth::ProvenState& state, Field field) const {
        THERIAC_TRY(seconds, u64(state, field));
        return UnixTime{seconds};
    }

private:
    eth::Address contract_;
    Hash256 base_;
};

constexpr std::uint64_t kRequestSlots = layout::requests::request::kResult.slot + 1;
constexpr std::uint64_t kInstanceSlots = layout::enclaves::instance::kEpochKey.slot + 1;

MappingValue request_value(const Deployment& deployment, const RequestId& request) {
    return {deployment.requests, layout::requests::kRequest, request.view()};
}

MappingValue approval_value(const Deployment& deployment, const RequestId& request) {
    return {deployment.requests, layout::requests::kApproval, request.view()};
}

MappingValue member_value(const Deployment& deployment, const eth::Address& member) {
    return {deployment.members, layout::members::kMember, member.view()};
}

MappingValue encryption_key_value(const Deployment& deployment, const eth::Address& member) {
    return {deployment.members, layout::members::kEncryptionKey, member.view()};
}

MappingValue leaf_batch_value(const Deployment& deployment, const Hash256& root) {
    return {deployment.records, layout::records::kBatch, root.view()};
}

MappingValue grant_batch_value(const Deployment& deployment, const Hash256& root) {
    return {deployment.consent, layout::consent::kGrantBatch, root.view()};
}

MappingValue counter_value(
    const Deployment& deployment, const eth::Address& owner, const CollectionId& collection) {
    const Hash256 key = crypto::keccak256({word(owner.view()).view(), collection.view()});
    return {deployment.consent, layout::consent::kCounter, key.view()};
}

MappingValue instance_value(const Deployment& deployment, const eth::Address& instance) {
    return {deployment.enclaves, layout::enclaves::kInstance, instance.view()};
}

MappingValue measurement_value(const Deployment& deployment, const Measurement& measurement) {
    return {deployment.enclaves, layout::enclaves::kMeasurement, measurement.view()};
}

constexpr Field kWholeSlot{.slot = 0, .offset = 0, .size = 32};
constexpr Field kCounterField{.slot = 0, .offset = 0, .size = 8};

}  // namespace

std::vector<SlotReference> request_slots(const Deployment& deployment, const RequestId& request) {
    return request_value(deployment, request).slots(kRequestSlots);
}

Result<RequestState> read_request(
    const eth::ProvenState& state, const Deployment& deployment, const RequestId& request) {
    namespace field = layout::requests::request;
    const MappingValue value = request_value(deployment, request);
    THERIAC_TRY(status, value.u64(state, field::kState));
    if (status > static_cast<std::uint64_t>(RequestStatus::expired))
        return fail(Errc::unsupported, "request: unknown state " + std::to_string(status));
    THERIAC_TRY(researcher, value.address(state, field::kResearcher));
    THERIAC_TRY(document, value.fixed<crypto::BlobAddress>(state, field::kDocument));
    THERIAC_TRY(recruit_until, value.time(state, field::kRecruitUntil));
    THERIAC_TRY(start_until, value.time(state, field::kStartUntil));
    THERIAC_TRY(release_until, value.time(state, field::kReleaseUntil));
    THERIAC_TRY(start, value.fixed<Hash256>(state, field::kStart));
    THERIAC_TRY(challenge, value.fixed<Challenge>(state, field::kChallenge));
    THERIAC_TRY(result, value.fixed<Hash256>(state, field::kResult));
    THERIAC_TRY(quorum, value.u64(state, field::kQuorum));
    return RequestState{
        static_cast<RequestStatus>(status),
        researcher,
        document,
        recruit_until,
        start_until,
        release_until,
        start,
        challenge,
        result,
        static_cast<std::uint32_t>(quorum)};
}

std::vector<SlotReference> approval_slots(const Deployment& deployment, const RequestId& request) {
    return approval_value(deployment, request).slots(1);
}

Result<ApprovalState> read_approval(
    const eth::ProvenState& state, const Deployment& deployment, const RequestId& request) {
    namespace field = layout::requests::approval;
    const MappingValue value = approval_value(deployment, request);
    THERIAC_TRY(until, value.time(state, field::kUntil));
    THERIAC_TRY(approvals, value.u64(state, field::kApprovals));
    THERIAC_TRY(refusals, value.u64(state, field::kRefusals));
    return ApprovalState{
        until, static_cast<std::uint32_t>(approvals), static_cast<std::uint32_t>(refusals)};
}

Result<void> check_approved(
    const RequestState& request, const ApprovalState& approval, UnixTime now) {
    if (request.quorum == 0) return {};
    if (approval.refusals != 0)
        return fail(Errc::denied, "request: was refused by the review board");
    if (approval.until == UnixTime{})
        return fail(
            Errc::denied,
            "request: is not approved by the review board (" + std::to_string(approval.approvals)
                + " of " + std::to_string(request.quorum) + " approvals)");
    if (request.status == RequestStatus::recruiting && now > approval.until)
        return fail(Errc::expired, "request: the review board's approval is over");
    return {};
}

std::vector<SlotReference> member_slots(const Deployment& deployment, const eth::Address& member) {
    return {
        member_value(deployment, member).slot(0), encryption_key_value(deployment, member).slot(0)};
}

Result<MemberState> read_member(
    const eth::ProvenState& state, const Deployment& deployment, const eth::Address& member) {
    namespace field = layout::members::member;
    const MappingValue value = member_value(deployment, member);
    THERIAC_TRY(roles, value.u64(state, field::kRoles));
    THERIAC_TRY(voucher, value.address(state, field::kVoucher));
    THERIAC_TRY(
        encryption_key,
        encryption_key_value(deployment, member).fixed<EncryptionKey>(state, kWholeSlot));
    return MemberState{static_cast<std::uint32_t>(roles), voucher, encryption_key};
}

Result<bool> is_vouched_for(
    const eth::ProvenState& state, const Deployment& deployment, const eth::Address& owner) {
    THERIAC_TRY(member, read_member(state, deployment, owner));
    if (member.voucher.is_zero()) return member.is_vouched_for(0);
    THERIAC_TRY(
        voucher_roles,
        member_value(deployment, member.voucher).u64(state, layout::members::member::kRoles));
    return member.is_vouched_for(static_cast<std::uint32_t>(voucher_roles));
}

std::vector<SlotReference> leaf_batch_slots(const Deployment& deployment, const Hash256& root) {
    return leaf_batch_value(deployment, root).slots(1);
}

Result<bool> is_leaf_batch_registered(
    const eth::ProvenState& state, const Deployment& deployment, const Hash256& root) {
    THERIAC_TRY(slot, leaf_batch_value(deployment, root).read(state, kWholeSlot));
    return !slot.is_zero();
}

std::vector<SlotReference> grant_batch_slots(const Deployment& deployment, const Hash256& root) {
    return grant_batch_value(deployment, root).slots(1);
}

Result<bool> is_grant_batch_posted(
    const eth::ProvenState& state, const Deployment& deployment, const Hash256& root) {
    THERIAC_TRY(slot, grant_batch_value(deployment, root).read(state, kWholeSlot));
    return !slot.is_zero();
}

std::vector<SlotReference> consent_counter_slots(
    const Deployment& deployment, const eth::Address& owner, const CollectionId& collection) {
    return counter_value(deployment, owner, collection).slots(1);
}

Result<std::uint64_t> read_consent_counter(
    const eth::ProvenState& state,
    const Deployment& deployment,
    const eth::Address& owner,
    const CollectionId& collection) {
    return counter_value(deployment, owner, collection).u64(state, kCounterField);
}

std::vector<SlotReference> instance_slots(
    const Deployment& deployment, const eth::Address& instance) {
    return instance_value(deployment, instance).slots(kInstanceSlots);
}

Result<InstanceState> read_instance(
    const eth::ProvenState& state, const Deployment& deployment, const eth::Address& instance) {
    namespace field = layout::enclaves::instance;
    const MappingValue value = instance_value(deployment, instance);
    THERIAC_TRY(runner, value.address(state, field::kRunner));
    THERIAC_TRY(epoch_until, value.time(state, field::kEpochUntil));
    THERIAC_TRY(revoked, value.u64(state, field::kRevoked));
    THERIAC_TRY(measurement, value.fixed<Measurement>(state, field::kMeasurement));
    THERIAC_TRY(epoch_key, value.fixed<EncryptionKey>(state, field::kEpochKey));
    return InstanceState{epoch_key, epoch_until, measurement, revoked != 0, !runner.is_zero()};
}

std::vector<SlotReference> measurement_slots(
    const Deployment& deployment, const Measurement& measurement) {
    return measurement_value(deployment, measurement).slots(1);
}

Result<bool> is_measurement_allowed(
    const eth::ProvenState& state, const Deployment& deployment, const Measurement& measurement) {
    namespace field = layout::enclaves::allowed_measurement;
    THERIAC_TRY(since, measurement_value(deployment, measurement).u64(state, field::kAllowedSince));
    return since != 0;
}

}  // namespace theriac::protocol
