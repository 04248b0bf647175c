#include "theriac/storage/file_lock.hpp"

#include "theriac/base/test/temporary_directory.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <optional>

namespace theriac::storage {
namespace {

using theriac::test::TemporaryDirectory;

TEST(file_lock, second_holder_is_refused_and_told_who_has_it) {
    const TemporaryDirectory dir;
    const FileLock lock = FileLock::acquire(dir / "lock").value();
    const Error error = FileLock::acquire(dir / "lock").error();
    EXPECT_EQ(error.code, Errc::conflict);
    EXPECT_NE(error.message.find("process " + std::to_string(::getpid())), std::string::npos);
}

TEST(file_lock, ends_with_its_holder) {
    const TemporaryDirectory dir;
    std::optional<FileLock> lock = FileLock::acquire(dir / "lock").value();
    FileLock moved = *std::move(lock);
    lock.reset();
    EXPECT_FALSE(FileLock::acquire(dir / "lock"));
    {
        const FileLock ending = std::move(moved);
    }
    EXPECT_TRUE(FileLock::acquire(dir / "lock"));
}

TEST(file_lock, absent_directory_is_not_found) {
    EXPECT_EQ(FileLock::acquire("/nonexistent/lock").error().code, Errc::not_found);
}

}  // namespace
}  // namespace theriac::storage
