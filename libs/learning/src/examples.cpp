#include "theriac/learning/examples.hpp"

#include <algorithm>

namespace theriac::learning {

/// Goes through a table row by row.
class Admission {
public:
    Admission(const Table& table, const ModelSpec& spec) : table_(table), spec_(spec) {
        THERIAC_EXPECTS(table.columns() == spec.schema().columns().size());
    }

    Result<Examples> run() && {
        out_.features_.reserve(table_.rows() * spec_.features().size());
        out_.targets_.reserve(table_.rows());
        for (std::size_t row = 0; row < table_.rows(); ++row) {
            if (spec_.missing() == MissingRule::drop_row && lacks_something(row))
                ++out_.dropped_;
            else
                THERIAC_CHECK(take(row));
        }
        return std::move(out_);
    }

private:
    [[nodiscard]] double value(std::size_t row, std::size_t column) const {
        return table_.column(column)[row];
    }

    [[nodiscard]] bool lacks_something(std::size_t row) const {
        if (is_missing(value(row, spec_.target().column))) return true;
        return std::ranges::any_of(
            spec_.features(), [&](std::size_t column) { return is_missing(value(row, column)); });
    }

    [[nodiscard]] Result<double> known(std::size_t row, std::size_t column) const {
        const double found = value(row, column);
        if (is_missing(found))
            return fail(
                Errc::malformed,
                cell_name(row + 1, spec_.schema().columns()[column])
                    + ": expected a value, got none");
        return found;
    }

    Result<void> take(std::size_t row) {
        THERIAC_TRY(target, known(row, spec_.target().column));
        const double label = target == spec_.target().positive ? 1 : 0;
        out_.targets_.push_back(spec_.classifies() ? label : target);
        for (const std::size_t column : spec_.features()) {
            if (!fills(spec_.missing())) THERIAC_CHECK(known(row, column));
            out_.features_.push_back(value(row, column));
        }
        if (const auto column = spec_.validation().column) {
            THERIAC_TRY(fold, known(row, *column));
            out_.folds_.push_back(static_cast<std::uint32_t>(fold));
        }
        return {};
    }

    const Table& table_;
    const ModelSpec& spec_;
    Examples out_;
};

void Examples::append(const Examples& part) {
    features_.insert(features_.end(), part.features_.begin(), part.features_.end());
    targets_.insert(targets_.end(), part.targets_.begin(), part.targets_.end());
    folds_.insert(folds_.end(), part.folds_.begin(), part.folds_.end());
    dropped_ += part.dropped_;
}

Result<Examples> admit(const Table& table, const ModelSpec& spec) {
    return Admission(table, spec).run();
}

Result<Examples> admit_csv(ByteView csv, const ModelSpec& spec, const TableLimits& limits) {
    THERIAC_TRY(table, Table::parse(csv, spec.schema(), limits));
    return admit(table, spec);
}

Result<Examples> admit_records(std::span<const SecretBytes> records, const ModelSpec& spec) {
    Examples out;
    for (std::size_t i = 0; i < records.size(); ++i) {
        const auto part = admit_csv(records[i].reveal(), spec);
        if (!part) return fail(with_context("record " + std::to_string(i), part.error()));
        out.append(*part);
    }
    return out;
}

}  // namespace theriac::learning
