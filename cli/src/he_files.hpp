// The files of the commands `theriac he`.
#pragma once

#include "theriac/base/result.hpp"
#include "theriac/he/codec.hpp"
#include "theriac/quantise/inputs.hpp"
#include "theriac/quantise/patients.hpp"

#include <string>
#include <utility>

namespace theriac::cli {

/// Errors of reading or parsing a file begin with its name.
template <typename T>
Result<T> named(const std::string& path, Result<T> result) {
    if (!result) return fail(with_context(path, std::move(result).error()));
    return result;
}

/// A table of patients as a network takes it, and who stands where.
struct PatientBatch {
    he::Examples examples;
    quantise::PatientList list;
    std::size_t cut_off = 0;
    std::size_t filled = 0;
};

/// Reads a table of patients and prepares it for the plan's network.
///
/// @param inputs       the model owner's file (docs/formats/he-inputs.md)
/// @param name_column  of the patients' names; empty for "row 1", "row 2", ...
/// @return Errc::unauthenticated when the inputs are another network's
Result<PatientBatch> read_patients(
    const he::PublicPlan& plan,
    const std::string& inputs,
    const std::string& table,
    const std::string& name_column);

/// The list that encryption wrote, if it is of that plan and key.
///
/// @return Errc::unauthenticated for another's
Result<quantise::PatientList> read_patient_list(
    const he::PublicPlan& plan, const he::KeyId& key, const std::string& path);

}  // namespace theriac::cli
