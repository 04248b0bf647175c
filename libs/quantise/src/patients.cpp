#include "theriac/quantise/patients.hpp"

#include "theriac/json/json.hpp"
#include "theriac/json/object_reader.hpp"
#include "theriac/learning/csv.hpp"
#include "theriac/learning/elementary.hpp"
#include "theriac/learning/schema.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

namespace theriac::quantise {

namespace {

using json::ObjectReader;
using json::Value;

constexpr json::Limits kLimits{.max_bytes = kMaxPatientListBytes, .max_values = 100'000};
constexpr std::size_t kMaxFieldBytes = 4096;

/// Where the columns stand in a table that may have more.
class Selection {
public:
    static Result<Selection> from_header(
        const learning::CsvRow& header,
        std::span<const std::string> wanted,
        const std::string& name_column) {
        Selection out;
        out.width_ = header.fields.size();
        for (const std::string& column : wanted) {
            THERIAC_TRY(place, place_of(header, column));
            out.columns_.push_back(place);
        }
        if (!name_column.empty()) {
            THERIAC_TRY(place, place_of(header, name_column));
            out.name_ = place;
        }
        return out;
    }

    void append(const learning::CsvRow& row, Bytes& to) const {
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            if (i > 0) to.push_back(',');
            theriac::append(to, as_bytes(learning::csv_field(row.fields[columns_[i]].text())));
        }
        to.push_back('\n');
    }

    Result<std::string> patient(const learning::CsvRow& row, std::size_t number) const {
        if (!name_) return fmt::format("row {}", number);
        std::string out = row.fields[*name_].text();
        if (out.empty() || out.size() > kMaxPatientBytes || !json::is_utf8(out))
            return fail(
                Errc::malformed,
                fmt::format(
                    "row {}: expected a patient's name of 1 to {} bytes of UTF-8",
                    number,
                    kMaxPatientBytes));
        return out;
    }

    [[nodiscard]] std::size_t width() const { return width_; }

private:
    static Result<std::size_t> place_of(const learning::CsvRow& header, const std::string& column) {
        std::optional<std::size_t> out;
        for (std::size_t i = 0; i < header.fields.size(); ++i) {
            if (header.fields[i].text() != column) continue;
            if (out)
                return fail(Errc::invalid_argument, "the table has two columns \"" + column + "\"");
            out = i;
        }
        if (!out) return fail(Errc::invalid_argument, "the table has no column \"" + column + "\"");
        return *out;
    }

    std::size_t width_ = 0;
    std::vector<std::size_t> columns_;
    std::optional<std::size_t> name_;
};

Result<void> check_names(const std::vector<std::string>& patients, const std::string& path) {
    std::set<std::string_view> seen;
    for (const std::string& patient : patients)
        if (!seen.insert(patient).second)
            return fail(Errc::malformed, path + ": two patients are called \"" + patient + "\"");
    return {};
}

}  // namespace

std::string to_text(const PatientList& list) {
    Value patients = Value::array();
    for (const std::string& patient : list.patients)
        patients.push_back(patient);
    return json::canonical(Value::object(
        {{"format", "theriac/he-patients/v1"},
         {"plan", list.plan.hex()},
         {"key", list.key.hex()},
         {"output", Value::object({{"name", list.output}, {"scale", list.scale}})},
         {"patients", std::move(patients)}}));
}

Result<PatientList> parse_patients(std::string_view text) {
    THERIAC_TRY(document, json::parse(text, kLimits));
    ObjectReader r(document, "patients");
    THERIAC_CHECK(r.choice("format", {"theriac/he-patients/v1"}));
    THERIAC_TRY(plan, r.fixed<Hash256>("plan"));
    THERIAC_TRY(key, r.fixed<Hash256>("key"));
    THERIAC_TRY(output, r.object("output"));
    THERIAC_TRY(output_name, output.text("name", learning::Schema::kMaxNameBytes));
    THERIAC_TRY(scale, output.number("scale"));
    THERIAC_CHECK(output.finish());
    THERIAC_TRY(patients, r.texts("patients", kMaxPatients, kMaxPatientBytes));
    THERIAC_CHECK(r.finish());
    if (!(scale > 0)) return output.refuse("scale", "expected a number above zero");
    if (patients.empty()) return r.refuse("patients", "there are none");
    THERIAC_CHECK(check_names(patients, "patients"));
    return PatientList{
        .plan = plan,
        .key = key,
        .output = std::move(output_name),
        .scale = scale,
        .patients = std::move(patients)};
}

Result<PatientTable> select_columns(
    ByteView csv, std::span<const std::string> wanted, const std::string& name_column) {
    learning::CsvReader reader(as_text(csv), kMaxFieldBytes);
    if (reader.at_end()) return fail(Errc::malformed, "the table is empty");
    learning::CsvRow row;
    THERIAC_CHECK(reader.next(row));
    THERIAC_TRY(selection, Selection::from_header(row, wanted, name_column));
    Bytes out;
    out.reserve(csv.size() + (3 * wanted.size()));  // the header may be quoted anew
    selection.append(row, out);
    PatientTable table;
    while (!reader.at_end()) {
        const std::size_t number = table.patients.size() + 1;
        if (number > kMaxPatients)
            return fail(
                Errc::too_large, fmt::format("more than {} rows in one batch", kMaxPatients));
        if (auto read = reader.next(row); !read)
            return fail(with_context(fmt::format("row {}", number), std::move(read).error()));
        if (row.fields.size() != selection.width())
            return fail(
                Errc::malformed,
                fmt::format(
                    "row {}: expected {} fields, got {}",
                    number,
                    selection.width(),
                    row.fields.size()));
        THERIAC_TRY(patient, selection.patient(row, number));
        table.patients.push_back(std::move(patient));
        selection.append(row, out);
    }
    THERIAC_CHECK(check_names(table.patients, "column \"" + name_column + "\""));
    table.csv = SecretBytes(std::move(out));
    return table;
}

double chance(const PatientList& list, std::int64_t output) {
    return learning::logistic(static_cast<double>(output) * list.scale);
}

std::string risks_csv(const PatientList& list, std::span<const std::int64_t> outputs) {
    THERIAC_EXPECTS(outputs.size() == list.patients.size());
    std::string out = "patient," + learning::csv_field(list.output) + "\n";
    for (std::size_t i = 0; i < outputs.size(); ++i)
        out += fmt::format(
            "{},{:.4f}\n", learning::csv_field(list.patients[i]), chance(list, outputs[i]));
    return out;
}

}  // namespace theriac::quantise
