// What the tests of this library share.
#pragma once

#include "theriac/base/bytes.hpp"
#include "theriac/base/result.hpp"
#include "theriac/json/json.hpp"
#include "theriac/learning/spec.hpp"
#include "theriac/learning/table.hpp"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace theriac::learning::test {

/// A file of the repository.
inline std::string read_source(const std::string& path) {
    const char* root = std::getenv("THERIAC_SOURCE_DIR");
    std::ifstream in(std::string(root == nullptr ? "." : root) + "/" + path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

template <typename T>
Error refusal(const Result<T>& got) {
    return got ? Error{Errc::internal, "accepted"} : got.error();
}

inline json::Value parsed(std::string_view text) {
    return json::parse(text).value();
}

/// Four columns: a number with missing values, a category, a target, a fold.
inline json::Value small_schema() {
    return parsed(R"({"format": "theriac/table-schema/v1", "columns": [
        {"name": "size", "kind": "number", "unit": "mm", "minimum": 0, "maximum": 100,
         "missing": ["?", -9]},
        {"name": "site", "kind": "category", "levels": ["left", "right", "both"], "missing": [""]},
        {"name": "ill", "kind": "integer", "unit": "1", "minimum": 0, "maximum": 1, "missing": ["?"]},
        {"name": "fold", "kind": "integer", "unit": "1", "minimum": 0, "maximum": 1}]})");
}

inline json::Value small_spec() {
    json::Value spec = parsed(R"({"format": "theriac/model-spec/v1",
        "algorithm": {"name": "logistic_regression", "version": 1},
        "target": {"column": "ill", "positive": 1}, "features": ["size", "site"],
        "missing": "refuse", "standardise": true, "penalty": {"kind": "l2", "c": 1},
        "solver": {"tolerance": 1e-12, "max_iterations": 100},
        "validation": {"folds": 2, "assignment": {"column": "fold"}},
        "outputs": ["safetensors"], "privacy": "none"})");
    spec.set("schema", small_schema());
    return spec;
}

/// The small spec with one field replaced.
inline ModelSpec spec_with(std::string_view field, std::string_view value) {
    json::Value spec = small_spec();
    spec.set(field, parsed(value));
    return ModelSpec::from_json(spec).value();
}

inline std::string small_csv() {
    return "size,site,ill,fold\n"
           "1,left,0,0\n2,right,0,1\n3,both,1,0\n4,left,0,1\n"
           "5,right,1,0\n6,both,1,1\n2.5,right,1,1\n4.5,left,0,0\n";
}

inline ModelSpec wdbc_spec() {
    return ModelSpec::parse(read_source("examples/wdbc/model-spec.json")).value();
}

inline std::string wdbc_csv() {
    return read_source("examples/wdbc/wdbc.csv");
}

}  // namespace theriac::learning::test
