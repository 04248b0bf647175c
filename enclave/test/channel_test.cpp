#include "sandbox/channel.hpp"

#include "theriac/base/byte_reader.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <thread>

#include <sys/socket.h>

namespace theriac::enclave {
namespace {

class Reverser final : public Service {
public:
    Bytes handle(ByteView request) override { return {request.rbegin(), request.rend()}; }
};

/// Both ends of a channel, the host's end as a bare descriptor.
struct Ends {
    Ends() { EXPECT_EQ(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, fds.data()), 0); }

    ~Ends() {
        close_host();
        ::close(fds[1]);
    }

    Ends(const Ends&) = delete;
    Ends& operator=(const Ends&) = delete;

    void close_host() {
        if (fds[0] >= 0) ::close(fds[0]);
        fds[0] = -1;
    }

    void host_sends(ByteView bytes) const {
        EXPECT_EQ(
            ::send(fds[0], bytes.data(), bytes.size(), 0), static_cast<ssize_t>(bytes.size()));
    }

    [[nodiscard]] Bytes host_receives(std::size_t size) const {
        Bytes bytes(size);
        EXPECT_EQ(::recv(fds[0], bytes.data(), size, MSG_WAITALL), static_cast<ssize_t>(size));
        return bytes;
    }

    std::array<int, 2> fds{-1, -1};
};

Bytes hex(std::string_view text) {
    return from_hex(text).value();
}

/// What serve() returns when the host sends `bytes` and closes.
Result<void> served(ByteView bytes) {
    Ends ends;
    ends.host_sends(bytes);
    ends.close_host();
    Channel channel(ends.fds[1]);
    Reverser service;
    return serve(channel, service);
}

TEST(enclave_channel, request_is_answered_and_close_ends_well) {
    Ends ends;
    ends.host_sends(hex("00000003010203"));
    ASSERT_EQ(::shutdown(ends.fds[0], SHUT_WR), 0);
    Channel channel(ends.fds[1]);
    Reverser service;
    EXPECT_TRUE(serve(channel, service));
    EXPECT_EQ(ends.host_receives(7), hex("00000003030201"));
}

TEST(enclave_channel, close_before_any_frame_ends_well) {
    EXPECT_TRUE(served({}));
}

TEST(enclave_channel, empty_frame_is_malformed) {
    EXPECT_EQ(served(hex("00000000")).error(), (Error{Errc::malformed, "channel: empty frame"}));
}

TEST(enclave_channel, frame_above_the_limit_is_refused_before_its_body) {
    EXPECT_EQ(
        served(hex("04000001")).error(),
        (Error{Errc::too_large, "channel: frame of 67108865 bytes, at most 67108864 allowed"}));
}

TEST(enclave_channel, length_of_all_ones_is_refused) {
    EXPECT_EQ(served(hex("ffffffff")).error().code, Errc::too_large);
}

TEST(enclave_channel, stream_that_ends_in_the_length_is_malformed) {
    EXPECT_EQ(
        served(hex("000000")).error(),
        (Error{
            Errc::malformed,
            "channel: the stream ended inside a frame's length: expected 4 bytes, got 3"}));
}

TEST(enclave_channel, stream_that_ends_in_the_body_is_malformed) {
    EXPECT_EQ(
        served(hex("000000020a")).error(),
        (Error{
            Errc::malformed,
            "channel: the stream ended inside a frame's body: expected 2 bytes, got 1"}));
}

TEST(enclave_channel, largest_frame_passes_both_ways) {
    Ends ends;
    Bytes request;
    append_u32_be(request, kMaxFrameSize);
    request.resize(4 + kMaxFrameSize, 7);
    request.back() = 9;
    std::thread enclave([&] {
        Channel channel(ends.fds[1]);
        Reverser service;
        EXPECT_TRUE(serve(channel, service));
    });
    std::thread sender([&] {
        for (ByteView rest = request; !rest.empty();)
            rest = rest.subspan(
                static_cast<std::size_t>(::send(ends.fds[0], rest.data(), rest.size(), 0)));
        ::shutdown(ends.fds[0], SHUT_WR);
    });
    const Bytes answer = ends.host_receives(request.size());
    sender.join();
    enclave.join();
    EXPECT_EQ(to_hex(ByteView(answer).first(6)), "040000000907");
}

TEST(enclave_channel, answer_to_a_host_that_is_gone_is_unavailable) {
    Ends ends;
    ends.close_host();
    ::signal(SIGPIPE, SIG_IGN);
    Channel channel(ends.fds[1]);
    EXPECT_EQ(channel.send(as_bytes("x")).error().code, Errc::unavailable);
}

TEST(enclave_channel, file_or_network_socket_is_not_adopted) {
    const int file = ::open("/dev/null", O_RDWR | O_CLOEXEC);
    const int network = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const int datagrams = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    for (const int fd : {file, network, datagrams, 999}) {
        const auto channel = Channel::adopt(fd);
        ASSERT_FALSE(channel);
        EXPECT_EQ(channel.error().code, Errc::invalid_argument);
    }
    ::close(file);
    ::close(network);
    ::close(datagrams);
}

TEST(enclave_channel, socket_pair_is_adopted) {
    const Ends ends;
    EXPECT_TRUE(Channel::adopt(ends.fds[1]));
}

}  // namespace
}  // namespace theriac::enclave
