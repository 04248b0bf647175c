// What the commands that lend and change records share.
#pragma once

#include "theriac/base/secret.hpp"
#include "theriac/client/trusted_enclave.hpp"
#include "theriac/learning/schema.hpp"

#include "command.hpp"

namespace theriac::cli {

/// @return Errc::malformed, naming the file
Result<learning::Schema> read_schema(const std::string& file);

/// A CSV file, wiped after use.
Result<SecretBytes> read_table(const std::string& file);

/// The instance `named`, or the newest trusted one.
Result<client::TrustedEnclave> choose_enclave(const OpenProfile& open, const std::string& named);

/// `data modify` and `data delete`, of group `data`.
void add_data_change_commands(CLI::App& data, Runtime& runtime);

/// `data export` and `data recover`, of group `data`.
void add_data_keep_commands(CLI::App& data, Runtime& runtime);

}  // namespace theriac::cli
