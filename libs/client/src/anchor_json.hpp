// Anchors as a part of other JSON.
#pragma once

#include "theriac/client/anchor.hpp"
#include "theriac/json/object_reader.hpp"

namespace theriac::client {

json::Value to_json(const Anchor& anchor);

Result<Anchor> read_anchor(json::ObjectReader from);

}  // namespace theriac::client
