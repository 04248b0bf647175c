// theriac enclave allow, disallow, revoke: which programs and instances may train.
#include "theriac/client/administration.hpp"

#include "transactions.hpp"

namespace theriac::cli {

namespace {

struct MeasurementOptions {
    std::string measurement;
    std::string source;
};

Result<protocol::Measurement> parse_measurement(std::string_view text) {
    auto measurement = protocol::Measurement::from_hex(text);
    if (!measurement)
        return fail(Errc::invalid_argument, "measurement: " + measurement.error().message);
    return *measurement;
}

Result<Hash256> parse_source(const std::string& text) {
    if (text.empty()) return Hash256{};
    auto hash = Hash256::from_hex(text);
    if (!hash) return fail(Errc::invalid_argument, "--source: " + hash.error().message);
    return *hash;
}

Result<void> allow(Runtime& runtime, const MeasurementOptions& options) {
    THERIAC_TRY(measurement, parse_measurement(options.measurement));
    THERIAC_TRY(source, parse_source(options.source));
    THERIAC_TRY(open, OpenProfile::open(runtime.common, runtime.stop));
    client::Administration administration(open->views(), open->profile().address());
    THERIAC_TRY(call, administration.allow(measurement, source));
    const Payment payment = paid("allow " + measurement.hex(), std::move(call));
    return send_and_tell(runtime, *open, {&payment, 1});
}

Result<void> disallow(Runtime& runtime, const MeasurementOptions& options) {
    THERIAC_TRY(measurement, parse_measurement(options.measurement));
    THERIAC_TRY(open, OpenProfile::open(runtime.common, runtime.stop));
    client::Administration administration(open->views(), open->profile().address());
    THERIAC_TRY(call, administration.disallow(measurement));
    const Payment payment = paid("disallow " + measurement.hex(), std::move(call));
    return send_and_tell(runtime, *open, {&payment, 1});
}

struct InstanceOptions {
    std::string instance;
};

Result<void> revoke(Runtime& runtime, const InstanceOptions& options) {
    THERIAC_TRY(instance, eth::parse_address(options.instance));
    THERIAC_TRY(open, OpenProfile::open(runtime.common, runtime.stop));
    client::Administration administration(open->views(), open->profile().address());
    THERIAC_TRY(call, administration.revoke_instance(instance));
    const Payment payment = paid("revoke instance " + instance.hex(), std::move(call));
    return send_and_tell(runtime, *open, {&payment, 1});
}

}  // namespace

void add_enclave_admin_commands(CLI::App& enclave, Runtime& runtime) {
    const auto allowed = declare<MeasurementOptions>(
        enclave,
        runtime,
        {"allow",
         "Let enclaves with this measurement register and train, as enclave administrator",
         "theriac enclave allow --profile governor 0x51b2…"},
        allow);
    allowed.command->add_option("measurement", allowed.options->measurement)->required();
    allowed.command->add_option(
        "--source",
        allowed.options->source,
        "Hash of the source it was built from, for the record");
    const auto disallowed = declare<MeasurementOptions>(
        enclave,
        runtime,
        {"disallow",
         "Let no enclave with this measurement start or release any more, as enclave administrator",
         "theriac enclave disallow --profile governor 0x51b2…"},
        disallow);
    disallowed.command->add_option("measurement", disallowed.options->measurement)->required();
    const auto revoked = declare<InstanceOptions>(
        enclave,
        runtime,
        {"revoke",
         "Bar one enclave instance for ever, as enclave administrator",
         "theriac enclave revoke --profile governor 0x7c21…"},
        revoke);
    revoked.command->add_option("instance", revoked.options->instance)->required();
}

}  // namespace theriac::cli
