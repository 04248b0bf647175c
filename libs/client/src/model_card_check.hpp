// The model card against the files beside it and the result it belongs to.
#pragma once

#include "theriac/protocol/deployment.hpp"
#include "theriac/protocol/result_bundle.hpp"
#include "theriac/protocol/statements.hpp"

#include <string>

namespace theriac::client {

/// @return the card's text; Errc::unauthenticated naming what does not fit
Result<std::string> check_model_card(
    const protocol::Deployment& deployment,
    const protocol::ResultBundle& bundle,
    const protocol::ResultStatement& statement);

/// @return Errc::unauthenticated unless `report` is for the statement's request and gives its use
/// root
Result<void> check_verification(ByteView report, const protocol::ResultStatement& statement);

}  // namespace theriac::client
