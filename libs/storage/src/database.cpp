#include "theriac/storage/database.hpp"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <climits>
#include <string>

#include <sys/stat.h>

namespace theriac::storage {

namespace {

Errc code_of(int result) {
    switch (result & 0xff) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return Errc::conflict;
        case SQLITE_FULL:
            return Errc::disk_full;
        case SQLITE_NOTADB:
        case SQLITE_CORRUPT:
            return Errc::malformed;
        case SQLITE_PERM:
        case SQLITE_READONLY:
        case SQLITE_CANTOPEN:
            return Errc::denied;
        case SQLITE_CONSTRAINT:
        case SQLITE_MISUSE:
        case SQLITE_RANGE:
            return Errc::internal;
        default:
            return Errc::io;
    }
}

Error error_of(sqlite3* database, int result) {
    return {code_of(result), std::string("database: ") + sqlite3_errmsg(database)};
}

/// SQLite gives its log the mode of the database, but creates that for everyone to read.
bool create_private(const std::filesystem::path& path) {
    const int fd = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd < 0) return false;
    (void)::close(fd);
    return true;
}

int size_of(std::size_t size) {
    THERIAC_EXPECTS(size <= INT_MAX);
    return static_cast<int>(size);
}

}  // namespace

void Statement::Finalize::operator()(sqlite3_stmt* statement) const {
    (void)sqlite3_finalize(statement);
}

void Database::Close::operator()(sqlite3* database) const {
    (void)sqlite3_close(database);
}

Statement& Statement::bind(std::uint64_t value) {
    // Sound: SQLite keeps 64 bits; `u64` reads them back the same way.
    THERIAC_EXPECTS(
        sqlite3_bind_int64(statement_.get(), ++bound_, static_cast<sqlite3_int64>(value))
        == SQLITE_OK);
    return *this;
}

Statement& Statement::bind(ByteView bytes) {
    static constexpr std::uint8_t kNothing = 0;
    const void* start = bytes.empty() ? &kNothing : bytes.data();  // a null pointer means NULL
    THERIAC_EXPECTS(
        sqlite3_bind_blob(
            statement_.get(), ++bound_, start, size_of(bytes.size()), SQLITE_TRANSIENT)
        == SQLITE_OK);
    return *this;
}

Statement& Statement::bind(std::string_view text) {
    THERIAC_EXPECTS(
        sqlite3_bind_text(
            statement_.get(), ++bound_, text.data(), size_of(text.size()), SQLITE_TRANSIENT)
        == SQLITE_OK);
    return *this;
}

Result<bool> Statement::step() {
    const int result = sqlite3_step(statement_.get());
    if (result == SQLITE_ROW) return true;
    if (result == SQLITE_DONE) return false;
    return fail(error_of(sqlite3_db_handle(statement_.get()), result));
}

Result<void> Statement::run() {
    THERIAC_TRY(row, step());
    THERIAC_EXPECTS(!row);
    return {};
}

std::uint64_t Statement::u64(int column) const {
    return static_cast<std::uint64_t>(sqlite3_column_int64(statement_.get(), column));
}

Bytes Statement::bytes(int column) const {
    const auto* start =
        static_cast<const std::uint8_t*>(sqlite3_column_blob(statement_.get(), column));
    const int size = sqlite3_column_bytes(statement_.get(), column);
    if (start == nullptr || size <= 0) return {};
    return {start, start + size};
}

std::string Statement::text(int column) const {
    return std::string(as_text(bytes(column)));
}

Result<Database> Database::open(const std::filesystem::path& path) {
    if (!create_private(path))
        return fail(Errc::denied, path.string() + ": cannot be created or opened");
    sqlite3* raw = nullptr;
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_FULLMUTEX;
    const int result = sqlite3_open_v2(path.c_str(), &raw, flags, nullptr);
    Database database(raw);
    if (result != SQLITE_OK) return fail(with_context(path.string(), error_of(raw, result)));
    // Exclusive: the lock is taken by the first statement and kept, so a second process is refused.
    for (const std::string_view sql :
         {"PRAGMA locking_mode = EXCLUSIVE",
          "PRAGMA journal_mode = WAL",
          "PRAGMA synchronous = FULL",
          "PRAGMA foreign_keys = ON",
          "BEGIN IMMEDIATE",
          "COMMIT"})
        if (auto done = database.execute(sql); !done)
            return fail(with_context(path.string(), std::move(done).error()));
    return database;
}

Result<Statement> Database::prepare(std::string_view sql) {
    sqlite3_stmt* raw = nullptr;
    const int result =
        sqlite3_prepare_v2(database_.get(), sql.data(), size_of(sql.size()), &raw, nullptr);
    if (result != SQLITE_OK) return fail(error_of(database_.get(), result));
    return Statement(raw);
}

Result<void> Database::execute(std::string_view sql) {
    THERIAC_TRY(statement, prepare(sql));
    for (;;) {
        THERIAC_TRY(row, statement.step());
        if (!row) return {};
    }
}

}  // namespace theriac::storage
