// Which processor instructions the inner loops may use.
#pragma once

#include <cstdint>
#include <string_view>

namespace theriac::he {

enum class InstructionSet : std::uint8_t {
    portable,     ///< C++ alone
    avx2,         ///< AVX2 and FMA: products of 50 bits in double precision
    avx512_ifma,  ///< AVX-512 with IFMA and VBMI: products of 52 bits
};

/// "portable", "avx2", "avx512-ifma"
std::string_view name(InstructionSet set);

/// Whether this processor and operating system offer the set.
bool available(InstructionSet set);

/// The fastest set that is available.
InstructionSet best_instruction_set();

}  // namespace theriac::he
