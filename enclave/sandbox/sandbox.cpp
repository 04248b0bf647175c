#include "sandbox/sandbox.hpp"

#include "sandbox/capabilities.hpp"
#include "sandbox/clocks.hpp"
#include "sandbox/isolation.hpp"
#include "sandbox/syscall_filter.hpp"

namespace theriac::enclave {

Result<SandboxReport> enter_sandbox(MemoryState memory, int channel, int parent) {
    const auto keep =
        memory == MemoryState::locked_by_privilege ? Privilege::lock_memory : Privilege::none;
    THERIAC_CHECK(close_descriptors(channel));
    THERIAC_CHECK(remove_clocks());  // reads /proc, which the next step hides
    SandboxReport report{.namespaces = enter_namespaces()};
    THERIAC_CHECK(drop_privileges(keep));
    // Changing the user resets both of these.
    THERIAC_CHECK(forbid_inspection());
    THERIAC_CHECK(bind_to_parent(parent));
    THERIAC_CHECK(lower_limits());
    THERIAC_CHECK(install_syscall_filter(channel));
    return report;
}

}  // namespace theriac::enclave
