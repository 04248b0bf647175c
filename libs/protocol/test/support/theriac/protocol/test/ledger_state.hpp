// The storage of a deployment's contracts, written slot by slot in memory, with genuine proofs.
#pragma once

#include "theriac/eth/test/state_builder.hpp"
#include "theriac/protocol/chain_state.hpp"
#include "theriac/protocol/storage_layout.hpp"

#include <algorithm>
#include <vector>

namespace theriac::protocol::test {

class LedgerState {
public:
    explicit LedgerState(const Deployment& deployment) : deployment_(deployment) {
        state_.header.number = 100;
        state_.header.timestamp = {1'700'000'000};
        for (const eth::Address& contract :
             {deployment.members,
              deployment.records,
              deployment.consent,
              deployment.enclaves,
              deployment.requests})
            state_.set(contract, eth::slot_at(0), eth::U256());
    }

    /// The next block.
    void mine(std::uint64_t seconds = 12) {
        state_.header.number += 1;
        state_.header.timestamp.seconds += seconds;
    }

    [[nodiscard]] UnixTime now() const { return state_.header.timestamp; }

    void set_request(const RequestId& id, const RequestState& request) {
        namespace field = storage_layout::requests::request;
        const auto slots = request_slots(deployment_, id);
        put(slots, field::kState, static_cast<std::uint64_t>(request.status));
        put(slots, field::kResearcher, request.researcher.view());
        put(slots, field::kDocument, request.document.view());
        put(slots, field::kRecruitUntil, request.recruit_until.seconds);
        put(slots, field::kStartUntil, request.start_until.seconds);
        put(slots, field::kReleaseUntil, request.release_until.seconds);
        put(slots, field::kStart, request.start.view());
        put(slots, field::kChallenge, request.challenge.view());
        put(slots, field::kResult, request.result.view());
        put(slots, field::kQuorum, request.quorum);
    }

    void set_approval(const RequestId& id, const ApprovalState& approval) {
        namespace field = storage_layout::requests::approval;
        const auto slots = approval_slots(deployment_, id);
        put(slots, field::kUntil, approval.until.seconds);
        put(slots, field::kApprovals, approval.approvals);
        put(slots, field::kRefusals, approval.refusals);
    }

    void set_member(const eth::Address& address, const MemberState& member) {
        namespace field = storage_layout::members::member;
        const auto slots = member_slots(deployment_, address);
        put(slots, field::kRoles, member.roles);
        put(slots, field::kVoucher, member.voucher.view());
        put(slots, {.slot = 1, .offset = 0, .size = 32}, member.encryption_key.view());
    }

    void set_instance(const eth::Address& address, const InstanceState& instance) {
        namespace field = storage_layout::enclaves::instance;
        const auto slots = instance_slots(deployment_, address);
        put(slots, field::kRunner, Bytes(20, instance.registered ? 0xcc : 0));
        put(slots, field::kEpochUntil, instance.epoch_until.seconds);
        put(slots, field::kRevoked, instance.revoked ? 1 : 0);
        put(slots, field::kMeasurement, instance.measurement.view());
        put(slots, field::kEpochKey, instance.epoch_key.view());
    }

    void allow_measurement(const Measurement& measurement) {
        set_measurement(measurement, now().seconds);
    }

    void disallow_measurement(const Measurement& measurement) { set_measurement(measurement, 0); }

    void set_consent_counter(
        const eth::Address& owner, const CollectionId& collection, std::uint64_t counter) {
        const auto slots = consent_counter_slots(deployment_, owner, collection);
        put(slots, {.slot = 0, .offset = 0, .size = 8}, counter);
    }

    void register_leaf_batch(const Hash256& root) {
        put(leaf_batch_slots(deployment_, root),
            storage_layout::records::batch::kRegisteredAt,
            now().seconds);
    }

    void post_grant_batch(const Hash256& root) {
        put(grant_batch_slots(deployment_, root),
            storage_layout::consent::batch::kRegisteredAt,
            now().seconds);
    }

    /// A proof of these slots under the present block's header.
    [[nodiscard]] eth::StateProof prove(std::vector<SlotReference> slots) const {
        std::ranges::sort(slots);
        const auto repeated = std::ranges::unique(slots);
        slots.erase(repeated.begin(), repeated.end());
        std::vector<eth::test::StateBuilder::Slot> asked;
        for (const SlotReference& one : slots)
            asked.emplace_back(one.contract, one.slot);
        return state_.prove(asked);
    }

    /// Writes a member of a value whose slots are `slots`.
    void put(const std::vector<SlotReference>& slots, storage_layout::Field field, ByteView bytes) {
        const SlotReference& at = slots.at(field.slot);
        auto word = state_.get(at.contract, at.slot).word();
        const std::size_t end = 32 - field.offset;
        std::ranges::copy(bytes, word.begin() + static_cast<std::ptrdiff_t>(end - field.size));
        state_.set(at.contract, at.slot, eth::U256::from_word(word));
    }

    void put(
        const std::vector<SlotReference>& slots, storage_layout::Field field, std::uint64_t value) {
        const auto word = eth::U256(value).word();
        put(slots, field, ByteView(word).subspan(32 - field.size));
    }

private:
    void set_measurement(const Measurement& measurement, std::uint64_t since) {
        put(measurement_slots(deployment_, measurement),
            storage_layout::enclaves::allowed_measurement::kAllowedSince,
            since);
    }

    Deployment deployment_;
    eth::test::StateBuilder state_;
};

}  // namespace theriac::protocol::test
