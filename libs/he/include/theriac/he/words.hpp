// Arrays of words, aligned for vector loads.
#pragma once

#include "theriac/base/secret.hpp"
#include "theriac/he/modulus.hpp"

#include <cstddef>
#include <new>
#include <vector>

namespace theriac::he {

enum class OnFree : std::uint8_t { keep, wipe };

/// Allocates at 64 bytes, the width of a cache line and of an AVX-512 register; wipes what it frees
/// when told to.
template <typename T, OnFree kOnFree>
struct AlignedAllocator {
    using value_type = T;  // NOLINT(readability-identifier-naming): the standard's name

    template <typename U>
    struct rebind {  // NOLINT(readability-identifier-naming): the standard's name
        using other = AlignedAllocator<U, kOnFree>;  // NOLINT(readability-identifier-naming)
    };

    AlignedAllocator() = default;

    template <typename U>
    explicit AlignedAllocator(const AlignedAllocator<U, kOnFree>&) {}

    T* allocate(std::size_t count) {
        return static_cast<T*>(::operator new(count * sizeof(T), std::align_val_t{64}));
    }

    void deallocate(T* memory, std::size_t count) {
        // Sound: every object may be overwritten as bytes once its life has ended.
        if constexpr (kOnFree == OnFree::wipe)
            wipe({reinterpret_cast<std::uint8_t*>(memory), count * sizeof(T)});
        ::operator delete(memory, std::align_val_t{64});
    }

    bool operator==(const AlignedAllocator&) const = default;
};

using Words = std::vector<Word, AlignedAllocator<Word, OnFree::keep>>;
using SecretWords = std::vector<Word, AlignedAllocator<Word, OnFree::wipe>>;

}  // namespace theriac::he
