#include "instance.hpp"

#include "theriac/storage/atomic_file.hpp"

namespace theriac::host {

namespace {

constexpr std::size_t kMaxState = 65536;

Result<Bytes> read_sealed_state(const std::filesystem::path& file) {
    auto sealed = storage::read_file(file, kMaxState);
    if (!sealed && sealed.error().code == Errc::not_found) return Bytes{};
    return sealed;
}

Result<EnclaveProcess> start_process(RunnerContext& context) {
    THERIAC_TRY(platform, storage::read_file(context.platform_state, kMaxState));
    const SecretBytes state(std::move(platform));
    EnclaveOptions options;
    if (context.allow_unlocked_memory) options.arguments = {"--allow-unlocked-memory"};
    options.on_diagnostic = [log = context.log](std::string_view line) {
        if (log) log("enclave: " + std::string(line));
    };
    return EnclaveProcess::start(context.enclave.string(), state.reveal(), std::move(options));
}

}  // namespace

Result<StartedInstance> start_instance(RunnerContext& context, UnixTime epoch_until) {
    const auto file = context.profile.directory() / "sealed_state.bin";
    THERIAC_TRY(sealed, read_sealed_state(file));
    if (sealed.empty() && epoch_until == UnixTime{})
        return fail(
            Errc::not_found,
            context.profile.directory().string()
                + ": has no enclave instance yet; use `theriac runner register`");
    THERIAC_TRY(process, start_process(context));
    EnclaveClient enclave(std::move(process));
    THERIAC_TRY(
        identity,
        enclave.ask<protocol::Identity>(protocol::Provision{
            context.views.network().deployment, epoch_until, std::move(sealed)}));
    THERIAC_CHECK(storage::write_file_atomic(file, identity.sealed_state));
    return StartedInstance{std::move(enclave), std::move(identity)};
}

}  // namespace theriac::host
