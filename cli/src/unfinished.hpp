// The names under which a profile's transactions are on their way: written down before anything is
// sent, forgotten once the outcome was told. docs/formats/outbox.md
#pragma once

#include "theriac/base/ports.hpp"
#include "theriac/base/result.hpp"

#include "transactions.hpp"

#include <filesystem>
#include <string>

namespace theriac::cli {

class Unfinished {
public:
    /// `directory` is made when the first name is written.
    explicit Unfinished(std::filesystem::path directory) : directory_(std::move(directory)) {}

    /// The name of `payment` that an earlier life of this program wrote down and did not get to
    /// report; else a new one, on the device when this returns.
    Result<std::string> name_of(const Payment& payment, Entropy& entropy);

    /// From now on the same payment is another one.
    Result<void> forget(const Payment& payment);

private:
    [[nodiscard]] std::filesystem::path file_of(const Payment& payment) const;

    std::filesystem::path directory_;
};

}  // namespace theriac::cli
