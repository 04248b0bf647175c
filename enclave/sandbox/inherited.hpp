// What the process reads before the sandbox closes the file system.
#pragma once

#include "theriac/base/secret.hpp"

#include <cstddef>

namespace theriac::enclave {

/// The whole file.
///
/// @return Errc::not_found or Errc::io; Errc::too_large when it has more than `limit` bytes
Result<Bytes> read_file(const char* path, std::size_t limit);

/// All of an inherited descriptor, which is then closed.
///
/// @return Errc::invalid_argument when there is none; Errc::io; Errc::too_large above `limit` bytes
Result<SecretBytes> read_inherited(int fd, std::size_t limit);

/// The bytes of the program that runs, which are what its measurement is taken of.
Result<Bytes> read_own_executable();

}  // namespace theriac::enclave
