// Finds the official vectors, which are not part of this repository.
#pragma once

#include "theriac/base/bytes.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>

namespace theriac::crypto {

// NOLINTBEGIN(concurrency-mt-unsafe): the tests start no threads
inline std::filesystem::path shared_path(const std::string& file) {
    if (const char* shared = std::getenv("THERIAC_SHARED_DIR"))
        return std::filesystem::path(shared) / file;
    const char* source = std::getenv("THERIAC_SOURCE_DIR");
    return std::filesystem::path(source != nullptr ? source : ".") / "../shared" / file;
}

// NOLINTEND(concurrency-mt-unsafe)

inline std::optional<nlohmann::json> shared_json(const std::string& file) {
    std::ifstream in(shared_path(file));
    if (!in) return std::nullopt;
    return nlohmann::json::parse(in);
}

inline Bytes hex_field(const nlohmann::json& from, const char* field) {
    return theriac::from_hex(from.at(field).get<std::string>()).value();
}

}  // namespace theriac::crypto

/// Declares `name` as the parsed file, or skips the test.
// NOLINTBEGIN(bugprone-macro-parentheses): a declared name stands in no parentheses
#define THERIAC_SHARED_JSON(name, file)                                        \
    const auto name##_loaded = ::theriac::crypto::shared_json(file);           \
    if (!name##_loaded) GTEST_SKIP() << "not run: " << (file) << " is absent"; \
    const nlohmann::json& name = *name##_loaded
// NOLINTEND(bugprone-macro-parentheses)
