#include "theriac/storage/piece_store.hpp"

#include "theriac/base/test/temporary_directory.hpp"
#include "theriac/crypto/hash.hpp"

#include <gtest/gtest.h>

namespace theriac::storage {
namespace {

using theriac::test::TemporaryDirectory;

const Bytes kContent = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};

ByteView from(std::size_t begin, std::size_t count) {
    return ByteView(kContent).subspan(begin, count);
}

struct Store {
    PieceStore open(const DirectoryLimits& limits = {}) const {
        return PieceStore::open(directory.path(), limits).value();
    }

    TemporaryDirectory directory;
    Hash256 name = crypto::sha256(kContent);
};

TEST(piece_store, pieces_in_order_make_the_file) {
    const Store s;
    PieceStore store = s.open();
    EXPECT_EQ(store.received(s.name), 0U);
    EXPECT_EQ(store.append(s.name, 10, 0, from(0, 4)).value(), 4U);
    EXPECT_EQ(store.read(s.name, 10).error().code, Errc::not_found);
    EXPECT_EQ(store.append(s.name, 10, 4, from(4, 6)).value(), 10U);
    EXPECT_TRUE(store.complete(s.name));
    EXPECT_EQ(store.read(s.name, 10).value(), kContent);
}

TEST(piece_store, another_process_goes_on_where_the_first_ended) {
    const Store s;
    ASSERT_TRUE(s.open().append(s.name, 10, 0, from(0, 7)));
    PieceStore again = s.open();
    EXPECT_EQ(again.received(s.name), 7U);
    EXPECT_EQ(again.append(s.name, 10, 7, from(7, 3)).value(), 10U);
    EXPECT_EQ(again.read(s.name, 10).value(), kContent);
}

TEST(piece_store, piece_that_is_there_already_or_in_part_changes_nothing) {
    const Store s;
    PieceStore store = s.open();
    ASSERT_TRUE(store.append(s.name, 10, 0, from(0, 4)));
    EXPECT_EQ(store.append(s.name, 10, 0, from(0, 4)).value(), 4U);
    EXPECT_EQ(store.append(s.name, 10, 2, from(2, 4)).value(), 6U);
    EXPECT_EQ(store.append(s.name, 10, 6, from(6, 4)).value(), 10U);
    EXPECT_EQ(store.append(s.name, 10, 6, from(6, 4)).value(), 10U);
    EXPECT_EQ(store.read(s.name, 10).value(), kContent);
}

TEST(piece_store, gap_is_a_conflict_and_a_piece_beyond_the_end_too_large) {
    const Store s;
    PieceStore store = s.open();
    EXPECT_EQ(store.append(s.name, 10, 1, from(1, 2)).error().code, Errc::conflict);
    EXPECT_EQ(store.append(s.name, 3, 0, from(0, 4)).error().code, Errc::too_large);
    EXPECT_EQ(store.append(s.name, 10, 11, {}).error().code, Errc::too_large);
    EXPECT_EQ(store.received(s.name), 0U);
}

TEST(piece_store, content_with_another_hash_is_refused_and_forgotten) {
    const Store s;
    PieceStore store = s.open();
    ASSERT_TRUE(store.append(s.name, 10, 0, from(0, 9)));
    EXPECT_EQ(store.append(s.name, 10, 9, from(0, 1)).error().code, Errc::unauthenticated);
    EXPECT_EQ(store.received(s.name), 0U);
    EXPECT_EQ(store.append(s.name, 10, 0, kContent).value(), 10U);
}

TEST(piece_store, no_room_is_said_before_anything_is_kept) {
    const Store s;
    PieceStore store = s.open({.total_bytes = 9});
    EXPECT_EQ(store.append(s.name, 10, 0, from(0, 4)).error().code, Errc::disk_full);
    EXPECT_TRUE(std::filesystem::is_empty(s.directory.path()));
}

TEST(piece_store, what_is_too_old_makes_room) {
    const Store s;
    PieceStore store = s.open({.total_bytes = 10, .keep = std::chrono::seconds(60)});
    ASSERT_TRUE(store.append(s.name, 10, 0, kContent));
    const Bytes other(10, 7);
    const Hash256 name = crypto::sha256(other);
    EXPECT_EQ(store.append(name, 10, 0, other).error().code, Errc::disk_full);
    std::filesystem::last_write_time(
        s.directory.path() / to_hex(s.name.view()),
        std::filesystem::file_time_type::clock::now() - std::chrono::seconds(61));
    EXPECT_EQ(store.append(name, 10, 0, other).value(), 10U);
    EXPECT_FALSE(store.complete(s.name));
}

TEST(piece_store, removed_file_is_gone_whole_or_begun) {
    const Store s;
    PieceStore store = s.open();
    ASSERT_TRUE(store.append(s.name, 10, 0, from(0, 3)));
    store.remove(s.name);
    EXPECT_EQ(store.received(s.name), 0U);
    ASSERT_TRUE(store.append(s.name, 10, 0, kContent));
    store.remove(s.name);
    EXPECT_FALSE(store.complete(s.name));
}

}  // namespace
}  // namespace theriac::storage
