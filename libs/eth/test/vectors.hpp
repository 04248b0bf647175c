// Official test vectors, which lie beside the source tree and not in it.
#pragma once

#include "theriac/base/bytes.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

namespace theriac::eth::test {

using Json = nlohmann::ordered_json;

inline std::string environment(const char* name) {
    const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): tests have one thread
    return value == nullptr ? "" : value;
}

/// $THERIAC_SHARED_DIR/vectors/<name>, or the same beside the source tree.
inline std::filesystem::path vector_path(const std::string& name) {
    std::filesystem::path shared = environment("THERIAC_SHARED_DIR");
    if (shared.empty())
        shared = std::filesystem::path(environment("THERIAC_SOURCE_DIR")) / ".." / "shared";
    return shared / "vectors" / name;
}

inline Json read_json(const std::filesystem::path& path) {
    std::ifstream in(path);
    return Json::parse(in);
}

inline Bytes unhex(const std::string& text) {
    return from_hex(text).value();
}

}  // namespace theriac::eth::test

/// Declares `json` with the vectors of a file, or skips the test by the file's name.
#define THERIAC_VECTORS(json, name)                                          \
    const auto json##_path = ::theriac::eth::test::vector_path(name);        \
    if (!std::filesystem::exists(json##_path))                               \
        GTEST_SKIP() << "not run: " << json##_path.string() << " is absent"; \
    const auto json = ::theriac::eth::test::read_json(json##_path)
