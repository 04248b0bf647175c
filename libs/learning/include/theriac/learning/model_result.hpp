// What the researcher receives: the model in files other programs read, and what a card says of it.
#pragma once

#include "theriac/base/bytes.hpp"
#include "theriac/base/result.hpp"
#include "theriac/json/value.hpp"
#include "theriac/learning/trainer.hpp"

#include <string>

namespace theriac::learning {

/// The model as safetensors. The bytes depend on spec and data alone.
///
/// @see docs/formats/model-result.md
Bytes model_to_safetensors(const TrainedModel& trained, const ModelSpec& spec);

/// The model in such a file, for predicting with `spec`. Standard errors are not in it.
///
/// @return Errc::malformed, or Errc::unsupported for another format or algorithm
Result<Model> model_from_safetensors(ByteView bytes);

/// The coefficient table as CSV (RFC 4180, LF): one row for the intercept, then one for each term;
/// numbers with 17 significant digits.
///
/// @see docs/formats/model-result.md
std::string coefficients_csv(const TrainedModel& trained);

/// What was trained, on how much and how well: the unsigned part of a model card. Whoever signs it
/// adds which spec, which collections and which enclave.
///
/// @see docs/formats/model-result.md
json::Value model_card(const TrainedModel& trained, const ModelSpec& spec);

/// What one source's rows changed for the others. For that source alone.
///
/// @see docs/formats/model-result.md
json::Value contribution_report(const Contribution& contribution, const ModelSpec& spec);

}  // namespace theriac::learning
