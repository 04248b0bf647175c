// Who stands in which slot of an encrypted batch: kept by the client, never sent.
#pragma once

#include "theriac/base/bytes.hpp"
#include "theriac/base/result.hpp"
#include "theriac/base/secret.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace theriac::quantise {

/// The names of a batch's patients in the order of its slots, and how to read their answers.
struct PatientList {
    Hash256 plan;
    Hash256 key;  ///< the id of the secret key
    std::string output;
    double scale = 1;
    std::vector<std::string> patients;
};

inline constexpr std::size_t kMaxPatients = 32768;  ///< the largest batch
inline constexpr std::size_t kMaxPatientBytes = 200;
inline constexpr std::size_t kMaxPatientListBytes = std::size_t{16} << 20U;

std::string to_text(const PatientList& list);

/// @see docs/formats/he-inputs.md
/// @return Errc::malformed; Errc::too_large
Result<PatientList> parse_patients(std::string_view text);

/// A table with the wanted columns alone, and its patients.
struct PatientTable {
    SecretBytes csv;
    std::vector<std::string> patients;
};

/// Takes the columns `wanted` out of a table that may have more, in any order.
///
/// @param name_column  of the patients' names, at most 200 bytes each, all different; empty: they
///                     are called "row 1", "row 2", ...
/// @return Errc::malformed or Errc::too_large with the row; Errc::invalid_argument for a column
///         that the table does not have, or has twice
Result<PatientTable> select_columns(
    ByteView csv, std::span<const std::string> wanted, const std::string& name_column);

/// A line of CSV for each patient, below a header: the name and the chance.
///
/// @param outputs  one for each patient
std::string risks_csv(const PatientList& list, std::span<const std::int64_t> outputs);

/// The chance that an output stands for.
double chance(const PatientList& list, std::int64_t output);

}  // namespace theriac::quantise
