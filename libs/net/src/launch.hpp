// Between fork and exec: prepared before, so that the child only makes async-signal-safe calls.
#pragma once

#include "theriac/net/process.hpp"

#include <array>
#include <string>
#include <vector>

namespace theriac::net {

enum class Bond : std::uint8_t {
    attached,  ///< own process group, killed when the forking thread ends
    detached,  ///< own session, adopted by init
};

class Launch {
public:
    explicit Launch(const ProcessOptions& options);

    /// Forks and executes; returns once the program runs. The calling thread must live as long as
    /// an attached child (PR_SET_PDEATHSIG counts threads).
    /// A detached program is executed only after `record` has succeeded: killed before, this
    /// process leaves none behind.
    Result<pid_t> run(Bond bond, const Recorder& record = {});

private:
    [[noreturn]] void child(int report, Bond bond, pid_t parent);
    [[noreturn]] void middle(int report, pid_t parent);
    [[noreturn]] void execute(int report);
    bool arrange_fds(int& report);
    bool place_fds();
    void close_others(int report) const;
    void pass_gate() const;
    Result<pid_t> await_start(int report, pid_t forked, Bond bond, const Recorder& record) const;

    std::vector<std::string> argv_text_;
    std::vector<std::string> environment_text_;
    std::vector<char*> argv_;
    std::vector<char*> environment_;
    bool own_environment_ = false;
    std::string directory_;
    std::vector<InheritedFd> fds_;
    std::array<int, 2> gate_{-1, -1};
    std::vector<int> keep_;  ///< sorted; the descriptors the program starts with
};

}  // namespace theriac::net
