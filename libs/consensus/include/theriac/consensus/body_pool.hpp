// Where the bodies of messages on the wire are kept: blocks of words that are used again.
#pragma once

#include "theriac/base/result.hpp"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <span>
#include <vector>

namespace theriac::consensus {

/// The variable part of a message, in words of 32 bits: a table of votes, a set of transactions.
using Body = std::span<const std::uint32_t>;

/// Names a stored body; 0 is the empty one.
using BodyRef = std::uint32_t;

/// Stores bodies that several recipients may share, without an allocation once it has grown.
class BodyPool {
public:
    /// @param readers  how often `release` will be called for it, at least once
    BodyRef store(Body body, std::uint32_t readers) {
        if (body.empty()) return 0;
        const BodyRef ref = take(static_cast<std::uint32_t>(std::bit_width(body.size() - 1)));
        Slab& slab = slabs_[ref - 1];
        slab.size = static_cast<std::uint32_t>(body.size());
        slab.readers = readers;
        std::memcpy(slab.words.get(), body.data(), body.size_bytes());
        return ref;
    }

    /// Valid until the last release, whatever else is stored in between.
    [[nodiscard]] Body view(BodyRef ref) const {
        if (ref == 0) return {};
        const Slab& slab = slabs_[ref - 1];
        return {slab.words.get(), slab.size};
    }

    void release(BodyRef ref) {
        if (ref == 0) return;
        Slab& slab = slabs_[ref - 1];
        THERIAC_INVARIANT(slab.readers > 0);
        if (--slab.readers == 0) free_[slab.size_class].push_back(ref);
    }

    /// Bodies that are on the wire.
    [[nodiscard]] std::size_t in_use() const {
        std::size_t unused = 0;
        for (const auto& list : free_)
            unused += list.size();
        return slabs_.size() - unused;
    }

private:
    struct Slab {
        std::unique_ptr<std::uint32_t[]> words;  // NOLINT(modernize-avoid-c-arrays): not zeroed
        std::uint32_t size = 0;
        std::uint32_t readers = 0;
        std::uint32_t size_class = 0;  ///< room for 2^size_class words
    };

    BodyRef take(std::uint32_t size_class) {
        auto& list = free_[size_class];
        if (!list.empty()) {
            const BodyRef ref = list.back();
            list.pop_back();
            return ref;
        }
        Slab slab;
        slab.size_class = size_class;
        slab.words = std::make_unique_for_overwrite<std::uint32_t[]>(  // NOLINT: as above
            std::size_t{1} << slab.size_class);
        slabs_.push_back(std::move(slab));
        return static_cast<BodyRef>(slabs_.size());
    }

    std::vector<Slab> slabs_;
    std::array<std::vector<BodyRef>, 32> free_;
};

}  // namespace theriac::consensus
