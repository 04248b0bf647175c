// The frame that all our pages share: one HTML file that reads well on a screen, in the dark and on
// paper, runs no script and loads nothing.
#pragma once

#include <string>
#include <string_view>

namespace theriac::report {

/// Text of anybody's as text of a page. What is not UTF-8 or a character of HTML is replaced; line
/// ends stay.
std::string escaped(std::string_view text);

/// @param title  any text
/// @param body   HTML
std::string page(std::string_view title, const std::string& body);

}  // namespace theriac::report
