#include "theriac/he/encoding.hpp"

#include "kernels.hpp"

namespace theriac::he {

Plaintext encode(const Context& context, std::span<const std::int64_t> slots) {
    THERIAC_EXPECTS(slots.size() <= context.degree());
    Plaintext out{.coefficients = SecretWords(context.degree())};
    const auto positions = context.slot_positions();
    for (std::size_t i = 0; i < slots.size(); ++i)
        out.coefficients[positions[i]] = static_cast<Word>(slots[i]);
    Word* const x = out.coefficients.data();
    context.kernels().reduce_signed(x, x, context.degree(), context.plain());
    context.kernels().ntt_inverse(x, context.plain_tables());
    return out;
}

std::vector<std::int64_t> decode(const Context& context, const Plaintext& plaintext) {
    SecretWords values = plaintext.coefficients;
    context.kernels().ntt_forward(values.data(), context.plain_tables());
    std::vector<std::int64_t> out;
    out.reserve(values.size());
    for (const std::uint32_t position : context.slot_positions())
        out.push_back(context.plain().centred(values[position]));
    return out;
}

}  // namespace theriac::he
