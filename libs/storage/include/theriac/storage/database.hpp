// SQLite behind Results: the one file that, with database.cpp, sees sqlite3.h.
#pragma once

#include "theriac/base/bytes.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string_view>
#include <utility>

struct sqlite3;
struct sqlite3_stmt;

namespace theriac::storage {

/// One statement: bind in order, then step; read columns by their position.
class Statement {
public:
    Statement& bind(std::uint64_t value);
    Statement& bind(ByteView bytes);
    Statement& bind(std::string_view text);

    /// True when there is a row to read, false at the end.
    Result<bool> step();

    /// Runs a statement that has no rows.
    Result<void> run();

    [[nodiscard]] std::uint64_t u64(int column) const;
    [[nodiscard]] Bytes bytes(int column) const;
    [[nodiscard]] std::string text(int column) const;

private:
    friend class Database;

    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };

    explicit Statement(sqlite3_stmt* statement) : statement_(statement) {}

    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
    int bound_ = 0;
};

/// One database file, for one process at a time.
class Database {
public:
    /// Creates the file, readable by this user alone, or opens it. Write-ahead log, flushed to the
    /// device at each commit (PRAGMA synchronous = FULL), locked until closed.
    ///
    /// @return Errc::conflict when another process has it open; Errc::malformed when it is no
    ///         database; Errc::disk_full; Errc::io
    static Result<Database> open(const std::filesystem::path& path);

    /// The SQL is ours, never input.
    Result<Statement> prepare(std::string_view sql);
    Result<void> execute(std::string_view sql);

    /// Runs `work` and commits, or undoes all of it when it fails.
    template <typename Work>
    Result<void> transaction(Work&& work) {
        THERIAC_CHECK(execute("BEGIN IMMEDIATE"));
        Result<void> done = std::forward<Work>(work)();
        if (done) done = execute("COMMIT");
        if (!done) (void)execute("ROLLBACK");
        return done;
    }

private:
    struct Close {
        void operator()(sqlite3* database) const;
    };

    explicit Database(sqlite3* database) : database_(database) {}

    std::unique_ptr<sqlite3, Close> database_;
};

}  // namespace theriac::storage
