// A model as an ONNX file, for programs that know nothing of Theriac.
#pragma once

#include "theriac/base/bytes.hpp"
#include "theriac/base/result.hpp"
#include "theriac/learning/model.hpp"
#include "theriac/learning/spec.hpp"

namespace theriac::report {

/// The model with all its preparation: from one row of feature values (numbers as they are,
/// categories as the place of their level from 0, missing values as NaN) to the chance of a
/// positive row, or the number predicted. The file depends on model and spec alone.
///
/// @return Errc::invalid_argument when the model has other terms than the spec
/// @see docs/formats/onnx.md
Result<Bytes> to_onnx(const learning::Model& model, const learning::ModelSpec& spec);

}  // namespace theriac::report
