// The random part of a batch.
#pragma once

#include "theriac/he/context.hpp"

#include <array>
#include <span>

namespace theriac::he {

/// Fills one tile: `out` has kTileColumns values for each input, input by input. Known to both
/// sides from the seed.
void uniform_tile(
    const Context& context,
    const std::array<std::uint8_t, 32>& seed,
    std::size_t prime,
    std::size_t tile,
    std::span<Word> out);

}  // namespace theriac::he
