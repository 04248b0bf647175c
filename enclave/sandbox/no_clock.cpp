// The C library's clocks, replaced at link time in the static enclave programs: time stands still
// at 1970-01-01, and a finer clock is refused. Time is a proven block's and comes in by a request.
//
// OpenSSL asks for the time when its generators reseed and takes either answer. remove_clocks()
// closes what lies below: a caller that gets round these functions ends the program.
#include <cerrno>
#include <ctime>

#include <sys/time.h>

extern "C" {

time_t time(time_t* timer) noexcept {
    if (timer != nullptr) *timer = 0;
    return 0;
}

int clock_gettime(clockid_t /*clock*/, timespec* /*out*/) noexcept {
    errno = EPERM;
    return -1;
}

int gettimeofday(timeval* __restrict /*out*/, void* __restrict /*zone*/) noexcept {
    errno = EPERM;
    return -1;
}

}  // extern "C"
