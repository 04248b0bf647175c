// Invariant: the rows of a table that is read come out as CSV that reads to the same values.
#include "theriac/json/json.hpp"
#include "theriac/learning/table.hpp"

namespace {

using namespace theriac;
using namespace theriac::learning;

const Schema& schema() {
    static const Schema made = Schema::from_json(json::parse(R"({
        "format": "theriac/table-schema/v1", "columns": [
        {"name": "n", "kind": "number", "unit": "1", "minimum": -10, "maximum": 1e9,
         "missing": ["?", 0]},
        {"name": "c", "kind": "category", "levels": ["a", "b,\"c"], "missing": [""]},
        {"name": "t", "kind": "text", "max_bytes": 8}]})")
                                                     .value())
                                   .value();
    return made;
}

bool same(double a, double b) {
    return (is_missing(a) && is_missing(b)) || a == b;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const TableLimits limits{.max_bytes = 4096, .max_rows = 50, .max_field_bytes = 64};
    const auto table = Table::parse({data, size}, schema(), limits);
    if (!table) return 0;
    for (std::size_t row = 0; row < table->rows(); ++row) {
        const SecretBytes csv = table->csv(row, 1);
        const auto again = Table::parse(csv.reveal(), schema());
        THERIAC_EXPECTS(again.has_value() && again->rows() == 1);
        for (std::size_t column = 0; column < table->columns(); ++column)
            THERIAC_EXPECTS(same(again->column(column)[0], table->column(column)[row]));
    }
    return 0;
}
