#include "relayer_queue.hpp"

#include <array>
#include <map>

namespace theriac::host {

namespace {

using client::Ticket;
using client::TicketStatus;
using State = TicketStatus::State;

// Zero-length blobs and numbers stand for what is not known yet.
constexpr std::array<std::string_view, 3> kSchema = {
    R"(CREATE TABLE IF NOT EXISTS statement(
    ticket BLOB PRIMARY KEY,
    kind TEXT NOT NULL,
    body BLOB NOT NULL,
    received_ms INTEGER NOT NULL,
    state INTEGER NOT NULL,
    intent TEXT NOT NULL,
    transaction_hash BLOB NOT NULL,
    block INTEGER NOT NULL,
    gas INTEGER NOT NULL,
    root BLOB NOT NULL,
    manifest BLOB NOT NULL,
    count INTEGER NOT NULL,
    error_code INTEGER NOT NULL,
    error_message TEXT NOT NULL,
    attempt INTEGER NOT NULL DEFAULT 0
) STRICT)",
    "CREATE INDEX IF NOT EXISTS by_state ON statement(state)",
    "CREATE INDEX IF NOT EXISTS by_intent ON statement(intent)",
};

std::uint64_t number(State state) {
    return static_cast<std::uint64_t>(state);
}

template <typename T>
std::optional<T> optional_fixed(const Bytes& bytes) {
    const auto value = T::from(bytes);
    return value ? std::optional<T>(*value) : std::nullopt;
}

template <typename T>
ByteView view_of(const std::optional<T>& value) {
    return value ? value->view() : ByteView{};
}

// Queues of before attempts were counted lack the column.
Result<void> add_attempts(storage::Database& database) {
    THERIAC_TRY(
        select,
        database.prepare(
            "SELECT COUNT(*) FROM pragma_table_info('statement') WHERE name = 'attempt'"));
    THERIAC_TRY(row, select.step());
    if (row && select.u64(0) > 0) return {};
    return database.execute("ALTER TABLE statement ADD COLUMN attempt INTEGER NOT NULL DEFAULT 0");
}

Result<QueuedStatement> read_statement(const storage::Statement& row) {
    THERIAC_TRY(ticket, Ticket::from(row.bytes(0)));
    return QueuedStatement{ticket, row.text(1), row.bytes(2), row.u64(3), row.u64(4)};
}

}  // namespace

RelayerQueue::RelayerQueue(storage::Database database)
    : database_(std::move(database)), mutex_(std::make_unique<std::mutex>()) {}

Result<RelayerQueue> RelayerQueue::open(const std::filesystem::path& file) {
    THERIAC_TRY(database, storage::Database::open(file));
    for (const std::string_view sql : kSchema)
        THERIAC_CHECK(database.execute(sql));
    THERIAC_CHECK(add_attempts(database));
    return RelayerQueue(std::move(database));
}

Result<void> RelayerQueue::accept(const QueuedStatement& statement) {
    const std::scoped_lock lock(*mutex_);
    THERIAC_TRY(
        insert,
        database_.prepare("INSERT INTO statement(ticket, kind, body, received_ms, state, intent,"
                          " transaction_hash, block, gas, root, manifest, count, error_code,"
                          " error_message) VALUES(?1,?2,?3,?4,?5,'',x'',0,0,x'',x'',0,0,'')"
                          " ON CONFLICT(ticket) DO UPDATE SET state = ?5, received_ms = ?4,"
                          " attempt = attempt + 1, intent = '', root = x'', manifest = x'',"
                          " count = 0, error_code = 0, error_message = '' WHERE state = ?6"));
    return insert.bind(statement.ticket.view())
        .bind(std::string_view(statement.kind))
        .bind(statement.body)
        .bind(statement.received_ms)
        .bind(number(State::queued))
        .bind(number(State::failed))
        .run();
}

