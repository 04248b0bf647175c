// What a researcher's program makes of a result's files.
#pragma once

#include "theriac/base/result.hpp"
#include "theriac/json/value.hpp"
#include "theriac/learning/spec.hpp"

#include <filesystem>
#include <vector>

namespace theriac::cli {

/// Beside the files of a result in `directory`: model_card.html, and model.onnx where there is a
/// model.safetensors.
///
/// @return the files written
Result<std::vector<std::filesystem::path>> write_for_others(
    const std::filesystem::path& directory,
    const json::Value& card,
    const learning::ModelSpec& spec);

}  // namespace theriac::cli
