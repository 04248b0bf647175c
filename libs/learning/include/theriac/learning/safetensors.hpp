// Safetensors: named arrays of doubles behind a JSON header.
#pragma once

#include "theriac/base/bytes.hpp"
#include "theriac/base/result.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace theriac::learning {

/// The part of safetensors we write: one-dimensional F64 tensors and a map of strings.
///
/// @see docs/formats/model-result.md; https://github.com/huggingface/safetensors, "Format"
struct Safetensors {
    std::map<std::string, std::vector<double>> tensors;
    std::map<std::string, std::string> metadata;

    bool operator==(const Safetensors&) const = default;
};

/// The one encoding of `content`: canonical JSON header, padded with spaces to a multiple of 8
/// bytes; tensors in the order of their names. Names and metadata are valid UTF-8.
Bytes encode_safetensors(const Safetensors& content);

/// Reads what another program may have written, if it holds one-dimensional F64 tensors of finite
/// numbers only, which fill the rest of the file without gap or overlap.
///
/// @return Errc::malformed, Errc::unsupported for another element type, Errc::too_large above
///         `max_bytes`
Result<Safetensors> decode_safetensors(
    ByteView bytes, std::size_t max_bytes = std::size_t{64} << 20U);

}  // namespace theriac::learning
