#include "theriac/he/parameters.hpp"

#include "theriac/base/byte_reader.hpp"
#include "theriac/crypto/hash.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace theriac::he {
namespace {

struct TableRow {
    std::size_t degree;
    double standard;    ///< Homomorphic Encryption Standard, table 1: ternary secret, classical
    double guidelines;  ///< eprint 2024/463, table 5.2: ternary secret, classical
};

constexpr std::array<TableRow, 6> kTable = {{
    {1024, 27, 26},
    {2048, 54, 53},
    {4096, 109, 106},
    {8192, 218, 214},
    {16384, 438, 430},
    {32768, 881, 868},
}};

constexpr std::size_t kMaxChain = 16;

double total_bits(const ParameterSpec& spec) {
    double out = spec.special ? std::log2(static_cast<double>(*spec.special)) : 0;
    for (const Word q : spec.chain)
        out += std::log2(static_cast<double>(q));
    return out;
}

Result<void> check_security(const ParameterSpec& spec) {
    const double limit = max_modulus_bits(spec.degree);
    if (limit == 0)
        return fail(
            Errc::denied,
            fmt::format("parameters: no security estimate for degree {}", spec.degree));
    if (const double bits = total_bits(spec); bits > limit)
        return fail(
            Errc::denied,
            fmt::format(
                "parameters: 128-bit security at degree {} allows a modulus of {} bits, got {:.2f}",
                spec.degree,
                limit,
                bits));
    return {};
}

Result<Modulus> ring_modulus(Word value, std::size_t degree) {
    THERIAC_TRY(q, Modulus::prime(value));
    if (value % (2 * degree) != 1)
        return fail(
            Errc::invalid_argument,
            fmt::format("parameters: modulus {} is not 1 modulo {}", value, 2 * degree));
    return q;
}

Result<void> check_distinct(const ParameterSpec& spec) {
    std::vector<Word> all = spec.chain;
    all.push_back(spec.plain_modulus);
    if (spec.special) all.push_back(*spec.special);
    std::ranges::sort(all);
    if (std::ranges::adjacent_find(all) != all.end())
        return fail(Errc::invalid_argument, "parameters: two moduli are equal");
    return {};
}

Hash256 identify(const ParameterSpec& spec) {
    Bytes encoded = to_bytes(as_bytes("theriac/he-parameters/v1"));
    append_u64_le(encoded, spec.degree);
    append_u64_le(encoded, spec.plain_modulus);
    append_u64_le(encoded, spec.special.value_or(0));
    append_u64_le(encoded, spec.chain.size());
    for (const Word q : spec.chain)
        append_u64_le(encoded, q);
    return crypto::sha256(encoded);
}

}  // namespace

double max_modulus_bits(std::size_t degree) {
    const auto row = std::ranges::find(kTable, degree, &TableRow::degree);
    return row == kTable.end() ? 0 : std::min(row->standard, row->guidelines);
}

Result<Parameters> Parameters::make(const ParameterSpec& spec) {
    THERIAC_CHECK(check_security(spec));
    return unchecked(spec);
}

Result<Parameters> Parameters::unchecked(const ParameterSpec& spec) {
    if (spec.chain.empty() || spec.chain.size() > kMaxChain)
        return fail(Errc::invalid_argument, "parameters: expected 1 to 16 primes in the chain");
    THERIAC_CHECK(check_distinct(spec));
    std::vector<Modulus> chain;
    for (const Word value : spec.chain) {
        THERIAC_TRY(q, ring_modulus(value, spec.degree));
        chain.push_back(q);
    }
    std::optional<Modulus> special;
    if (spec.special) {
        THERIAC_TRY(p, ring_modulus(*spec.special, spec.degree));
        special = p;
    }
    THERIAC_TRY(t, ring_modulus(spec.plain_modulus, spec.degree));
    return Parameters(spec.degree, std::move(chain), special, t);
}

Parameters::Parameters(
    std::size_t degree,
    std::vector<Modulus> chain,
    std::optional<Modulus> special,
    const Modulus& plain_modulus)
    : degree_(degree),
      chain_(std::move(chain)),
      special_(std::move(special)),
      plain_modulus_(plain_modulus),
      id_(identify(spec())) {}

ParameterSpec Parameters::spec() const {
    ParameterSpec out{
        .degree = degree_, .chain = {}, .special = {}, .plain_modulus = plain_modulus_.value()};
    for (const Modulus& q : chain_)
        out.chain.push_back(q.value());
    if (special_) out.special = special_->value();
    return out;
}

double Parameters::log2_modulus(std::size_t count) const {
    THERIAC_EXPECTS(count <= chain_.size());
    double out = 0;
    for (std::size_t i = 0; i < count; ++i)
        out += chain_[i].log2();
    return out;
}

}  // namespace theriac::he
