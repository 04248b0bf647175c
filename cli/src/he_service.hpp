// theriac he serve, and the client's side of it.
#pragma once

#include "theriac/he/session.hpp"

#include "command.hpp"

#include <string>

namespace theriac::cli {

struct RemotePrediction {
    std::string server;
    std::string server_keys;
    std::string batch;
    std::string out;
    std::string patience;
};

/// `theriac he predict --server`: sends the files, and writes the answer once it has been read.
Result<void> predict_remotely(
    Runtime& runtime, const he::Session& session, const RemotePrediction& files);

/// Adds serve and plan to the group `he`.
void add_he_service_commands(CLI::App& he_group, Runtime& runtime);

}  // namespace theriac::cli
