#include "theriac/storage/file_blob_store.hpp"

#include "theriac/base/test/temporary_directory.hpp"
#include "theriac/storage/atomic_file.hpp"

#include "limited_file_size.hpp"
#include <gtest/gtest.h>

namespace theriac::storage {
namespace {

using theriac::test::TemporaryDirectory;

FileBlobStore open(const TemporaryDirectory& dir) {
    return FileBlobStore::open(dir.path()).value();
}

TEST(file_blob_store, stored_blob_is_returned_after_reopening) {
    const TemporaryDirectory dir;
    const Bytes blob{1, 2, 3};
    const BlobAddress address = open(dir).put(blob).value();
    EXPECT_EQ(address, crypto::blob_address(blob));
    EXPECT_EQ(open(dir).get(address, 3).value(), blob);
    EXPECT_TRUE(open(dir).has(address).value());
}

TEST(file_blob_store, every_flipped_bit_is_unauthenticated_and_named) {
    const TemporaryDirectory dir;
    FileBlobStore store = open(dir);
    const Bytes blob{1, 2, 3, 4};
    const BlobAddress address = store.put(blob).value();
    for (std::size_t bit = 0; bit < 8 * blob.size(); ++bit) {
        Bytes damaged = blob;
        damaged[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
        ASSERT_TRUE(write_file_atomic(store.path_of(address), damaged));
        const Error error = store.get(address, 100).error();
        EXPECT_EQ(error.code, Errc::unauthenticated);
        EXPECT_NE(error.message.find(address.hex()), std::string::npos);
        EXPECT_NE(error.message.find(store.path_of(address).string()), std::string::npos);
    }
}

TEST(file_blob_store, cut_or_longer_file_is_unauthenticated) {
    const TemporaryDirectory dir;
    FileBlobStore store = open(dir);
    const BlobAddress address = store.put(Bytes{1, 2, 3}).value();
    for (const Bytes& other : {Bytes{}, Bytes{1, 2}, Bytes{1, 2, 3, 0}}) {
        ASSERT_TRUE(write_file_atomic(store.path_of(address), other));
        EXPECT_EQ(store.get(address, 100).error().code, Errc::unauthenticated);
    }
}

TEST(file_blob_store, putting_again_heals_a_damaged_copy) {
    const TemporaryDirectory dir;
    FileBlobStore store = open(dir);
    const Bytes blob{1, 2, 3};
    const BlobAddress address = store.put(blob).value();
    ASSERT_TRUE(write_file_atomic(store.path_of(address), Bytes{9}));
    EXPECT_EQ(store.put(blob).value(), address);
    EXPECT_EQ(store.get(address, 3).value(), blob);
}

TEST(file_blob_store, absent_blob_is_not_found) {
    const TemporaryDirectory dir;
    FileBlobStore store = open(dir);
    EXPECT_EQ(store.get(BlobAddress(), 100).error().code, Errc::not_found);
    EXPECT_FALSE(store.has(BlobAddress()).value());
}

TEST(file_blob_store, blob_beyond_the_readers_limit_is_too_large) {
    const TemporaryDirectory dir;
    FileBlobStore store = open(dir);
    const BlobAddress address = store.put(Bytes{1, 2, 3}).value();
    EXPECT_EQ(store.get(address, 2).error().code, Errc::too_large);
}

TEST(file_blob_store, blob_beyond_the_stores_limit_is_too_large) {
    const TemporaryDirectory dir;
    FileBlobStore store = FileBlobStore::open(dir.path(), 3).value();
    EXPECT_TRUE(store.put(Bytes(3)));
    EXPECT_EQ(store.put(Bytes(4)).error().code, Errc::too_large);
}

TEST(file_blob_store, full_disk_is_reported_and_leaves_nothing) {
    const TemporaryDirectory dir;
    FileBlobStore store = open(dir);
    {
        const LimitedFileSize limit(1000);
        EXPECT_EQ(store.put(Bytes(1001)).error().code, Errc::disk_full);
    }
    EXPECT_TRUE(std::filesystem::is_empty(dir / "incoming"));
    EXPECT_FALSE(store.has(crypto::blob_address(Bytes(1001))).value());
}

TEST(file_blob_store, leftovers_are_removed_on_opening) {
    const TemporaryDirectory dir;
    (void)open(dir);
    ASSERT_TRUE(write_file_atomic(dir / "incoming/.x.abcdef.unfinished", Bytes{1}));
    (void)open(dir);
    EXPECT_TRUE(std::filesystem::is_empty(dir / "incoming"));
}

TEST(file_blob_store, removed_blob_is_gone) {
    const TemporaryDirectory dir;
    FileBlobStore store = open(dir);
    const BlobAddress address = store.put(Bytes{1}).value();
    EXPECT_TRUE(store.remove(address));
    EXPECT_TRUE(store.remove(address));
    EXPECT_EQ(store.get(address, 1).error().code, Errc::not_found);
}

}  // namespace
}  // namespace theriac::storage
