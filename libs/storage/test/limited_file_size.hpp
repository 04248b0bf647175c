// Writing past a limit fails as on a full disk while one of these lives (setrlimit(2)).
#pragma once

#include <gtest/gtest.h>
#include <signal.h>

#include <sys/resource.h>

namespace theriac::storage {

class LimitedFileSize {
public:
    explicit LimitedFileSize(rlim_t bytes) {
        EXPECT_EQ(::getrlimit(RLIMIT_FSIZE, &before_), 0);
        const rlimit now{.rlim_cur = bytes, .rlim_max = before_.rlim_max};
        EXPECT_EQ(::setrlimit(RLIMIT_FSIZE, &now), 0);
        handler_ = ::signal(SIGXFSZ, SIG_IGN);  // else the kernel ends the program instead
    }

    LimitedFileSize(const LimitedFileSize&) = delete;
    LimitedFileSize& operator=(const LimitedFileSize&) = delete;

    ~LimitedFileSize() {
        EXPECT_EQ(::setrlimit(RLIMIT_FSIZE, &before_), 0);
        (void)::signal(SIGXFSZ, handler_);
    }

private:
    rlimit before_{};
    void (*handler_)(int) = nullptr;
};

}  // namespace theriac::storage
