#include "theriac/protocol/result_bundle.hpp"

#include "theriac/base/byte_reader.hpp"

#include "format.hpp"

#include <algorithm>
#include <set>

namespace theriac::protocol {

namespace {

constexpr std::string_view kBundleFormat = "theriac/result-bundle/v1";
constexpr std::string_view kIndexFormat = "theriac/owner-report-index/v1";
constexpr std::string_view kResultPurpose = "theriac/result/v1";
constexpr std::string_view kOwnerReportPurpose = "theriac/owner-report/v1";
constexpr std::size_t kMaxName = 64;
constexpr std::size_t kPadding = 16384;

bool is_plain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.'
           || c == '_' || c == '-';
}

// A researcher's program writes these names into a folder: nothing in them may lead out of it.
bool is_plain_name(std::string_view name) {
    return !name.empty() && name.front() != '.' && std::ranges::all_of(name, is_plain);
}

Result<ResultBundle::File> decode_file(eth::rlp::ListReader from) {
    THERIAC_TRY(name, from.text("name", kMaxName));
    if (!is_plain_name(name))
        return fail(Errc::malformed, from.name() + ".name: expected a plain file name");
    THERIAC_TRY(content, from.bytes("content", ResultBundle::kMaxBytes));
    THERIAC_CHECK(from.end());
    return ResultBundle::File{std::move(name), to_bytes(content)};
}

// How many digits the model's numbers have, and counts, would show in the size of the ciphertext.
Result<ByteView> without_padding(ByteView bytes) {
    ByteView padding = bytes;
    THERIAC_TRY(list, eth::rlp::take(padding));
    const bool canonical = bytes.size() % kPadding == 0 && padding.size() < kPadding
                           && std::ranges::all_of(padding, [](auto byte) { return byte == 0; });
    if (!canonical)
        return fail(
            Errc::malformed,
            "result: expected zeros up to a multiple of " + std::to_string(kPadding) + " bytes");
    return list.encoding;
}

// Written into one folder, the second of two files with one name would replace the first.
Result<void> check_names_differ(const std::vector<ResultBundle::File>& files) {
    std::set<std::string_view> names;
    for (const ResultBundle::File& file : files) {
        if (!names.insert(file.name).second)
            return fail(Errc::malformed, "result.files: \"" + file.name + "\" comes twice");
    }
    return {};
}

Bytes purpose_info(std::string_view purpose, std::uint64_t chain_id, const RequestId& request) {
    Bytes out = to_bytes(as_bytes(purpose));
    append_u64_be(out, chain_id);
    append(out, request.view());
    return out;
}

}  // namespace

const ResultBundle::File* ResultBundle::find(std::string_view name) const {
    const auto found = std::ranges::find(files, name, &File::name);
    return found == files.end() ? nullptr : &*found;
}

Bytes encode(const ResultBundle& bundle) {
    Bytes out = encode_format(kBundleFormat, [&](eth::rlp::Encoder& to) {
        to.list([&] {
            for (const auto& file : bundle.files) {
                to.list([&] {
                    to.text(file.name);
                    to.bytes(file.content);
                });
            }
        });
    });
    out.resize((out.size() + kPadding - 1) / kPadding * kPadding);
    return out;
}

Result<ResultBundle> decode_result_bundle(ByteView bytes) {
    THERIAC_TRY(list, without_padding(bytes));
    THERIAC_TRY(from, open_format("result", kBundleFormat, list, ResultBundle::kMaxBytes));
    THERIAC_TRY(
        files,
        decode_list<ResultBundle::File>(from, "files", ResultBundle::kMaxFiles, decode_file));
    THERIAC_CHECK(from.end());
    THERIAC_CHECK(check_names_differ(files));
    return ResultBundle{std::move(files)};
}

Bytes result_info(std::uint64_t chain_id, const RequestId& request) {
    return purpose_info(kResultPurpose, chain_id, request);
}

Bytes owner_report_info(std::uint64_t chain_id, const RequestId& request) {
    return purpose_info(kOwnerReportPurpose, chain_id, request);
}

Bytes result_associated_data(
    const crypto::BlobAddress& model, const Hash256& use_root, const eth::Address& instance) {
    return concat({model.view(), use_root.view(), instance.view()});
}

OwnerReportIndex index_of(const std::vector<SealedOwnerReport>& reports) {
    OwnerReportIndex index;
    for (const SealedOwnerReport& report : reports)
        index.entries.push_back({report.owner, crypto::blob_address(report.ciphertext)});
    return index;
}

Bytes encode(const OwnerReportIndex& index) {
    return encode_format(kIndexFormat, [&](eth::rlp::Encoder& to) {
        to.list([&] {
            for (const auto& entry : index.entries) {
                to.list([&] {
                    to.fixed(entry.owner);
                    to.fixed(entry.report);
                });
            }
        });
    });
}

Result<OwnerReportIndex> decode_owner_report_index(ByteView bytes) {
    const auto decode_entry = [](eth::rlp::ListReader from) -> Result<OwnerReportIndex::Entry> {
        THERIAC_TRY(owner, from.fixed<eth::Address>("owner"));
        THERIAC_TRY(report, from.fixed<crypto::BlobAddress>("report"));
        THERIAC_CHECK(from.end());
        return OwnerReportIndex::Entry{owner, report};
    };
    THERIAC_TRY(
        from, open_format("owner report index", kIndexFormat, bytes, std::size_t{8} << 20U));
    THERIAC_TRY(
        entries, decode_list<OwnerReportIndex::Entry>(from, "entries", 100'000, decode_entry));
    THERIAC_CHECK(from.end());
    return OwnerReportIndex{std::move(entries)};
}

}  // namespace theriac::protocol
