// Vectors that lie in the source tree.
#pragma once

#include "theriac/base/bytes.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

namespace theriac::protocol::test {

using Json = nlohmann::ordered_json;

/// Reads a JSON file of the source tree. An absent file fails the test: these are part of it.
inline Json read_json(const std::string& path) {
    const char* root = std::getenv("THERIAC_SOURCE_DIR");  // NOLINT(concurrency-mt-unsafe)
    std::ifstream in(std::filesystem::path(root == nullptr ? "." : root) / path);
    EXPECT_TRUE(in.is_open()) << path;
    return Json::parse(in);
}

template <typename T>
T fixed(const Json& hex) {
    return T::from_hex(hex.get<std::string>()).value();
}

inline Bytes unhex(const Json& hex) {
    return from_hex(hex.get<std::string>()).value();
}

}  // namespace theriac::protocol::test
