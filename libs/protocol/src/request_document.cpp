#include "theriac/protocol/request_document.hpp"

#include "theriac/json/json.hpp"
#include "theriac/json/object_reader.hpp"
#include "theriac/protocol/statements.hpp"

namespace theriac::protocol {

namespace {

constexpr std::string_view kFormat = "theriac/request/v1";
constexpr std::size_t kMaxTitle = 200;
constexpr std::size_t kMaxDescription = 16384;
constexpr std::size_t kMaxPurposes = 32;
constexpr std::size_t kMaxPurpose = 64;
constexpr std::uint64_t kMaxOwners = 1'000'000;

json::Value to_json(const RequestDocument& document) {
    json::Value::Array purposes(document.purposes.begin(), document.purposes.end());
    return json::Value::object({
        {"format", kFormat},
        {"title", document.title},
        {"description", document.description},
        {"researcher", to_hex_prefixed(document.researcher.view())},
        {"result_key", document.result_key.hex()},
        {"model_spec", document.model_spec.hex()},
        {"data_type", document.data_type},
        {"minimum_owners", document.minimum_owners},
        {"purposes", std::move(purposes)},
        {"privacy", document.privacy},
        {"measurement", document.measurement.hex()},
        {"group", document.group.hex()},
    });
}

}  // namespace

std::string encode(const RequestDocument& document) {
    return json::canonical(to_json(document));
}

Result<RequestDocument> decode_request_document(std::string_view text) {
    const json::Limits limits{.max_bytes = RequestDocument::kMaxBytes, .max_depth = 4};
    THERIAC_TRY(value, json::parse_canonical(text, limits));
    json::ObjectReader from(value, "request");
    THERIAC_CHECK(from.choice("format", {kFormat}));
    THERIAC_TRY(title, from.text("title", kMaxTitle));
    THERIAC_TRY(description, from.text("description", kMaxDescription));
    THERIAC_TRY(researcher, from.fixed<eth::Address>("researcher"));
    THERIAC_TRY(result_key, from.fixed<EncryptionKey>("result_key"));
    THERIAC_TRY(model_spec, from.fixed<crypto::BlobAddress>("model_spec"));
    THERIAC_TRY(data_type, from.text("data_type", CollectionLeaf::kMaxDataType));
    THERIAC_TRY(minimum_owners, from.u64("minimum_owners", 1, kMaxOwners));
    THERIAC_TRY(purposes, from.texts("purposes", kMaxPurposes, kMaxPurpose));
    THERIAC_TRY(privacy, from.choice("privacy", {"none"}));
    THERIAC_TRY(measurement, from.fixed<Measurement>("measurement"));
    THERIAC_TRY(group, from.fixed<GroupId>("group"));
    THERIAC_CHECK(from.finish());
    return RequestDocument{
        .title = std::move(title),
        .description = std::move(description),
        .researcher = researcher,
        .result_key = result_key,
        .model_spec = model_spec,
        .data_type = std::move(data_type),
        .minimum_owners = minimum_owners,
        .purposes = std::move(purposes),
        .privacy = std::move(privacy),
        .measurement = measurement,
        .group = group};
}

}  // namespace theriac::protocol
