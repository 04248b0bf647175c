#include "hostile_service.hpp"

#include <fcntl.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <sched.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <linux/io_uring.h>
#include <netinet/in.h>
#include <sys/auxv.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/un.h>
#if defined(__x86_64__)
#include <x86intrin.h>
#endif

namespace theriac::enclave::test {
namespace {

template <typename... Arguments>
void raw(long call, Arguments... arguments) {
    static_cast<void>(::syscall(call, arguments...));
}

void connect_to_loopback() {
    const int fd = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    raw(SYS_connect, fd, &address, sizeof address);
}

/// connect(2) alone, on the one socket there is.
void connect_channel_elsewhere() {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    address.sun_path[1] = 'x';
    raw(SYS_connect, 3, &address, sizeof address);
}

void execute_shell() {
    const char* const none[] = {"/bin/sh", nullptr};
    raw(SYS_execve, none[0], none, none + 1);
}

void receive_descriptor() {
    msghdr message{};
    raw(SYS_recvmsg, 3, &message, 0);
}

/// Code of its own in fresh memory.
void map_executable() {
    raw(SYS_mmap,
        nullptr,
        4096,
        PROT_READ | PROT_WRITE | PROT_EXEC,
        MAP_PRIVATE | MAP_ANONYMOUS,
        -1,
        0);
}

void make_executable() {
    void* const page =
        ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    raw(SYS_mprotect, page, 4096, PROT_READ | PROT_EXEC);
}

void map_shared() {
    raw(SYS_mmap, nullptr, 4096, PROT_READ, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
}

void start_io_uring() {
    io_uring_params parameters{};
    raw(SYS_io_uring_setup, 4, &parameters);
}

void read_process_memory() {
    char byte = 0;
    iovec local{&byte, 1};
    iovec remote{&byte, 1};
    raw(SYS_process_vm_readv, ::getppid(), &local, 1, &remote, 1, 0);
}

void read_clock_by_system_call() {
    timespec now{};
    raw(SYS_clock_gettime, CLOCK_MONOTONIC, &now);
}

/// The kernel's own code for clock_gettime, had the C library left us its address (vdso(7)).
void read_clock_by_vdso() {
    const auto vdso = ::getauxval(AT_SYSINFO_EHDR);
    if (vdso == 0) std::raise(SIGSEGV);
    // The kernel's number of the mapping; reading its first byte is the attempt.
    static_cast<void>(*reinterpret_cast<const volatile char*>(vdso));
}

void read_cycle_counter() {
#if defined(__x86_64__)
    static_cast<void>(__rdtsc());
#else
    std::raise(SIGSEGV);  // arm64: the counter cannot be closed to user space by a process
#endif
}

void sleep_a_little() {
    const timespec little{.tv_sec = 0, .tv_nsec = 1000};
    raw(SYS_nanosleep, &little, nullptr);
}

#if defined(__x86_64__)
/// getpid by the i386 table, which numbers open as 5: another ABI dodges no rule.
void call_by_i386_table() {
    long result = 5;
    asm volatile("int $0x80" : "+a"(result) : "b"(0), "c"(0), "d"(0) : "memory");
}
#endif

void exhaust_memory() {
    std::vector<std::vector<char>> all;
    while (true)
        all.emplace_back(std::size_t{1} << 40U);
}

const std::map<std::string_view, std::function<void()>>& attempts() {
    static const std::map<std::string_view, std::function<void()>> kAttempts = {
        {"open_file", [] { raw(SYS_openat, AT_FDCWD, "/etc/passwd", O_RDONLY); }},
        {"open_file_legacy", [] { raw(SYS_open, "/etc/passwd", O_RDONLY); }},
        {"create_file", [] { raw(SYS_openat, AT_FDCWD, "/tmp/x", O_CREAT | O_WRONLY, 0600); }},
        {"read_environ", [] { raw(SYS_openat, AT_FDCWD, "/proc/self/environ", O_RDONLY); }},
        {"readlink",
         [] {
             char b[8];
             raw(SYS_readlink, "/proc/self/exe", b, sizeof b);
         }},
        {"socket_inet", [] { raw(SYS_socket, AF_INET, SOCK_STREAM, 0); }},
        {"socket_unix", [] { raw(SYS_socket, AF_UNIX, SOCK_STREAM, 0); }},
        {"socketpair",
         [] {
             int ends[2];
             raw(SYS_socketpair, AF_UNIX, SOCK_STREAM, 0, ends);
         }},
        {"pipe",
         [] {
             int ends[2];
             raw(SYS_pipe2, ends, 0);
         }},
        {"connect_loopback", connect_to_loopback},
        {"connect_abstract", connect_channel_elsewhere},
        {"receive_descriptor", receive_descriptor},
        {"fork", [] { raw(SYS_fork); }},
        {"clone", [] { raw(SYS_clone, SIGCHLD, nullptr, nullptr, nullptr, 0UL); }},
        {"clone3", [] { raw(SYS_clone3, nullptr, 0UL); }},
        {"execve", execute_shell},
        {"ptrace_parent", [] { raw(SYS_ptrace, PTRACE_ATTACH, ::getppid(), 0L, 0L); }},
        {"ptrace_traceme", [] { raw(SYS_ptrace, PTRACE_TRACEME, 0L, 0L, 0L); }},
        {"read_process_memory", read_process_memory},
        {"memfd_create", [] { raw(SYS_memfd_create, "x", 0U); }},
        {"io_uring_setup", start_io_uring},
        {"userfaultfd", [] { raw(SYS_userfaultfd, 0); }},
        {"bpf", [] { raw(SYS_bpf, 0, nullptr, 0); }},
        {"keyctl", [] { raw(SYS_keyctl, 0, 0, 0, 0, 0); }},
        {"perf_event_open", [] { raw(SYS_perf_event_open, nullptr, 0, -1, -1, 0UL); }},
        {"kill_parent", [] { raw(SYS_kill, 1, 0); }},
        {"kill_self_other_signal", [] { raw(SYS_tgkill, ::getpid(), ::gettid(), SIGUSR1); }},
        {"tgkill_other", [] { raw(SYS_tgkill, 1, 1, SIGABRT); }},
        {"map_executable", map_executable},
        {"make_executable", make_executable},
        {"map_shared", map_shared},
        {"map_file", [] { raw(SYS_mmap, nullptr, 4096, PROT_READ, MAP_PRIVATE, 3, 0); }},
        {"become_dumpable", [] { raw(SYS_prctl, PR_SET_DUMPABLE, 1, 0, 0, 0); }},
        {"allow_cycle_counter", [] { raw(SYS_prctl, PR_SET_TSC, PR_TSC_ENABLE, 0, 0, 0); }},
        {"raise_limit", [] { raw(SYS_prlimit64, 0, 7, nullptr, nullptr); }},
        {"unlock_memory", [] { raw(SYS_munlockall); }},
        {"read_stdin",
         [] {
             char b = 0;
             raw(SYS_read, 0, &b, 1UL);
         }},
        {"read_stderr",
         [] {
             char b = 0;
             raw(SYS_read, 2, &b, 1UL);
         }},
        {"read_state_again",
         [] {
             char b = 0;
             raw(SYS_read, 4, &b, 1UL);
         }},
        {"write_stdout", [] { raw(SYS_write, 1, "x", 1UL); }},
        {"ioctl_stderr", [] { raw(SYS_ioctl, 2, 0x5412UL /* TIOCSTI */, "x"); }},
        {"dup_channel", [] { raw(SYS_dup, 3); }},
        {"unshare_user", [] { raw(SYS_unshare, CLONE_NEWUSER); }},
        {"setuid_root", [] { raw(SYS_setuid, 0); }},
        {"add_filter", [] { raw(SYS_seccomp, 1U, 0U, nullptr); }},
        {"install_handler", [] { static_cast<void>(std::signal(SIGSEGV, [](int) {})); }},
        {"read_clock_by_system_call", read_clock_by_system_call},
        {"read_clock_by_vdso", read_clock_by_vdso},
        {"read_cycle_counter", read_cycle_counter},
        {"sleep", sleep_a_little},
#if defined(__x86_64__)
        {"call_by_i386_table", call_by_i386_table},
        {"call_by_x32_table", [] { raw(0x40000000L | SYS_openat, AT_FDCWD, "/etc/passwd", 0); }},
#endif
        {"abort", [] { std::abort(); }},
        {"throw_record", [] { throw std::runtime_error("SECRET RECORD"); }},
        {"exhaust_memory", exhaust_memory},
    };
    return kAttempts;
}

/// 32 bytes of SHA-256 by OpenSSL's default library context.
Bytes hash(ByteView input) {
    Bytes digest(32);
    if (EVP_Digest(input.data(), input.size(), digest.data(), nullptr, EVP_sha256(), nullptr) != 1)
        std::abort();
    return digest;
}

/// Many draws: the generators reseed on the way.
Bytes draw() {
    Bytes out(16);
    for (int i = 0; i < 100'000; ++i)
        if (RAND_priv_bytes(out.data(), 16) != 1 || RAND_bytes(out.data(), 16) != 1) std::abort();
    return out;
}

/// What a quoting key does.
Bytes sign() {
    EVP_PKEY* const key = EVP_EC_gen("P-256");
    EVP_MD_CTX* const context = EVP_MD_CTX_new();
    Bytes signature(80);
    std::size_t size = signature.size();
    const auto message = as_bytes("message");
    if (EVP_DigestSignInit(context, nullptr, EVP_sha256(), nullptr, key) != 1
        || EVP_DigestSign(context, signature.data(), &size, message.data(), message.size()) != 1)
        std::abort();
    signature.resize(size);
    EVP_MD_CTX_free(context);
    EVP_PKEY_free(key);
    return signature;
}

/// As large as it may be, then given back: the allocator's calls are all in the list.
Bytes use_memory() {
    for (std::size_t size = 1; size <= std::size_t{48} << 20U; size *= 3) {
        Bytes grown(size, 1);
        grown.resize(size * 2);
        grown.shrink_to_fit();
    }
    return to_bytes(as_bytes("used"));
}

/// What the C and C++ libraries say of the time: "now seconds, fine -1".
Bytes read_clocks() {
    timespec fine{};
    const auto now = std::time(nullptr);
    const int code = ::clock_gettime(CLOCK_MONOTONIC, &fine);
    return to_bytes(as_bytes("now " + std::to_string(now) + ", fine " + std::to_string(code)));
}

}  // namespace

Bytes HostileService::handle(ByteView request) {
    const auto command = as_text(request);
    if (command.starts_with("echo ")) return to_bytes(request.subspan(5));
    if (command == "hash") return hash(request);
    if (command == "draw") return draw();
    if (command == "sign") return sign();
    if (command == "use_memory") return use_memory();
    if (command == "clocks") return read_clocks();
    const auto attempt = attempts().find(command);
    if (attempt == attempts().end()) return to_bytes(as_bytes("unknown command"));
    attempt->second();
    return to_bytes(as_bytes("survived"));
}

}  // namespace theriac::enclave::test
