#include "theriac/client/instance_history.hpp"

#include "theriac/eth/abi.hpp"
#include "theriac/ledger/contracts.hpp"

#include <algorithm>

namespace theriac::client {

namespace {

using eth::abi::Values;
using ledger::Log;
namespace generated = ledger::contracts;

constexpr std::string_view kRegisteredData = "(bytes,bytes32,uint64,bytes32)";
constexpr std::string_view kRenewedData = "(bytes32,uint64,bytes32)";
constexpr std::size_t kGroupKeySize = 33;

Hash256 topic_of(std::string_view event) {
    const auto found =
        std::ranges::find(generated::kEnclaves.events, event, &generated::Event::name);
    THERIAC_EXPECTS(found != generated::kEnclaves.events.end());
    return Hash256(found->topic);
}

Hash256 word_of(const eth::Address& address) {
    std::array<std::uint8_t, Hash256::kSize> out{};
    std::ranges::copy(address.view(), out.begin() + 12);
    return Hash256(out);
}

bool is_event(const Log& log, std::string_view name, const Hash256& subject) {
    return log.topics.size() >= 2 && log.topics[0] == topic_of(name) && log.topics[1] == subject;
}

class History {
public:
    History(std::span<const Log> events, const eth::Address& instance, std::uint64_t block)
        : events_(events), subject_(word_of(instance)), block_(block) {
        then_.instance.instance = instance;
    }

    Result<InstanceThen> run() {
        for (const Log& log : events_)
            THERIAC_CHECK(follow_instance(log));
        if (!registered_)
            return fail(
                Errc::not_found,
                "enclave: " + then_.instance.instance.hex() + " was not registered in block "
                    + std::to_string(block_));
        const Hash256 measurement(then_.instance.measurement.array());
        for (const Log& log : events_)
            follow_measurement(log, measurement);
        return then_;
    }

private:
    Result<void> follow_instance(const Log& log) {
        const bool by_then = log.block.number <= block_;
        if (is_event(log, "InstanceRevoked", subject_)) {
            if (log.block.number < block_)
                then_.instance.revoked = true;
            else
                then_.revoked_later_in = log.block.number;
        }
        if (by_then && is_event(log, "InstanceRegistered", subject_)) return registered(log);
        if (by_then && is_event(log, "EpochRenewed", subject_)) return renewed(log);
        return {};
    }

    Result<void> registered(const Log& log) {
        THERIAC_TRY(data, eth::abi::decode(kRegisteredData, log.data));
        const Bytes& group_key = data[0].bytes();
        if (log.topics.size() != 4 || group_key.size() != kGroupKeySize)
            return fail(Errc::malformed, "log: InstanceRegistered of another form");
        std::ranges::copy(group_key, then_.instance.group_key.begin());
        then_.instance.measurement = protocol::Measurement(log.topics[2].array());
        THERIAC_TRY(runner, eth::Address::from(log.topics[3].view().subspan(12)));
        then_.instance.runner = runner;
        registered_ = true;
        return take_epoch(data, 1);
    }

    Result<void> renewed(const Log& log) {
        THERIAC_TRY(data, eth::abi::decode(kRenewedData, log.data));
        return take_epoch(data, 0);
    }

    Result<void> take_epoch(const Values& data, std::size_t first) {
        then_.instance.epoch_key = data[first].fixed<protocol::EncryptionKey>();
        then_.instance.epoch_until = UnixTime{data[first + 1].u64()};
        then_.instance.evidence = data[first + 2].fixed<crypto::BlobAddress>();
        return {};
    }

    void follow_measurement(const Log& log, const Hash256& measurement) {
        if (is_event(log, "MeasurementAllowed", measurement) && log.block.number <= block_)
            then_.measurement_allowed = true;
        if (!is_event(log, "MeasurementDisallowed", measurement)) return;
        if (log.block.number < block_)
            then_.measurement_allowed = false;
        else if (!then_.disallowed_later_in)
            then_.disallowed_later_in = log.block.number;
    }

    std::span<const Log> events_;
    Hash256 subject_;
    std::uint64_t block_;
    bool registered_ = false;
    InstanceThen then_;
};

}  // namespace

Result<InstanceThen> instance_as_of(
    std::span<const Log> events, const eth::Address& instance, std::uint64_t block) {
    return History(events, instance, block).run();
}

Result<InstanceThen> instance_as_of(
    ContractViews& views, const eth::Address& instance, std::uint64_t block) {
    THERIAC_TRY(newest, views.chain().block_number());
    THERIAC_TRY(
        events,
        views.chain().logs(
            {.addresses = {views.network().deployment.enclaves},
             .from_block = views.network().deployed_at,
             .to_block = newest}));
    return instance_as_of(events, instance, block);
}

}  // namespace theriac::client
