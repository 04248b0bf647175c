// Loaded by LD_PRELOAD into a program under test: writes down each durable step, and ends the
// process just before or just after the one it is told.
//
//   THERIAC_FAULT_LOG=FILE          append one line for each step: "<operation> <what>"
//   THERIAC_FAULT_AT=N:LINE         the N-th step (from 1) with this line
//   THERIAC_FAULT_WHEN=before|after what is done there
//   THERIAC_FAULT_KILL=self|children whom SIGKILL goes to
#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cctype>
#include <cerrno>
#include <csignal>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>

#include <sys/socket.h>
#include <sys/stat.h>

namespace {

template <typename Function>
Function* real(const char* name) {
    // Sound: dlsym gives the next definition of the same function.
    return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

std::string environment(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::string() : std::string(value);
}

struct State {
    std::mutex mutex;
    std::string log = environment("THERIAC_FAULT_LOG");
    std::string line{};
    unsigned long left = 0;
    bool after = environment("THERIAC_FAULT_WHEN") == "after";
    bool children = environment("THERIAC_FAULT_KILL") == "children";

    State() {
        const std::string at = environment("THERIAC_FAULT_AT");
        const std::size_t colon = at.find(':');
        if (colon == std::string::npos) return;
        left = std::strtoul(at.c_str(), nullptr, 10);
        line = at.substr(colon + 1);
    }
};

State& state() {
    static auto* const kept = new State;  // also for what runs while the process ends
    return *kept;
}

/// Field 4 of /proc/PID/stat; the second field is in brackets and may hold anything.
pid_t parent_of(const char* pid) {
    const std::string path = std::string("/proc/") + pid + "/stat";
    std::FILE* const file = std::fopen(path.c_str(), "r");
    if (file == nullptr) return -1;
    std::array<char, 512> text{};
    const std::size_t size = std::fread(text.data(), 1, text.size() - 1, file);
    (void)std::fclose(file);
    const std::size_t end = std::string_view(text.data(), size).rfind(')');
    int parent = -1;
    if (end == std::string_view::npos) return -1;
    // NOLINTNEXTLINE(cert-err34-c): a number of the kernel's
    return std::sscanf(text.data() + end + 1, " %*c %d", &parent) == 1 ? parent : -1;
}

void kill_children() {
    DIR* const processes = opendir("/proc");
    if (processes == nullptr) return;
    // NOLINTNEXTLINE(concurrency-mt-unsafe): the stream is this function's own
    while (const dirent* one = readdir(processes)) {
        const auto* const name = static_cast<const char*>(one->d_name);
        if (isdigit(static_cast<unsigned char>(*name)) == 0 || parent_of(name) != getpid())
            continue;
        (void)::kill(static_cast<pid_t>(std::strtol(name, nullptr, 10)), SIGKILL);
    }
    (void)closedir(processes);
}

void strike() {
    if (state().children)
        kill_children();
    else
        (void)::kill(getpid(), SIGKILL);
}

bool is_random(std::string_view part) {
    const bool digits = part.find_first_not_of("0123456789abcdef") == std::string_view::npos;
    return digits && part.size() >= 16;
}

/// The last two parts of a path, with what is random in them replaced.
std::string kind_of(std::string_view path) {
    if (path.starts_with("/proc/") || path.starts_with("/dev/")) return {};
    const std::size_t slash = path.rfind('/');
    std::string name(slash == std::string_view::npos ? path : path.substr(slash + 1));
    if (name.ends_with(".unfinished") && name.starts_with(".")) {
        name = name.substr(1, name.size() - 1 - std::strlen(".XXXXXX.unfinished"));
        if (is_random(name)) name = "HASH";
        return name + ".unfinished";
    }
    if (is_random(name)) return "HASH";
    const bool two_digits = name.size() == 2 && isxdigit(name[0]) != 0 && isxdigit(name[1]) != 0;
    return two_digits ? "HH" : name;
}

std::string path_of(int fd) {
    std::array<char, 4096> out{};
    const std::string link = "/proc/self/fd/" + std::to_string(fd);
    const ssize_t size = readlink(link.c_str(), out.data(), out.size());
    return size > 0 ? std::string(out.data(), static_cast<std::size_t>(size)) : std::string();
}

class Step {
public:
    explicit Step(const std::string& line) {
        if (line.empty()) return;
        State& s = state();
        const std::lock_guard lock(s.mutex);
        write_down(line);
        strikes_ = !s.line.empty() && s.line == line && s.left > 0 && --s.left == 0;
        if (strikes_ && !s.after) strike();
    }

    /// The value of the step, done.
    template <typename T>
    T done(T value) const {
        const int number = errno;
        if (strikes_ && state().after) strike();
        errno = number;
        return value;
    }

private:
    static void write_down(const std::string& line) {
        if (state().log.empty()) return;
        static auto* const open_file = real<int(const char*, int, ...)>("open");
        const int fd =
            open_file(state().log.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, mode_t{0600});
        const std::string text = line + "\n";
        if (fd >= 0) {
            (void)!::write(fd, text.data(), text.size());
            (void)::close(fd);
        }
    }

    bool strikes_ = false;
};

std::string about(const char* operation, std::string_view path) {
    const std::string kind = kind_of(path);
    return kind.empty() ? kind : std::string(operation) + " " + kind;
}

constexpr int kMaxFd = 4096;
std::array<std::string, kMaxFd> following;  ///< what the next piece on a socket belongs to

/// What a piece that is sent hands over; empty for reading, polling and the like.
std::string handing_over(int fd, std::string_view piece) {
    int domain = 0;
    socklen_t size = sizeof domain;
    if (getsockopt(fd, SOL_SOCKET, SO_DOMAIN, &domain, &size) != 0) return {};
    if (domain == AF_UNIX) return piece.size() == 4 ? std::string() : "send enclave message";
    if (piece.starts_with("HTTP/1.1 201") || piece.starts_with("HTTP/1.1 202"))
        return "send acknowledgement";
    if (piece.starts_with("POST /v1/") || piece.starts_with("PUT /v1/")) {
        const std::string_view line = piece.substr(0, piece.find(" HTTP"));
        if (fd >= 0 && fd < kMaxFd) following.at(static_cast<std::size_t>(fd)) = line;
        return "send head of " + std::string(line);
    }
    if (piece.find("eth_sendRawTransaction") != std::string_view::npos) return "send transaction";
    if (fd < 0 || fd >= kMaxFd) return {};
    std::string& before = following.at(static_cast<std::size_t>(fd));
    if (before.empty()) return {};
    return "send body of " + std::exchange(before, {});
}

}  // namespace

extern "C" {

int fsync(int fd) {
    static auto* const next = real<int(int)>("fsync");
    const Step step(about("fsync", path_of(fd)));
    return step.done(next(fd));
}

int fdatasync(int fd) {
    static auto* const next = real<int(int)>("fdatasync");
    const Step step(about("fdatasync", path_of(fd)));
    return step.done(next(fd));
}

int rename(const char* from, const char* to) {
    static auto* const next = real<int(const char*, const char*)>("rename");
    const Step step(about("rename", to));
    return step.done(next(from, to));
}

int renameat2(int from_at, const char* from, int to_at, const char* to, unsigned flags) {
    static auto* const next = real<int(int, const char*, int, const char*, unsigned)>("renameat2");
    const Step step(about("rename", to));
    return step.done(next(from_at, from, to_at, to, flags));
}

int link(const char* from, const char* to) {
    static auto* const next = real<int(const char*, const char*)>("link");
    const Step step(about("link", to));
    return step.done(next(from, to));
}

int unlink(const char* path) {
    static auto* const next = real<int(const char*)>("unlink");
    const Step step(about("unlink", path));
    return step.done(next(path));
}

int unlinkat(int at, const char* path, int flags) {
    static auto* const next = real<int(int, const char*, int)>("unlinkat");
    const Step step(about("unlink", path));
    return step.done(next(at, path, flags));
}

int remove(const char* path) {
    static auto* const next = real<int(const char*)>("remove");
    const Step step(about("unlink", path));
    return step.done(next(path));
}

int mkdir(const char* path, mode_t mode) {
    static auto* const next = real<int(const char*, mode_t)>("mkdir");
    const Step step(about("mkdir", path));
    return step.done(next(path, mode));
}

int ftruncate(int fd, off_t size) {
    static auto* const next = real<int(int, off_t)>("ftruncate");
    const Step step(about("ftruncate", path_of(fd)));
    return step.done(next(fd, size));
}

int ftruncate64(int fd, off64_t size) {
    static auto* const next = real<int(int, off64_t)>("ftruncate64");
    const Step step(about("ftruncate", path_of(fd)));
    return step.done(next(fd, size));
}

int mkostemps(char* name, int suffix, int flags) {
    static auto* const next = real<int(char*, int, int)>("mkostemps");
    const Step step(about("create", name));
    return step.done(next(name, suffix, flags));
}

static int open_with(const char* name, const char* path, int flags, mode_t mode) {
    auto* const next = real<int(const char*, int, ...)>(name);
    if ((flags & O_CREAT) == 0) return next(path, flags);
    struct stat there{};
    const bool creates = ::stat(path, &there) != 0;
    const Step step(creates ? about("create", path) : std::string());
    return step.done(next(path, flags, mode));
}

int open(const char* path, int flags, ...) {
    va_list more;
    va_start(more, flags);
    const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(more, mode_t) : 0;
    va_end(more);
    return open_with("open", path, flags, mode);
}

int open64(const char* path, int flags, ...) {
    va_list more;
    va_start(more, flags);
    const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(more, mode_t) : 0;
    va_end(more);
    return open_with("open64", path, flags, mode);
}

ssize_t send(int fd, const void* data, size_t size, int flags) {
    static auto* const next = real<ssize_t(int, const void*, size_t, int)>("send");
    const Step step(handing_over(fd, {static_cast<const char*>(data), size}));
    return step.done(next(fd, data, size, flags));
}

}  // extern "C"
