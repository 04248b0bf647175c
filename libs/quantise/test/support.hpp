// Small shapes, samples and files for the tests.
#pragma once

#include "theriac/json/json.hpp"
#include "theriac/quantise/fit.hpp"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

namespace theriac::quantise {

inline std::string source_file(const std::string& path) {
    const char* root = std::getenv("THERIAC_SOURCE_DIR");
    return std::string(root == nullptr ? "." : root) + "/" + path;
}

inline std::string shared_file(const std::string& path) {
    const char* shared = std::getenv("THERIAC_SHARED_DIR");
    return shared == nullptr ? source_file("../shared/" + path) : shared + ("/" + path);
}

/// Empty where there is no such file.
inline std::string read_file(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// A training spec with these layers; `more` are further fields, each with a comma before it.
inline std::string training_text(
    const std::string& layers,
    const std::string& more = "",
    const std::string& inputs = R"({"most":7,"spread":3})",
    const std::string& name = "adam") {
    return R"({"format":"theriac/he-training/v1","inputs":)" + inputs + R"(,"layers":[)" + layers
           + R"(],"optimiser":{"name":")" + name
           + R"(","schedule":"cosine","learning_rate":0.02,"batch_rows":8,"epochs":20,"quantised_epochs":10,"l2":0.1,"class_weights":"balanced","label_smoothing":0.02})"
           + more + "}";
}

constexpr auto kDenseSquareDense =
    R"({"kind":"dense","outputs":4,"weight most":7},{"kind":"square"},{"kind":"dense","outputs":1,"weight most":7})";

/// Over pictures of 6 x 6: every kind of layer, convolutions over one and over several maps.
constexpr auto kEveryKind =
    R"({"kind":"convolution","maps":2,"kernel":3,"stride":1,"pad before":1,"pad after":1,"weight most":7},{"kind":"square"},{"kind":"mean pooling","size":2},{"kind":"convolution","maps":3,"kernel":2,"stride":1,"pad before":0,"pad after":0,"weight most":7},{"kind":"square"},{"kind":"dense","outputs":3,"weight most":7})";
constexpr auto kPicture = R"({"most":7,"spread":3,"height":6,"width":6})";

inline learning::Random test_random(std::uint64_t stream = 0) {
    return {learning::Seed{1, 2, 3}, stream};
}

/// Examples of as many classes as `classes`, whose inputs depend on the class.
inline Samples random_samples(std::size_t inputs, std::size_t count, std::uint64_t classes) {
    auto random = test_random(99);
    Samples out{.inputs = inputs, .values = {}, .labels = {}};
    for (std::size_t e = 0; e < count; ++e) {
        const std::uint64_t label = e % classes;
        out.labels.push_back(static_cast<std::uint8_t>(label));
        for (std::size_t i = 0; i < inputs; ++i) {
            const auto noise = static_cast<std::int16_t>(random.below(7));
            const auto signal = static_cast<std::int16_t>(i % classes == label ? 4 : 0);
            out.values.push_back(static_cast<std::int16_t>(noise + signal - 5));
        }
    }
    return out;
}

}  // namespace theriac::quantise
