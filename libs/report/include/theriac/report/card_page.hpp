// A model card as one page for people.
#pragma once

#include "theriac/base/result.hpp"
#include "theriac/json/value.hpp"
#include "theriac/learning/model.hpp"

#include <span>
#include <string>

namespace theriac::report {

/// One HTML page with the card's facts, an ROC and a calibration plot where the card has them, and
/// the coefficients. Nothing from outside: no script, no font, no picture. Every text of the card
/// is escaped, so a card of unknown origin is safe to show.
///
/// @param card   a model card (docs/formats/result.md) or a training card alone
///               (docs/formats/model-result.md)
/// @param model  whose coefficients to show; without terms none are shown
/// @return Errc::malformed when it is no model card
Result<std::string> card_page(const json::Value& card, const learning::Model& model = {});

}  // namespace theriac::report
