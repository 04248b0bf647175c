// Small networks for the tests.
#pragma once

#include "theriac/he/batch.hpp"
#include "theriac/he/predict.hpp"

#include "support.hpp"
#include <fmt/format.h>

#include <string>

namespace theriac::he {

/// A dense layer as JSON, with weights in [-most, most] drawn from `entropy`.
inline std::string random_dense(
    Entropy& entropy, std::size_t outputs, std::size_t inputs, std::uint64_t most) {
    const auto number = [&] {
        return std::to_string(
            static_cast<std::int64_t>(random_word(entropy) % (2 * most + 1))
            - static_cast<std::int64_t>(most));
    };
    std::string rows;
    std::string bias;
    for (std::size_t o = 0; o < outputs; ++o) {
        std::string row;
        for (std::size_t i = 0; i < inputs; ++i)
            row += (i == 0 ? "" : ",") + number();
        rows += (o == 0 ? "[" : ",[") + row + "]";
        bias += (o == 0 ? "" : ",") + number();
    }
    return R"({"kind":"dense","weights":[)" + rows + R"(],"bias":[)" + bias + "]}";
}

inline std::string network_of(std::size_t inputs, int most, const std::string& layers) {
    return fmt::format(
        R"({{"format":"theriac/he-network/v1","name":"test","input min":{},"input max":{},"inputs":{},"layers":[{}]}})",
        -most,
        most,
        inputs,
        layers);
}

constexpr auto kSquareLayer = R"(,{"kind":"square"},)";

/// Dense layers of the widths given, with squares between.
inline std::string random_network(
    Entropy& entropy, const std::vector<std::size_t>& widths, std::uint64_t weight, int input) {
    std::string layers;
    for (std::size_t i = 1; i < widths.size(); ++i)
        layers +=
            (i == 1 ? "" : kSquareLayer) + random_dense(entropy, widths[i], widths[i - 1], weight);
    return network_of(widths.front(), input, layers);
}

inline Examples random_examples(Entropy& entropy, const PublicPlan& plan, std::size_t count) {
    Examples out{.inputs = plan.inputs, .count = count, .values = {}};
    const auto range = static_cast<std::uint64_t>(plan.input_max - plan.input_min) + 1;
    for (std::size_t i = 0; i < plan.inputs * count; ++i)
        out.values.push_back(
            plan.input_min + static_cast<std::int64_t>(random_word(entropy) % range));
    return out;
}

inline std::vector<std::int64_t> example(const Examples& all, std::size_t e) {
    std::vector<std::int64_t> out;
    for (std::size_t i = 0; i < all.inputs; ++i)
        out.push_back(all.values[i * all.count + e]);
    return out;
}

}  // namespace theriac::he
