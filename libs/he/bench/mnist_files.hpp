// The MNIST files: idx, plain or compressed by gzip.
#pragma once

#include "theriac/base/bytes.hpp"

#include <cstddef>
#include <string>

namespace theriac::he::bench {

struct Pictures {
    std::size_t count = 0;
    std::size_t size = 0;  ///< pixels of one
    Bytes pixels;          ///< picture by picture
};

/// @return Errc::not_found; Errc::malformed
Result<Pictures> read_pictures(const std::string& path);
Result<Bytes> read_labels(const std::string& path);
Result<std::string> read_text(const std::string& path);

}  // namespace theriac::he::bench
