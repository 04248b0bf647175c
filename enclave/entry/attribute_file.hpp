// Attributes of a kernel's or a library operating system's pseudo file system: one read or one
// write each.
#pragma once

#include "theriac/base/bytes.hpp"

#include <cstddef>
#include <string>

namespace theriac::enclave {

/// The whole of an attribute.
///
/// @return Errc::not_found, denied, unavailable, conflict (busy or interrupted: try again) or io;
///     Errc::too_large beyond `max_size`
Result<Bytes> read_attribute(const std::string& path, std::size_t max_size);

/// Writes `bytes` in one call.
///
/// @return as above
Result<void> write_attribute(const std::string& path, ByteView bytes);

/// The failure that errno tells, while doing something to `path`.
std::unexpected<Error> attribute_failure(const std::string& path);

/// @return Errc::unauthenticated unless `evidence` says `report_data`
Result<void> expect_quoted(ByteView evidence, ByteView report_data);

}  // namespace theriac::enclave
