#include "theriac/he/context.hpp"

#include "kernels.hpp"

#include <bit>

namespace theriac::he {
namespace {

/// Slot i of the first row is the value at psi^(3^i), of the second at psi^(-3^i): 3 and -1
/// generate the odd numbers modulo 2n, so X -> X^3 moves every slot by one (Gentry, Halevi and
/// Smart 2012).
std::vector<std::uint32_t> positions_of_slots(std::size_t n) {
    const auto bits = static_cast<unsigned>(std::countr_zero(n));
    std::vector<std::uint32_t> out(n);
    std::size_t exponent = 1;
    for (std::size_t i = 0; i < n / 2; ++i) {
        out[i] = static_cast<std::uint32_t>(bit_reversed((exponent - 1) / 2, bits));
        out[i + n / 2] = static_cast<std::uint32_t>(bit_reversed((2 * n - exponent - 1) / 2, bits));
        exponent = exponent * 3 % (2 * n);
    }
    return out;
}

}  // namespace

Context::Context(Parameters parameters, InstructionSet set)
    : parameters_(std::move(parameters)),
      kernels_(&he::kernels(set)),
      plain_tables_(std::make_unique<NttTables>(parameters_.degree(), parameters_.plain_modulus())),
      slots_(positions_of_slots(parameters_.degree())) {
    for (const Modulus& q : parameters_.chain())
        tables_.push_back(std::make_unique<NttTables>(degree(), q));
    if (parameters_.special())
        tables_.push_back(std::make_unique<NttTables>(degree(), *parameters_.special()));
}

Context::~Context() = default;

const Modulus& Context::prime(std::size_t i) const {
    return i < chain_length() ? parameters_.chain()[i] : *parameters_.special();
}

}  // namespace theriac::he
