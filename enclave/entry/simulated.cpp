// theriac-enclave on the simulated platform: for development and tests. It proves nothing.
#include "theriac/simulation/measure.hpp"
#include "theriac/simulation/platform.hpp"

#include "sandbox/channel.hpp"
#include "sandbox/diagnostics.hpp"
#include "sandbox/inherited.hpp"
#include "sandbox/program.hpp"

#include <memory>
#include <utility>

namespace {

using namespace theriac;

class SimulatedPlatform final : public enclave::Platform {
public:
    SimulatedPlatform(simulation::Platform platform, const attestation::Measurement& measurement)
        : platform_(std::move(platform)), measurement_(measurement) {}

    Result<Bytes> quote(const std::array<std::uint8_t, 64>& report_data) override {
        return platform_.quote(measurement_, attestation::ReportData(report_data));
    }

    Result<Secret<32>> sealing_key() override { return platform_.sealing_key(measurement_); }

    [[nodiscard]] std::string_view name() const override { return "simulated"; }

private:
    simulation::Platform platform_;
    attestation::Measurement measurement_;
};

Result<simulation::Platform> read_platform() {
    THERIAC_TRY(
        state,
        enclave::read_inherited(enclave::kPlatformStateFd, simulation::Platform::kMaxStateSize));
    return simulation::Platform::parse(state.reveal());
}

Result<std::unique_ptr<enclave::Platform>> open_platform() {
    auto platform = read_platform();
    if (!platform)
        return fail(with_context("the simulated platform's state", std::move(platform).error()));
    THERIAC_TRY(program, enclave::read_own_executable());
    return std::make_unique<SimulatedPlatform>(*std::move(platform), simulation::measure(program));
}

}  // namespace

int main(int argc, char** argv) {
    enclave::say(
        "SIMULATED PLATFORM: for development only; its quotes prove nothing about hardware");
    return enclave::run_program(
        {argv + 1, static_cast<std::size_t>(argc > 0 ? argc - 1 : 0)},
        {.open_platform = open_platform, .make_service = enclave::make_service});
}
