// Parameters with what the transforms and kernels need of them, made once.
#pragma once

#include "theriac/he/instruction_set.hpp"
#include "theriac/he/parameters.hpp"
#include "theriac/he/words.hpp"

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

namespace theriac::he {

struct Kernels;
class NttTables;

/// Immutable, and safe to use from several threads. Everything below takes it by reference; it must
/// outlive what was made with it.
class Context {
public:
    explicit Context(Parameters parameters, InstructionSet set = best_instruction_set());
    ~Context();

    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;

    [[nodiscard]] const Parameters& parameters() const { return parameters_; }

    [[nodiscard]] std::size_t degree() const { return parameters_.degree(); }

    /// Primes of the chain; the special prime, if any, has this number.
    [[nodiscard]] std::size_t chain_length() const { return parameters_.chain().size(); }

    /// With the special prime.
    [[nodiscard]] std::size_t prime_count() const { return tables_.size(); }

    [[nodiscard]] const Modulus& prime(std::size_t i) const;

    [[nodiscard]] const NttTables& tables(std::size_t i) const { return *tables_[i]; }

    [[nodiscard]] const Modulus& plain() const { return parameters_.plain_modulus(); }

    [[nodiscard]] const NttTables& plain_tables() const { return *plain_tables_; }

    [[nodiscard]] const Kernels& kernels() const { return *kernels_; }

    /// Where slot i lies among the values of the transform: slots 0 to n/2 - 1 are a row, the
    /// others a second one, and rotation turns both.
    [[nodiscard]] std::span<const std::uint32_t> slot_positions() const { return slots_; }

private:
    Parameters parameters_;
    const Kernels* kernels_;
    std::vector<std::unique_ptr<NttTables>> tables_;
    std::unique_ptr<NttTables> plain_tables_;
    std::vector<std::uint32_t> slots_;
};

/// A polynomial modulo several primes, as values of the transform unless said otherwise: row i
/// belongs to prime i.
class Polynomial {
public:
    Polynomial() = default;

    Polynomial(std::size_t degree, std::size_t rows) : degree_(degree), words_(degree * rows) {}

    [[nodiscard]] std::size_t degree() const { return degree_; }

    [[nodiscard]] std::size_t rows() const { return degree_ == 0 ? 0 : words_.size() / degree_; }

    [[nodiscard]] Word* row(std::size_t i) { return words_.data() + i * degree_; }

    [[nodiscard]] const Word* row(std::size_t i) const { return words_.data() + i * degree_; }

    /// Keeps the first `count` rows.
    void keep_rows(std::size_t count) { words_.resize(count * degree_); }

    [[nodiscard]] const Words& words() const { return words_; }

    [[nodiscard]] Words& words() { return words_; }

    bool operator==(const Polynomial&) const = default;

private:
    std::size_t degree_ = 0;
    Words words_;
};

}  // namespace theriac::he
