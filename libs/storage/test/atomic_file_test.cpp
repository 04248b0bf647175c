#include "theriac/storage/atomic_file.hpp"

#include "theriac/base/test/temporary_directory.hpp"

#include "limited_file_size.hpp"
#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <sys/file.h>
#include <sys/mount.h>
#include <sys/stat.h>

namespace theriac::storage {
namespace {

using theriac::test::TemporaryDirectory;

Bytes text(std::string_view t) {
    return to_bytes(as_bytes(t));
}

std::size_t files_in(const std::filesystem::path& directory) {
    return static_cast<std::size_t>(std::distance(
        std::filesystem::directory_iterator(directory), std::filesystem::directory_iterator()));
}

TEST(atomic_file, what_was_written_is_read) {
    const TemporaryDirectory dir;
    ASSERT_TRUE(write_file_atomic(dir / "a", text("one")));
    ASSERT_TRUE(write_file_atomic(dir / "a", text("two!")));
    EXPECT_EQ(read_file(dir / "a", 100).value(), text("two!"));
    EXPECT_EQ(files_in(dir.path()), 1U);
}

TEST(atomic_file, mode_is_private_unless_said) {
    const TemporaryDirectory dir;
    ASSERT_TRUE(write_file_atomic(dir / "a", text("x")));
    ASSERT_TRUE(write_file_atomic(dir / "b", text("x"), 0644));
    struct stat status{};
    ASSERT_EQ(::stat((dir / "a").c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777U, 0600U);
    ASSERT_EQ(::stat((dir / "b").c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777U, 0644U);
}

TEST(atomic_file, refusing_to_replace_keeps_the_old_content) {
    const TemporaryDirectory dir;
    ASSERT_TRUE(write_file_atomic(dir / "a", text("old"), kPrivateFile, IfExists::refuse));
    EXPECT_EQ(
        write_file_atomic(dir / "a", text("new"), kPrivateFile, IfExists::refuse).error().code,
        Errc::conflict);
    EXPECT_EQ(read_file(dir / "a", 100).value(), text("old"));
    EXPECT_EQ(files_in(dir.path()), 1U);
}

TEST(atomic_file, read_beyond_the_limit_is_too_large) {
    const TemporaryDirectory dir;
    ASSERT_TRUE(write_file_atomic(dir / "a", text("1234")));
    EXPECT_TRUE(read_file(dir / "a", 4));
    EXPECT_EQ(read_file(dir / "a", 3).error().code, Errc::too_large);
}

TEST(atomic_file, absent_file_is_not_found_and_named) {
    const TemporaryDirectory dir;
    const Error error = read_file(dir / "a", 3).error();
    EXPECT_EQ(error.code, Errc::not_found);
    EXPECT_TRUE(error.message.starts_with((dir / "a").string()));
}

TEST(atomic_file, what_is_no_regular_file_is_refused) {
    const TemporaryDirectory dir;
    EXPECT_EQ(read_file(dir.path(), 3).error().code, Errc::io);
    ASSERT_EQ(::mkfifo((dir / "pipe").c_str(), 0600), 0);
    EXPECT_EQ(read_file(dir / "pipe", 3).error().code, Errc::io);
}

TEST(atomic_file, absent_directory_is_not_found) {
    const TemporaryDirectory dir;
    EXPECT_EQ(write_file_atomic(dir / "no/a", text("x")).error().code, Errc::not_found);
}

TEST(atomic_file, file_size_limit_is_disk_full_and_leaves_nothing) {
    const TemporaryDirectory dir;
    ASSERT_TRUE(write_file_atomic(dir / "a", text("old")));
    {
        const LimitedFileSize limit(1000);
        EXPECT_EQ(write_file_atomic(dir / "a", Bytes(1001)).error().code, Errc::disk_full);
    }
    EXPECT_EQ(read_file(dir / "a", 100).value(), text("old"));
    EXPECT_EQ(files_in(dir.path()), 1U);
}

TEST(atomic_file, full_file_system_is_disk_full_and_leaves_nothing) {
    const TemporaryDirectory dir;
    if (::mount("theriac-test", dir.path().c_str(), "tmpfs", 0, "size=64k") != 0)
        GTEST_SKIP() << "not run: may not mount a tmpfs";
    EXPECT_EQ(write_file_atomic(dir / "a", Bytes(128 << 10U)).error().code, Errc::disk_full);
    EXPECT_EQ(files_in(dir.path()), 0U);
    EXPECT_TRUE(write_file_atomic(dir / "a", Bytes(16 << 10U)));
    EXPECT_EQ(::umount(dir.path().c_str()), 0);
}

TEST(atomic_file, leftovers_of_a_crash_are_removed_and_others_stay) {
    const TemporaryDirectory dir;
    ASSERT_TRUE(write_file_atomic(dir / "a", text("x")));
    ASSERT_TRUE(write_file_atomic(dir / ".a.abcdef.unfinished", text("crashed")));
    const auto busy = dir / ".a.ghijkl.unfinished";
    const int fd = ::open(busy.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    ASSERT_EQ(::flock(fd, LOCK_EX), 0);
    EXPECT_EQ(remove_leftovers(dir.path()).value(), 1U);
    EXPECT_TRUE(std::filesystem::exists(busy));
    EXPECT_TRUE(std::filesystem::exists(dir / "a"));
    (void)::close(fd);
}

TEST(atomic_file, directories_are_made_private) {
    const TemporaryDirectory dir;
    ASSERT_TRUE(make_directories(dir / "a/b"));
    ASSERT_TRUE(make_directories(dir / "a/b"));
    struct stat status{};
    ASSERT_EQ(::stat((dir / "a").c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777U, 0700U);
    ASSERT_TRUE(write_file_atomic(dir / "f", text("x")));
    EXPECT_FALSE(make_directories(dir / "f/c"));
}

}  // namespace
}  // namespace theriac::storage
