// Pictures as a network's inputs, and what the plaintext network says of them.
#pragma once

#include "theriac/he/batch.hpp"
#include "theriac/he/network.hpp"

#include "mnist_files.hpp"

#include <cstdint>
#include <vector>

namespace theriac::he::bench {

/// The outputs of every picture, and the largest in size.
struct Expected {
    std::vector<std::vector<std::int64_t>> outputs;
    double largest = 0;
};

Expected expect(const Network& network, const Pictures& pictures);

/// A pixel p of 0 to 255 becomes p * most / 255, rounded to the nearest, ties to even.
std::int64_t quantised(std::uint8_t pixel, std::int64_t most);

/// With every pixel `quantised`.
Examples examples_from(
    const Pictures& pictures, std::size_t first, std::size_t count, std::int64_t most);

}  // namespace theriac::he::bench
