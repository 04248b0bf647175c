#include "outbox_store.hpp"

namespace theriac::ledger {

namespace {

constexpr std::uint64_t kFormatVersion = 1;

constexpr std::string_view kColumns =
    "id, nonce, recipient, value, data, gas_limit, if_lost, state, reason, final_hash";

Bytes word(const eth::U256& number) {
    return to_bytes(number.word());
}

Result<eth::U256> number(ByteView bytes) {
    return eth::U256::from_big_endian(bytes);
}

Result<Row> read_row(const storage::Statement& s) {
    Row row{.intent = {.id = s.text(0)}};
    row.nonce = s.u64(1);
    if (const Bytes to = s.bytes(2); !to.empty()) {
        THERIAC_TRY(address, eth::Address::from(to));
        row.intent.to = address;
    }
    THERIAC_TRY(value, number(s.bytes(3)));
    row.intent.value = value;
    row.intent.data = s.bytes(4);
    row.gas_limit = s.u64(5);
    if (s.u64(6) > 1 || s.u64(7) > 3) return fail(Errc::malformed, "outbox: unknown state");
    row.intent.if_lost = static_cast<IfLost>(s.u64(6));
    row.state = static_cast<RowState>(s.u64(7));
    row.reason = s.text(8);
    if (const Bytes hash = s.bytes(9); !hash.empty()) {
        THERIAC_TRY(fixed, Hash256::from(hash));
        row.final_hash = fixed;
    }
    return row;
}

}  // namespace

Result<OutboxStore> OutboxStore::open(const std::filesystem::path& file, const OutboxOwner& owner) {
    THERIAC_TRY(database, storage::Database::open(file));
    OutboxStore store(std::move(database));
    const Result<void> ready = store.database_.transaction([&]() -> Result<void> {
        THERIAC_CHECK(store.create_tables());
        return store.check_owner(owner);
    });
    if (!ready) return fail(ready.error());
    return store;
}

Result<void> OutboxStore::create_tables() {
    THERIAC_CHECK(database_.execute(
        "CREATE TABLE IF NOT EXISTS owner (version INTEGER NOT NULL, account BLOB NOT NULL,"
        " chain_id INTEGER NOT NULL, genesis BLOB NOT NULL) STRICT"));
    THERIAC_CHECK(database_.execute(
        "CREATE TABLE IF NOT EXISTS intents (id TEXT PRIMARY KEY NOT NULL,"
        " nonce INTEGER UNIQUE NOT NULL, recipient BLOB NOT NULL, value BLOB NOT NULL,"
        " data BLOB NOT NULL, gas_limit INTEGER NOT NULL, if_lost INTEGER NOT NULL,"
        " state INTEGER NOT NULL, reason TEXT NOT NULL, final_hash BLOB NOT NULL) STRICT"));
    THERIAC_CHECK(
        database_.execute("CREATE INDEX IF NOT EXISTS intents_by_state ON intents (state, nonce)"));
    THERIAC_CHECK(database_.execute(
        "CREATE TABLE IF NOT EXISTS attempts (number INTEGER PRIMARY KEY, nonce INTEGER NOT NULL,"
        " hash BLOB NOT NULL, raw BLOB NOT NULL, max_fee BLOB NOT NULL,"
        " priority_fee BLOB NOT NULL) STRICT"));
    return database_.execute("CREATE INDEX IF NOT EXISTS attempts_by_nonce ON attempts (nonce)");
}

Result<void> OutboxStore::check_owner(const OutboxOwner& owner) {
    THERIAC_TRY(select, database_.prepare("SELECT version, account, chain_id, genesis FROM owner"));
    THERIAC_TRY(found, select.step());
    if (!found) {
        THERIAC_TRY(insert, database_.prepare("INSERT INTO owner VALUES (?, ?, ?, ?)"));
        return insert.bind(kFormatVersion)
            .bind(owner.account.view())
            .bind(owner.chain_id)
            .bind(owner.genesis.view())
            .run();
    }
    if (select.u64(0) != kFormatVersion)
        return fail(Errc::unsupported, "outbox: written by another version of this program");
    THERIAC_TRY(account, eth::Address::from(select.bytes(1)));
    THERIAC_TRY(genesis, Hash256::from(select.bytes(3)));
    if (account != owner.account)
        return fail(Errc::conflict, "outbox: belongs to the account " + account.hex());
    if (select.u64(2) != owner.chain_id || genesis != owner.genesis)
        return fail(
            Errc::conflict,
            "outbox: was made for chain " + std::to_string(select.u64(2)) + " with genesis "
                + genesis.hex() + ", the node serves chain " + std::to_string(owner.chain_id)
                + " with genesis " + owner.genesis.hex());
    return {};
}

Result<void> OutboxStore::insert_one(const Row& row) {
    THERIAC_TRY(
        insert, database_.prepare("INSERT INTO intents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    const ByteView to = row.intent.to ? row.intent.to->view() : ByteView();
    THERIAC_CHECK(insert.bind(std::string_view(row.intent.id))
                      .bind(row.nonce)
                      .bind(to)
                      .bind(word(row.intent.value))
                      .bind(row.intent.data)
                      .bind(row.gas_limit)
                      .bind(static_cast<std::uint64_t>(row.intent.if_lost))
                      .bind(static_cast<std::uint64_t>(row.state))
                      .bind(std::string_view(row.reason))
                      .bind(ByteView())
                      .run());
    for (const Attempt& attempt : row.attempts)
        THERIAC_CHECK(add_attempt(row.nonce, attempt));
    return {};
}

Result<void> OutboxStore::insert(std::span<const Row> rows) {
    return database_.transaction([&]() -> Result<void> {
        for (const Row& row : rows)
            THERIAC_CHECK(insert_one(row));
        return {};
    });
}

Result<void> OutboxStore::add_attempt(std::uint64_t nonce, const Attempt& attempt) {
    THERIAC_TRY(
        insert,
        database_.prepare("INSERT INTO attempts (nonce, hash, raw, max_fee, priority_fee)"
                          " VALUES (?, ?, ?, ?, ?)"));
    return insert.bind(nonce)
        .bind(attempt.hash.view())
        .bind(attempt.raw)
        .bind(word(attempt.fees.max_fee))
        .bind(word(attempt.fees.priority_fee))
        .run();
}

Result<void> OutboxStore::remove(std::uint64_t nonce) {
    return database_.transaction([&]() -> Result<void> {
        for (const std::string_view sql :
             {"DELETE FROM attempts WHERE nonce = ?", "DELETE FROM intents WHERE nonce = ?"}) {
            THERIAC_TRY(statement, database_.prepare(sql));
            THERIAC_CHECK(statement.bind(nonce).run());
        }
        return {};
    });
}

Result<void> OutboxStore::replace(std::uint64_t old_nonce, const Row& row) {
    return database_.transaction([&]() -> Result<void> {
        for (const std::string_view sql :
             {"DELETE FROM attempts WHERE nonce = ?", "DELETE FROM intents WHERE nonce = ?"}) {
            THERIAC_TRY(statement, database_.prepare(sql));
            THERIAC_CHECK(statement.bind(old_nonce).run());
        }
        return insert_one(row);
    });
}

Result<void> OutboxStore::finish(std::span<const Finish> finished) {
    return database_.transaction([&]() -> Result<void> {
        for (const Finish& one : finished) {
            THERIAC_TRY(
                update,
                database_.prepare("UPDATE intents SET state = ?, reason = ?, final_hash = ?"
                                  " WHERE nonce = ?"));
            THERIAC_CHECK(update.bind(static_cast<std::uint64_t>(one.state))
                              .bind(std::string_view(one.reason))
                              .bind(one.hash.view())
                              .bind(one.nonce)
                              .run());
        }
        return {};
    });
}

Result<void> OutboxStore::reopen_from(std::uint64_t nonce) {
    THERIAC_TRY(
        update,
        database_.prepare("UPDATE intents SET state = 0, reason = 'was final', final_hash = x''"
                          " WHERE nonce >= ? AND state <> 0"));
    return update.bind(nonce).run();
}

Result<void> OutboxStore::load_attempts(Row& row) {
    THERIAC_TRY(
        select,
        database_.prepare("SELECT hash, raw, max_fee, priority_fee FROM attempts"
                          " WHERE nonce = ? ORDER BY number"));
    select.bind(row.nonce);
    for (;;) {
        THERIAC_TRY(more, select.step());
        if (!more) break;
        THERIAC_TRY(hash, Hash256::from(select.bytes(0)));
        THERIAC_TRY(max_fee, number(select.bytes(2)));
        THERIAC_TRY(priority_fee, number(select.bytes(3)));
        row.attempts.push_back(
            {.hash = hash,
             .raw = select.bytes(1),
             .fees = {.max_fee = max_fee, .priority_fee = priority_fee}});
    }
    if (row.attempts.empty())
        return fail(Errc::malformed, "outbox: an intent without a signed transaction");
    return {};
}

Result<std::optional<Row>> OutboxStore::find(std::string_view intent_id) {
    THERIAC_TRY(
        select,
        database_.prepare("SELECT " + std::string(kColumns) + " FROM intents WHERE id = ?"));
    select.bind(intent_id);
    THERIAC_TRY(found, select.step());
    if (!found) return std::nullopt;
    THERIAC_TRY(row, read_row(select));
    THERIAC_CHECK(load_attempts(row));
    return row;
}

Result<std::vector<Row>> OutboxStore::pending_rows() {
    THERIAC_TRY(
        select,
        database_.prepare(
            "SELECT " + std::string(kColumns) + " FROM intents WHERE state = 0 ORDER BY nonce"));
    std::vector<Row> rows;
    for (;;) {
        THERIAC_TRY(more, select.step());
        if (!more) return rows;
        THERIAC_TRY(row, read_row(select));
        THERIAC_CHECK(load_attempts(row));
        rows.push_back(std::move(row));
    }
}

Result<std::uint64_t> OutboxStore::next_nonce() {
    THERIAC_TRY(select, database_.prepare("SELECT COALESCE(MAX(nonce) + 1, 0) FROM intents"));
    THERIAC_TRY(row, select.step());
    THERIAC_EXPECTS(row);
    return select.u64(0);
}

}  // namespace theriac::ledger
