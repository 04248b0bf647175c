// What a researcher asks for, in words that owners and lawyers read. docs/formats/request.md.
#pragma once

#include "theriac/base/bytes.hpp"
#include "theriac/crypto/merkle.hpp"
#include "theriac/eth/address.hpp"
#include "theriac/protocol/ids.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace theriac::protocol {

struct RequestDocument {
    static constexpr std::size_t kMaxBytes = 65536;

    std::string title;
    std::string description;
    eth::Address researcher;
    EncryptionKey result_key;        ///< the result is encrypted to it
    crypto::BlobAddress model_spec;  ///< canonical JSON, docs/formats/model-spec.md
    std::string data_type;           ///< collections of this type are asked for
    std::uint64_t minimum_owners = 1;
    std::vector<std::string> purposes;  ///< GA4GH Data Use Ontology codes, such as DUO:0000007
    std::string privacy = "none";       ///< "none" is the only mode there is
    Measurement measurement;            ///< of the enclave that may train
    GroupId group;

    bool operator==(const RequestDocument&) const = default;
};

/// Canonical JSON (RFC 8785).
std::string encode(const RequestDocument& document);

/// @return Errc::malformed unless `text` is the canonical form of a request document
Result<RequestDocument> decode_request_document(std::string_view text);

}  // namespace theriac::protocol
