#include "pictures.hpp"

#include <algorithm>
#include <cmath>

namespace theriac::he::bench {
std::int64_t quantised(std::uint8_t pixel, std::int64_t most) {
    const std::int64_t doubled = 2 * pixel * most;
    const std::int64_t down = doubled / 510;
    const std::int64_t rest = doubled % 510;
    return down + (rest > 255 || (rest == 255 && down % 2 == 1) ? 1 : 0);
}

namespace {

std::vector<std::int64_t> picture(const Pictures& all, std::size_t i, std::int64_t most) {
    std::vector<std::int64_t> out;
    for (std::size_t j = 0; j < all.size; ++j)
        out.push_back(quantised(all.pixels[i * all.size + j], most));
    return out;
}

}  // namespace

Expected expect(const Network& network, const Pictures& pictures) {
    Expected out;
    for (std::size_t i = 0; i < pictures.count; ++i) {
        const auto in = picture(pictures, i, network.input_max);
        out.outputs.push_back(evaluate(network, in));
        for (const double x : evaluate_approximately(network, in))
            out.largest = std::max(out.largest, std::abs(x));
    }
    return out;
}

Examples examples_from(
    const Pictures& pictures, std::size_t first, std::size_t count, std::int64_t most) {
    Examples out{
        .inputs = pictures.size,
        .count = count,
        .values = std::vector<std::int64_t>(count * pictures.size)};
    for (std::size_t e = 0; e < count; ++e)
        for (std::size_t i = 0; i < pictures.size; ++i)
            out.values[i * count + e] =
                quantised(pictures.pixels[(first + e) * pictures.size + i], most);
    return out;
}

}  // namespace theriac::he::bench
