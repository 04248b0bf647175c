// A directory that is there whole or not at all.
#pragma once

#include "theriac/base/result.hpp"
#include "theriac/storage/atomic_file.hpp"

#include <filesystem>
#include <system_error>

namespace theriac::client {

/// Everything is written beside the final place first, then renamed. What was not finished is
/// removed.
class Staging {
public:
    explicit Staging(std::filesystem::path target) : target_(std::move(target)), path_(target_) {
        path_ += ".unfinished";
    }

    Staging(const Staging&) = delete;
    Staging& operator=(const Staging&) = delete;

    ~Staging() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

    /// @return Errc::conflict when the target exists and is not empty
    Result<void> begin() const {
        std::error_code error;
        if (std::filesystem::exists(target_, error) && !std::filesystem::is_empty(target_, error))
            return fail(
                Errc::conflict, target_.string() + ": exists already; choose another directory");
        std::filesystem::remove_all(path_, error);
        return storage::make_directories(path_);
    }

    Result<void> finish() const {
        std::error_code error;
        std::filesystem::remove(target_, error);  // an empty directory may stand there
        std::filesystem::rename(path_, target_, error);
        if (error) return fail(Errc::io, target_.string() + ": " + error.message());
        return {};
    }

private:
    std::filesystem::path target_;
    std::filesystem::path path_;
};

}  // namespace theriac::client
