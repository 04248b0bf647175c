#include "../src/snapshot.hpp"

#include "theriac/storage/atomic_file.hpp"

#include "local_world.hpp"

namespace theriac::ledger {
namespace {

Bytes read(const std::filesystem::path& path) {
    return storage::read_file(path, std::size_t{1} << 30U).value();
}

bool is_whole(const TemporaryDirectory& dir, std::string_view text) {
    EXPECT_TRUE(storage::write_file_atomic(dir / "text", as_bytes(text)));
    return is_whole_snapshot(dir / "text").value();
}

TEST(snapshot, whole_object_is_whole_and_none_of_its_beginnings) {
    const TemporaryDirectory dir;
    const std::string text = R"({"a":[1,{"b":"}\"]"}],"c":"\\","d":{}})";
    EXPECT_TRUE(is_whole(dir, text));
    EXPECT_TRUE(is_whole(dir, text + "\n"));
    for (std::size_t size = 0; size < text.size(); ++size)
        EXPECT_FALSE(is_whole(dir, text.substr(0, size))) << size;
}

TEST(snapshot, other_damage_is_seen) {
    const TemporaryDirectory dir;
    const std::string hole = std::string(R"({"a":")") + std::string(10, '\0') + R"("})";
    for (const std::string& text :
         {std::string("[]"),
          std::string("{}{}"),
          std::string(R"({"a":[1})"),
          std::string(R"({"a":1]})"),
          std::string(10, '\0'),
          std::string("{}") + std::string(4096, '\0'),
          hole})
        EXPECT_FALSE(is_whole(dir, text)) << text;
}

TEST(snapshot, torn_state_without_an_earlier_one_is_malformed) {
    const TemporaryDirectory dir;
    ASSERT_TRUE(storage::write_file_atomic(dir / "state.json", as_bytes("{\"a\":")));
    EXPECT_EQ(settle_snapshot(dir.path()).error().code, Errc::malformed);
}

TEST(snapshot, crash_between_the_two_steps_of_falling_back_is_made_good) {
    const TemporaryDirectory dir;
    ASSERT_TRUE(storage::write_file_atomic(dir / "state.good.json", as_bytes("{}")));
    EXPECT_EQ(settle_snapshot(dir.path()).value(), std::nullopt);
    EXPECT_EQ(as_text(read(dir / "state.json")), "{}");
}

class TornState : public LocalWorld {
protected:
    /// Ends the node as a power cut in the middle of writing its state would.
    void tear() {
        ASSERT_TRUE(node_->stop());
        const auto state = directory() / "state.json";
        std::filesystem::resize_file(state, std::filesystem::file_size(state) / 2);
    }
};

TEST_F(TornState, is_kept_aside_and_the_last_good_state_taken) {
    const BlockId genesis = chain_->block(At::block(0)).value().id;
    EXPECT_EQ(node_->torn_state(), std::nullopt);
    tear();
    const Bytes torn = read(directory() / "state.json");
    start();
    ASSERT_TRUE(node_->torn_state());
    EXPECT_EQ(node_->torn_state()->filename(), "state.torn-1.json");
    EXPECT_EQ(read(*node_->torn_state()), torn);
    EXPECT_EQ(chain_->block(At::block(0)).value().id, genesis);
    EXPECT_NE(chain_->balance(account(), At::latest()).value(), eth::U256());
    tear();
    start();
    EXPECT_EQ(node_->torn_state()->filename(), "state.torn-2.json");
}

TEST_F(TornState, outbox_sends_again_what_the_good_state_lacks) {
    Outbox outbox = open_outbox();
    const eth::Address contract = deploy(outbox);
    const Bytes add = eth::abi::encode_call(counter::kAdd, {eth::U256(5)}).value();
    ASSERT_TRUE(outbox.submit({.id = "add", .to = contract, .data = add}));
    ASSERT_EQ(total(contract), 5U);
    tear();
    start();
    EXPECT_TRUE(chain_->code(contract, At::latest()).value().empty());
    ASSERT_TRUE(outbox.submit({.id = "add", .to = contract, .data = add}));
    EXPECT_EQ(total(contract), 5U);
}

}  // namespace
}  // namespace theriac::ledger
