// The rows of an outbox. docs/formats/outbox.md
#pragma once

#include "theriac/eth/transaction.hpp"
#include "theriac/ledger/outbox.hpp"
#include "theriac/storage/database.hpp"

namespace theriac::ledger {

/// One signed form of a transaction; a replacement is another one with the same nonce.
struct Attempt {
    Hash256 hash;
    Bytes raw;
    Fees fees;
};

enum class RowState : std::uint8_t { pending = 0, succeeded = 1, reverted = 2, lost = 3 };

inline constexpr std::string_view kWasFinal = "was final";

struct Row {
    Intent intent;
    std::uint64_t nonce = 0;
    std::uint64_t gas_limit = 0;
    RowState state = RowState::pending;
    std::string reason{};             ///< of a reverted or lost one; of one that is pending again
                                      ///< after it was final, kWasFinal
    Hash256 final_hash{};             ///< of a finished one
    std::vector<Attempt> attempts{};  ///< oldest first
};

/// What an outbox belongs to.
struct OutboxOwner {
    eth::Address account;
    std::uint64_t chain_id = 0;
    Hash256 genesis;

    bool operator==(const OutboxOwner&) const = default;
};

class OutboxStore {
public:
    /// @return Errc::conflict when another process has it open or it is another owner's
    static Result<OutboxStore> open(const std::filesystem::path& file, const OutboxOwner& owner);

    /// All of them, or none; on return they survive a crash.
    Result<void> insert(std::span<const Row> rows);
    Result<void> add_attempt(std::uint64_t nonce, const Attempt& attempt);
    Result<void> remove(std::uint64_t nonce);

    /// Gives the row at `old_nonce` the content of `row`, its nonce included, and its attempts
    /// only.
    Result<void> replace(std::uint64_t old_nonce, const Row& row);

    struct Finish {
        std::uint64_t nonce = 0;
        RowState state = RowState::succeeded;
        Hash256 hash;
        std::string reason;
    };

    Result<void> finish(std::span<const Finish> finished);

    /// Makes the finished rows from `nonce` on pending again: the chain has lost them.
    Result<void> reopen_from(std::uint64_t nonce);

    Result<std::optional<Row>> find(std::string_view intent_id);
    Result<std::vector<Row>> pending_rows();

    /// One more than the highest nonce in use; 0 when there is none.
    Result<std::uint64_t> next_nonce();

private:
    explicit OutboxStore(storage::Database database) : database_(std::move(database)) {}

    Result<void> create_tables();
    Result<void> check_owner(const OutboxOwner& owner);
    Result<void> insert_one(const Row& row);
    Result<void> load_attempts(Row& row);

    storage::Database database_;
};

}  // namespace theriac::ledger
