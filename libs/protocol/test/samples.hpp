// One fixed object of each format: those of test/vectors/, which a program of its own encodes.
#pragma once

#include "theriac/protocol/batch.hpp"
#include "theriac/protocol/collection_manifest.hpp"
#include "theriac/protocol/conditions.hpp"
#include "theriac/protocol/evidence.hpp"
#include "theriac/protocol/messages.hpp"
#include "theriac/protocol/request_document.hpp"
#include "theriac/protocol/result_bundle.hpp"
#include "theriac/protocol/verification_report.hpp"

#include <utility>
#include <vector>

namespace theriac::protocol::test {

/// 32 bytes that say which ones they are: keccak256("word <number>").
Hash256 word(int number);

template <typename T>
T word_as(int number) {
    return T(word(number).array());
}

/// 20 equal bytes.
eth::Address address_of_bytes(std::uint8_t byte);

Deployment deployment();
CollectionManifest manifest();
LeafBatch leaf_batch();
GrantBatch grant_batch();
Evidence evidence();
Conditions conditions();
RequestDocument request_document();
VerificationReport verification_report();
ResultBundle result_bundle();
OwnerReportIndex owner_report_index();

/// By the name under which messages.json has them.
std::vector<std::pair<std::string, Request>> requests();
std::vector<std::pair<std::string, Reply>> replies();

}  // namespace theriac::protocol::test
