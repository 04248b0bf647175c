// A list of patients that is accepted writes back to the same value; of a table, the columns taken
// make a table of as many rows as it has patients.
#include "theriac/learning/csv.hpp"
#include "theriac/quantise/patients.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

using namespace theriac;

std::size_t rows_of(ByteView csv) {
    learning::CsvReader reader(as_text(csv), std::size_t{1} << 20U);
    learning::CsvRow row;
    std::size_t rows = 0;
    while (!reader.at_end()) {
        THERIAC_EXPECTS(reader.next(row).has_value());
        THERIAC_EXPECTS(row.fields.size() == 2);
        ++rows;
    }
    return rows;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (const auto list = quantise::parse_patients(as_text({data, size}))) {
        const std::string text = quantise::to_text(*list);
        const auto again = quantise::parse_patients(text);
        THERIAC_EXPECTS(again.has_value() && quantise::to_text(*again) == text);
    }
    const std::array<std::string, 2> wanted = {"age", "pain"};
    for (const auto* name_column : {"who", ""})
        if (const auto table = quantise::select_columns({data, size}, wanted, name_column))
            THERIAC_EXPECTS(rows_of(table->csv.reveal()) == table->patients.size() + 1);
    return 0;
}
