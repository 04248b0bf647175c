#include "theriac/eth/transaction.hpp"

#include "local_world.hpp"

#include <thread>

#include <sys/stat.h>

namespace theriac::ledger {
namespace {

class OutboxTest : public LocalWorld {
protected:
    Intent add(const eth::Address& contract, std::uint64_t amount) const {
        return {
            .id = "add " + std::to_string(amount),
            .to = contract,
            .data = counter::call(counter::kAdd, amount),
            .gas_limit = 100'000};
    }
};

TEST_F(OutboxTest, transaction_is_final_and_its_effect_there) {
    Outbox outbox = open_outbox();
    const eth::Address contract = deploy(outbox);
    const Receipt receipt = outbox.submit(add(contract, 5)).value();
    EXPECT_TRUE(receipt.success);
    EXPECT_EQ(receipt.logs.size(), 1U);
    EXPECT_EQ(total(contract), 5U);
    EXPECT_EQ(outbox.pending(), 0U);
}

TEST_F(OutboxTest, same_intent_is_the_same_transaction_also_after_reopening) {
    std::optional<Outbox> outbox = open_outbox();
    const eth::Address contract = deploy(*outbox);
    const Receipt first = outbox->submit(add(contract, 5)).value();
    EXPECT_EQ(outbox->submit(add(contract, 5)).value(), first);
    outbox.reset();
    outbox.emplace(open_outbox());
    EXPECT_EQ(outbox->submit(add(contract, 5)).value(), first);
    EXPECT_EQ(total(contract), 5U);
}

TEST_F(OutboxTest, same_intent_with_other_content_is_a_conflict) {
    Outbox outbox = open_outbox();
    const eth::Address contract = deploy(outbox);
    ASSERT_TRUE(outbox.submit(add(contract, 5)));
    Intent other = add(contract, 6);
    other.id = "add 5";
    EXPECT_EQ(outbox.submit(other).error().code, Errc::conflict);
}

TEST_F(OutboxTest, same_intent_twice_in_a_batch_is_sent_once) {
    Outbox outbox = open_outbox();
    const eth::Address contract = deploy(outbox);
    const std::vector<Intent> intents(3, add(contract, 5));
    const auto results = outbox.submit_all(intents);
    EXPECT_EQ(results[0].value(), results[1].value());
    EXPECT_EQ(results[0].value(), results[2].value());
    EXPECT_EQ(total(contract), 5U);
}

TEST_F(OutboxTest, revert_found_by_simulation_is_named_and_costs_nothing) {
    Outbox outbox = open_outbox();
    const eth::Address contract = deploy(outbox);
    const auto before = chain_->nonce(account(), At::latest()).value();
    const Error error =
        outbox.submit({.id = "r", .to = contract, .data = counter::call(counter::kRefuse, 9)})
            .error();
    EXPECT_EQ(error, (Error{Errc::reverted, "Counter: Refused(9)"}));
    EXPECT_EQ(chain_->nonce(account(), At::latest()).value(), before);
    EXPECT_EQ(outbox.pending(), 0U);
}

TEST_F(OutboxTest, revert_in_a_block_is_named_now_and_later) {
    Outbox outbox = open_outbox();
    const Intent intent{
        .id = "r",
        .to = deploy(outbox),
        .data = counter::call(counter::kRefuse, 9),
        .gas_limit = 100'000};
    const Error error = outbox.submit(intent).error();
    EXPECT_EQ(error.code, Errc::reverted);
    EXPECT_TRUE(error.message.ends_with(": Counter: Refused(9)")) << error.message;
    EXPECT_EQ(outbox.submit(intent).error(), error);
}

TEST_F(OutboxTest, refused_transaction_does_not_block_those_after_it) {
    Outbox outbox = open_outbox();
    const eth::Address contract = deploy(outbox);
    Intent greedy = add(contract, 1);
    greedy.gas_limit = 2'000'000'000;
    const std::vector<Intent> intents{add(contract, 2), greedy, add(contract, 4)};
    const auto results = outbox.submit_all(intents);
    EXPECT_TRUE(results[0]);
    EXPECT_EQ(results[1].error().code, Errc::denied);
    EXPECT_TRUE(results[2]);
    EXPECT_EQ(total(contract), 6U);
    EXPECT_TRUE(outbox.submit(add(contract, 8)));
    EXPECT_EQ(total(contract), 14U);
}

TEST_F(OutboxTest, account_without_coins_is_denied_and_can_go_on_later) {
    const auto poor = crypto::SigningKey::generate(entropy_);
    Outbox outbox = Outbox::open(temporary_ / "poor.db", *chain_, poor).value();
    const Intent intent{.id = "x", .to = account(), .gas_limit = 21'000};
    EXPECT_EQ(outbox.submit(intent).error().code, Errc::denied);
    Outbox rich = open_outbox();
    ASSERT_TRUE(rich.submit(
        {.id = "gift", .to = outbox.account(), .value = eth::U256(1'000'000'000'000'000'000ULL)}));
    EXPECT_TRUE(outbox.submit(intent));
}

TEST_F(OutboxTest, blocks_lost_by_a_crashed_node_are_made_again) {
    Outbox outbox = open_outbox();
    const eth::Address contract = deploy(outbox);
    std::uint64_t sum = 0;
    for (std::uint64_t round = 1; round <= 3; ++round) {
        std::vector<Intent> intents;
        for (std::uint64_t i = 0; i < 10; ++i) {
            intents.push_back(add(contract, round * 100 + i));
            sum += round * 100 + i;
        }
        for (const auto& result : outbox.submit_all(intents))
            ASSERT_TRUE(result) << result.error().message;
        crash_and_restart();
        ASSERT_EQ(chain_->nonce(account(), At::latest()).value(), 0U);  // all of it is gone
        // One more, so that the outbox meets the restarted node; it waits for all before it.
        ASSERT_TRUE(outbox.submit(add(contract, round)));
        sum += round;
        EXPECT_EQ(total(contract), sum);
    }
}

TEST_F(OutboxTest, crash_of_both_loses_nothing_that_was_acknowledged) {
    eth::Address contract;
    {
        Outbox outbox = open_outbox();
        contract = deploy(outbox);
        ASSERT_TRUE(outbox.submit(add(contract, 5)));
    }
    crash_and_restart();
    ASSERT_EQ(chain_->nonce(account(), At::latest()).value(), 0U);
    Outbox outbox = open_outbox();
    ASSERT_TRUE(outbox.submit(add(contract, 7)));
    EXPECT_TRUE(outbox.submit(add(contract, 5)));
    EXPECT_EQ(total(contract), 12U);
}

TEST_F(OutboxTest, submission_waits_for_a_node_that_comes_back) {
    Outbox outbox = open_outbox({.patience = std::chrono::milliseconds(0)});
    const eth::Address contract = deploy(outbox);
    node_->crash();
    EXPECT_EQ(outbox.submit(add(contract, 5)).error().code, Errc::unavailable);
}

TEST_F(OutboxTest, stop_leaves_the_transaction_to_be_finished_later) {
    eth::Address contract;
    {
        Outbox outbox = open_outbox();
        contract = deploy(outbox);
        net::StopFlag stop;
        const auto result = outbox.submit(
            add(contract, 5), &stop, [&](const std::string&, Stage stage, const Hash256&) {
                if (stage == Stage::sent) stop.request_stop();
            });
        EXPECT_EQ(result.error().code, Errc::interrupted);
        EXPECT_EQ(outbox.pending(), 1U);
    }
    Outbox outbox = open_outbox();
    EXPECT_TRUE(outbox.submit(add(contract, 5)));
    EXPECT_EQ(total(contract), 5U);
}

TEST_F(OutboxTest, foreign_transaction_with_our_nonce_is_reported_or_gone_around) {
    Outbox outbox = open_outbox();
    const eth::Address contract = deploy(outbox);
    // The same key used behind the outbox's back.
    const Fees fees = chain_->suggest_fees(FeePolicy::dynamic).value();
    const auto steal = [&] {
        const auto made = eth::sign(
            eth::Transaction{
                .chain_id = chain_->id(),
                .nonce = chain_->nonce(account(), At::latest()).value(),
                .max_priority_fee_per_gas = fees.priority_fee,
                .max_fee_per_gas = fees.max_fee,
                .gas_limit = 21'000,
                .to = account(),
                .value = {},
                .data = {},
                .access_list = {}},
            key_);
        ASSERT_EQ(chain_->send_raw(made.raw).value(), SendOutcome::accepted);
        while (!chain_->receipt(made.hash).value())
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
    };
    steal();
    EXPECT_EQ(outbox.submit(add(contract, 5)).error().code, Errc::conflict);
    steal();
    Intent again = add(contract, 7);
    again.if_lost = IfLost::resubmit;
    EXPECT_TRUE(outbox.submit(again));
    EXPECT_EQ(total(contract), 7U);
}

TEST_F(OutboxTest, finality_depth_waits_for_blocks_on_top) {
    Outbox outbox = open_outbox({.finality_depth = 2});
    const Receipt receipt = outbox.submit({.id = "x", .to = account()}).value();
    EXPECT_GE(chain_->block_number().value(), receipt.block.number + 2);
}

TEST_F(OutboxTest, other_account_chain_or_process_is_a_conflict) {
    const auto other = crypto::SigningKey::generate(entropy_);
    const auto file = temporary_ / "outbox.db";
    {
        const Outbox outbox = open_outbox();
        EXPECT_EQ(Outbox::open(file, *chain_, key_).error().code, Errc::conflict);
    }
    EXPECT_EQ(Outbox::open(file, *chain_, other).error().code, Errc::conflict);
    EXPECT_TRUE(Outbox::open(file, *chain_, key_));
}

TEST_F(OutboxTest, database_is_private) {
    const Outbox outbox = open_outbox();
    struct stat status{};
    for (const char* name : {"outbox.db", "outbox.db-wal"}) {
        ASSERT_EQ(::stat((temporary_ / name).c_str(), &status), 0) << name;
        EXPECT_EQ(status.st_mode & 0777U, 0600U) << name;
    }
}

TEST_F(OutboxTest, intents_need_a_printable_id) {
    Outbox outbox = open_outbox();
    for (const std::string& id : {std::string(), std::string(201, 'a'), std::string("a\n")})
        EXPECT_EQ(outbox.submit({.id = id, .to = account()}).error().code, Errc::invalid_argument);
}

}  // namespace
}  // namespace theriac::ledger
