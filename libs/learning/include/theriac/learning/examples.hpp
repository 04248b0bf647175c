// Rows of one collection that a spec admits to training.
#pragma once

#include "theriac/base/bytes.hpp"
#include "theriac/base/result.hpp"
#include "theriac/base/secret.hpp"
#include "theriac/learning/spec.hpp"
#include "theriac/learning/table.hpp"
#include "theriac/learning/wiping.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace theriac::learning {

/// Feature values, labels and folds of a collection whose every value was checked against a spec.
/// Made only by `admit`; several parts of one collection become one by `append`.
class Examples {
public:
    [[nodiscard]] std::size_t rows() const { return targets_.size(); }

    /// Rows left out under the rule "drop_row".
    [[nodiscard]] std::size_t dropped() const { return dropped_; }

    /// One for each of the spec's features, row after row; NaN where missing (under a rule that
    /// fills).
    [[nodiscard]] const SecretDoubles& features() const { return features_; }

    /// 1 for a positive row, else 0; of linear regression, the number to predict.
    [[nodiscard]] const SecretDoubles& targets() const { return targets_; }

    /// One for each row where the spec names a fold column, else empty.
    [[nodiscard]] const std::vector<std::uint32_t>& folds() const { return folds_; }

    /// Adds the rows of another part of the same collection, admitted under the same spec.
    void append(const Examples& part);

private:
    Examples() = default;

    friend class Admission;
    friend Result<Examples> admit_records(
        std::span<const SecretBytes> records, const ModelSpec& spec);

    SecretDoubles features_;
    SecretDoubles targets_;
    std::vector<std::uint32_t> folds_;
    std::size_t dropped_ = 0;
};

/// Picks target, features and folds from `table`, which was read with the spec's schema.
///
/// @return Errc::malformed with row and column where a value is missing that must not be: a feature
///         under the rule "refuse", a target unless the rule is "drop_row", a fold always. For the
///         owner alone.
Result<Examples> admit(const Table& table, const ModelSpec& spec);

/// Reads and admits every record of one collection, each a CSV table; no rows where there is no
/// record.
///
/// @return the first error of `admit_csv`, with the record: "record 3: row 1, column …"
Result<Examples> admit_records(std::span<const SecretBytes> records, const ModelSpec& spec);

/// Reads the CSV bytes of one table and admits them; errors of Table::parse and `admit`.
Result<Examples> admit_csv(ByteView csv, const ModelSpec& spec, const TableLimits& limits = {});

}  // namespace theriac::learning
