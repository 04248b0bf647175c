// Keeps SIGPIPE from ending the program when a peer closes while we write (pthread_sigmask(3)).
#pragma once

#include <csignal>
#include <ctime>

namespace theriac::net {

/// Blocks SIGPIPE for this thread while it lives, and takes back one that arrived meanwhile.
class SigpipeBlocked {
public:
    SigpipeBlocked() {
        sigemptyset(&pipe_);
        sigaddset(&pipe_, SIGPIPE);
        pthread_sigmask(SIG_BLOCK, &pipe_, &before_);
    }

    SigpipeBlocked(const SigpipeBlocked&) = delete;
    SigpipeBlocked& operator=(const SigpipeBlocked&) = delete;
    SigpipeBlocked(SigpipeBlocked&&) = delete;
    SigpipeBlocked& operator=(SigpipeBlocked&&) = delete;

    ~SigpipeBlocked() {
        if (sigismember(&before_, SIGPIPE) != 0) return;
        const timespec now{};
        while (sigtimedwait(&pipe_, nullptr, &now) == SIGPIPE) {
        }
        pthread_sigmask(SIG_SETMASK, &before_, nullptr);
    }

private:
    sigset_t pipe_{};
    sigset_t before_{};
};

}  // namespace theriac::net
