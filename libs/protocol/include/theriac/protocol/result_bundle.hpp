// What a researcher finds inside the encrypted result, and an owner inside a report.
// docs/formats/result.md.
#pragma once

#include "theriac/base/bytes.hpp"
#include "theriac/crypto/merkle.hpp"
#include "theriac/eth/address.hpp"
#include "theriac/protocol/ids.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace theriac::protocol {

/// Named files: model.safetensors, coefficients.csv, model_card.json, model_card.sig.
struct ResultBundle {
    struct File {
        std::string name;
        Bytes content;

        bool operator==(const File&) const = default;
    };

    static constexpr std::size_t kMaxFiles = 32;
    static constexpr std::size_t kMaxBytes = std::size_t{64} << 20U;

    std::vector<File> files;

    /// The file called `name`, or nullptr.
    [[nodiscard]] const File* find(std::string_view name) const;

    bool operator==(const ResultBundle&) const = default;
};

/// Padded to a multiple of 16,384 bytes: the size tells little of the numbers in it.
Bytes encode(const ResultBundle& bundle);

/// @return Errc::malformed, also for a name that comes twice or is not plain (letters, digits, '.',
/// '_', '-'; no leading '.')
Result<ResultBundle> decode_result_bundle(ByteView bytes);

/// HPKE info and associated data of an encrypted result.
Bytes result_info(std::uint64_t chain_id, const RequestId& request);
Bytes result_associated_data(
    const crypto::BlobAddress& model, const Hash256& use_root, const eth::Address& instance);

/// One owner's report, encrypted to the owner's key. HPKE info as a result's with another purpose;
/// associated data = owner.
struct SealedOwnerReport {
    eth::Address owner;
    Bytes ciphertext;
};

Bytes owner_report_info(std::uint64_t chain_id, const RequestId& request);

/// The list of reports' blob addresses that stands beside a result on the ledger.
struct OwnerReportIndex {
    struct Entry {
        eth::Address owner;
        crypto::BlobAddress report;
    };

    std::vector<Entry> entries;
};

/// Lists reports by the addresses they have once stored.
OwnerReportIndex index_of(const std::vector<SealedOwnerReport>& reports);

Bytes encode(const OwnerReportIndex& index);
Result<OwnerReportIndex> decode_owner_report_index(ByteView bytes);

}  // namespace theriac::protocol
