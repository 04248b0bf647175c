// Purposes as people read them.
#pragma once

#include <string_view>

namespace theriac::cli {

/// What the Data Use Ontology calls this code, such as "disease specific research" for DUO:0000007;
/// empty for a code that it does not have. See GA4GH, Data Use Ontology, CC BY 4.0.
std::string_view purpose_label(std::string_view code);

}  // namespace theriac::cli
