#include "snapshot.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <string>
#include <string_view>
#include <system_error>

namespace theriac::ledger {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kPiece = std::size_t{1} << 20U;
constexpr std::string_view kBlank = " \t\r\n";

// Follows strings and brackets of a JSON text, piece by piece.
class Outline {
public:
    /// False once the text cannot be one object any more.
    bool take(std::string_view piece) {
        return std::ranges::all_of(piece, [this](char c) { return take(c); });
    }

    [[nodiscard]] bool is_whole() const { return begun_ && open_.empty() && !in_string_; }

private:
    bool take(char c) {
        if (in_string_) return take_in_string(c);
        if (kBlank.contains(c)) return true;
        if (open_.empty()) return begin(c);
        switch (c) {
            case '"':
                in_string_ = true;
                return true;
            case '{':
            case '[':
                open_.push_back(c);
                return true;
            case '}':
                return close('{');
            case ']':
                return close('[');
            default:
                return c > ' ' && c < '\x7f';
        }
    }

    bool take_in_string(char c) {
        // A hole in a file reads as zeros.
        if (static_cast<unsigned char>(c) < ' ') return false;
        if (escaped_) {
            escaped_ = false;
            return true;
        }
        escaped_ = c == '\\';
        in_string_ = c != '"';
        return true;
    }

    bool begin(char c) {
        if (begun_ || c != '{') return false;
        begun_ = true;
        open_.push_back(c);
        return true;
    }

    bool close(char with) {
        if (open_.back() != with) return false;
        open_.pop_back();
        return true;
    }

    std::string open_;
    bool begun_ = false;
    bool in_string_ = false;
    bool escaped_ = false;
};

class File {
public:
    explicit File(const fs::path& path) : fd_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}

    File(const File&) = delete;
    File& operator=(const File&) = delete;

    ~File() {
        if (fd_ >= 0) (void)::close(fd_);
    }

    [[nodiscard]] bool is_open() const { return fd_ >= 0; }

    [[nodiscard]] bool flush() const { return ::fsync(fd_) == 0; }

    /// The number of bytes read, 0 at the end, below 0 on an error.
    ssize_t read(std::string& piece) const {
        ssize_t got = -1;
        do
            got = ::read(fd_, piece.data(), piece.size());
        while (got < 0 && errno == EINTR);
        return got;
    }

private:
    int fd_;
};

Result<void> move_file(const fs::path& from, const fs::path& to) {
    std::error_code error;
    fs::rename(from, to, error);
    if (error) return fail(Errc::io, to.string() + ": " + error.message());
    return {};
}

// A second name would not do: anvil writes into the file itself.
Result<void> copy_durably(const fs::path& from, const fs::path& to) {
    fs::path unfinished = to;
    unfinished += ".unfinished";
    std::error_code error;
    fs::copy_file(from, unfinished, fs::copy_options::overwrite_existing, error);
    if (error) {
        const bool full = error == std::errc::no_space_on_device;
        std::error_code ignored;
        fs::remove(unfinished, ignored);
        return fail(full ? Errc::disk_full : Errc::io, to.string() + ": " + error.message());
    }
    const File written(unfinished);
    if (!written.is_open() || !written.flush())
        return fail(Errc::io, unfinished.string() + ": cannot be flushed");
    return move_file(unfinished, to);
}

fs::path place_for_torn(const fs::path& directory) {
    std::error_code ignored;
    for (int i = 1;; ++i) {
        fs::path place = directory / ("state.torn-" + std::to_string(i) + ".json");
        if (!fs::exists(place, ignored)) return place;
    }
}

}  // namespace

Result<bool> is_whole_snapshot(const fs::path& file) {
    const File in(file);
    if (!in.is_open()) return fail(Errc::io, file.string() + ": cannot be read");
    Outline outline;
    std::string piece(kPiece, '\0');
    while (true) {
        const ssize_t got = in.read(piece);
        if (got < 0) return fail(Errc::io, file.string() + ": cannot be read");
        if (got == 0) return outline.is_whole();
        if (!outline.take(std::string_view(piece).substr(0, static_cast<std::size_t>(got))))
            return false;
    }
}

Result<std::optional<fs::path>> settle_snapshot(const fs::path& directory) {
    const fs::path state = directory / kStateFile;
    const fs::path good = directory / kGoodStateFile;
    std::error_code ignored;
    const bool have_good = fs::exists(good, ignored);
    std::optional<fs::path> torn;
    if (fs::exists(state, ignored)) {
        THERIAC_TRY(whole, is_whole_snapshot(state));
        if (whole) {
            THERIAC_CHECK(copy_durably(state, good));
            return torn;
        }
        if (!have_good)
            return fail(
                Errc::malformed,
                state.string() + ": was cut off by a crash, and there is no earlier state");
        torn = place_for_torn(directory);
        THERIAC_CHECK(move_file(state, *torn));
    }
    // Also when a crash came between the two steps of an earlier fall-back.
    if (have_good) THERIAC_CHECK(copy_durably(good, state));
    return torn;
}

}  // namespace theriac::ledger