Result<TicketStatus> RelayerQueue::status(const Ticket& ticket) {
    const std::scoped_lock lock(*mutex_);
    THERIAC_TRY(
        select,
        database_.prepare(
            "SELECT state, transaction_hash, block, gas, root, manifest, count, error_code,"
            " error_message FROM statement WHERE ticket = ?"));
    THERIAC_TRY(found, select.bind(ticket.view()).step());
    if (!found) return fail(Errc::not_found, "ticket " + ticket.hex() + ": is not known here");
    TicketStatus out;
    out.state = static_cast<State>(select.u64(0));
    out.transaction = optional_fixed<Hash256>(select.bytes(1));
    out.block = select.u64(2);
    out.gas = select.u64(3);
    out.root = optional_fixed<Hash256>(select.bytes(4));
    out.manifest = optional_fixed<crypto::BlobAddress>(select.bytes(5));
    out.count = static_cast<std::uint32_t>(select.u64(6));
    if (out.state == State::failed)
        out.error = Error{static_cast<Errc>(select.u64(7)), select.text(8)};
    return out;
}

Result<std::vector<QueuedStatement>> RelayerQueue::queued() {
    const std::scoped_lock lock(*mutex_);
    THERIAC_TRY(
        select,
        database_.prepare(
            "SELECT ticket, kind, body, received_ms, attempt FROM statement WHERE state = ?"
            " ORDER BY received_ms, rowid LIMIT 10000"));
    select.bind(number(State::queued));
    std::vector<QueuedStatement> out;
    while (true) {
        THERIAC_TRY(row, select.step());
        if (!row) return out;
        THERIAC_TRY(statement, read_statement(select));
        out.push_back(std::move(statement));
    }
}

Result<void> RelayerQueue::assign(const Submission& submission) {
    const std::scoped_lock lock(*mutex_);
    return database_.transaction([&]() -> Result<void> {
        for (const QueuedStatement& statement : submission.statements) {
            THERIAC_TRY(
                update,
                database_.prepare("UPDATE statement SET state = ?, intent = ? WHERE ticket = ?"));
            THERIAC_CHECK(update.bind(number(State::submitted))
                              .bind(std::string_view(submission.intent))
                              .bind(statement.ticket.view())
                              .run());
        }
        return {};
    });
}

Result<std::vector<Submission>> RelayerQueue::unfinished() {
    const std::scoped_lock lock(*mutex_);
    THERIAC_TRY(
        select,
        database_.prepare("SELECT ticket, kind, body, received_ms, attempt, intent FROM statement"
                          " WHERE state = ?"
                          " ORDER BY received_ms, rowid"));
    select.bind(number(State::submitted));
    std::map<std::string, Submission> by_intent;
    while (true) {
        THERIAC_TRY(row, select.step());
        if (!row) break;
        THERIAC_TRY(statement, read_statement(select));
        Submission& submission = by_intent[select.text(5)];
        submission.intent = select.text(5);
        submission.kind = statement.kind;
        submission.statements.push_back(std::move(statement));
    }
    std::vector<Submission> out;
    for (auto& [intent, submission] : by_intent)
        out.push_back(std::move(submission));
    return out;
}

Result<void> RelayerQueue::finish(const std::string& intent, const TicketStatus& outcome) {
    const std::scoped_lock lock(*mutex_);
    THERIAC_TRY(
        update,
        database_.prepare(
            "UPDATE statement SET state = ?, transaction_hash = ?, block = ?, gas = ?, root = ?,"
            " manifest = ?, count = ?, error_code = ?, error_message = ? WHERE intent = ?"));
    const Error none{};
    const Error& error = outcome.error ? *outcome.error : none;
    return update.bind(number(outcome.state))
        .bind(view_of(outcome.transaction))
        .bind(outcome.block)
        .bind(outcome.gas)
        .bind(view_of(outcome.root))
        .bind(view_of(outcome.manifest))
        .bind(std::uint64_t{outcome.count})
        .bind(static_cast<std::uint64_t>(error.code))
        .bind(std::string_view(error.message))
        .bind(std::string_view(intent))
        .run();
}

}  // namespace theriac::host
