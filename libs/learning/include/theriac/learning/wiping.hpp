// Vectors whose memory is wiped before it is given back, also when they grow.
#pragma once

#include "theriac/base/secret.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace theriac::learning {

/// std::allocator, with a wipe at the end of each block.
template <typename T>
struct WipingAllocator {
    using value_type = T;  // NOLINT(readability-identifier-naming): the standard's name

    WipingAllocator() = default;

    template <typename U>
    WipingAllocator(const WipingAllocator<U>&) {}  // NOLINT(google-explicit-constructor): as std's

    T* allocate(std::size_t count) { return std::allocator<T>{}.allocate(count); }

    void deallocate(T* block, std::size_t count) {
        // Sound: any object may be seen as unsigned char; the block holds `count` elements.
        wipe({reinterpret_cast<std::uint8_t*>(block), count * sizeof(T)});
        std::allocator<T>{}.deallocate(block, count);
    }

    bool operator==(const WipingAllocator&) const = default;
};

/// Numbers that come from records.
using SecretDoubles = std::vector<double, WipingAllocator<double>>;
/// Class labels, 0 or 1, that come from records.
using SecretLabels = std::vector<std::uint8_t, WipingAllocator<std::uint8_t>>;

}  // namespace theriac::learning
