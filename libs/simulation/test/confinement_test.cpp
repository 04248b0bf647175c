// Inside an enclave there is no file, no network and no clock. Here a child process gives them up
// and then does all that a simulated enclave does with its platform and with a peer's evidence.
#include "theriac/attestation/verify.hpp"
#include "theriac/crypto/hash.hpp"
#include "theriac/simulation/platform.hpp"

#include <gtest/gtest.h>
#include <seccomp.h>

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <initializer_list>
#include <iterator>

namespace theriac::simulation {
namespace {

// A platform's state without its checksum. Read from a file, because making a platform would start
// all that this test wants to see started in confinement.
Bytes read_state() {
    const char* source = std::getenv("THERIAC_SOURCE_DIR");
    const std::string folder = source == nullptr ? "." : source;
    std::ifstream in(
        folder + "/libs/simulation/fuzz/corpus/platform_fuzz/state.bin", std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

// From here on, opening, connecting or asking the kernel for time ends the process.
void confine() {
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
    for (const int call :
         {SCMP_SYS(open),
          SCMP_SYS(openat),
          SCMP_SYS(openat2),
          SCMP_SYS(socket),
          SCMP_SYS(connect),
          SCMP_SYS(clock_gettime),
          SCMP_SYS(gettimeofday),
          SCMP_SYS(time),
          SCMP_SYS(clone),
          SCMP_SYS(clone3),
          SCMP_SYS(execve)})
        if (seccomp_rule_add(filter, SCMP_ACT_KILL_PROCESS, call, 0) != 0) std::abort();
    if (seccomp_load(filter) != 0) std::abort();
    seccomp_release(filter);
}

bool attest_in_confinement() {
    Bytes state = read_state();
    confine();
    append(state, crypto::sha256(state).view());
    const Platform platform = Platform::parse(state).value();
    const Bytes quote = platform.quote({}, {});
    const Secret<32> sealing_key = platform.sealing_key({});
    const auto anchor =
        attestation::TrustAnchor::simulated(platform.public_part().root_certificate).value();
    const attestation::Policy policy{
        .measurements = attestation::Any{},
        .report_data = attestation::Any{},
        .simulated = attestation::Rule::accept};
    return attestation::verify(
               quote, &platform.public_part().collateral, anchor, policy, {1'780'000'000})
        .has_value();
}

TEST(confinement, opening_a_file_ends_the_process) {
    GTEST_FLAG_SET(death_test_style, "threadsafe");
    EXPECT_EXIT(
        {
            confine();
            std::ifstream in("/etc/passwd");
            std::_Exit(0);
        },
        testing::KilledBySignal(SIGSYS),
        "");
}

TEST(confinement, quoting_sealing_and_verifying_need_no_file_no_socket_and_no_clock) {
    GTEST_FLAG_SET(death_test_style, "threadsafe");  // a new process, where nothing was used yet
    EXPECT_EXIT(std::_Exit(attest_in_confinement() ? 0 : 1), testing::ExitedWithCode(0), "");
}

}  // namespace
}  // namespace theriac::simulation
