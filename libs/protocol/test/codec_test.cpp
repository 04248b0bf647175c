// What holds for every format alike: it has the encoding of the vectors, and no other bytes are
// read as the same object.
#include "theriac/protocol/statement_codec.hpp"

#include "json_file.hpp"
#include "samples.hpp"

#include <algorithm>
#include <functional>

namespace theriac::protocol {
namespace {

/// A format: its sample encoded, and a way to decode and encode again.
struct Format {
    std::string name;
    Bytes encoded;
    std::function<Result<Bytes>(ByteView)> read_and_write;
};

Bytes bytes_of(const Bytes& bytes) {
    return bytes;
}

Bytes bytes_of(const std::string& text) {
    return to_bytes(as_bytes(text));
}

template <typename Value, typename Decode>
Format format(std::string name, const Value& sample, Decode decode) {
    return {std::move(name), bytes_of(encode(sample)), [decode](ByteView bytes) -> Result<Bytes> {
                THERIAC_TRY(value, decode(bytes));
                return bytes_of(encode(value));
            }};
}

template <typename Statement>
Format statement_format(std::string name, const Signed<Statement>& sample) {
    return format(std::move(name), sample, [](ByteView bytes) {
        return decode_signed<Statement>("statement", bytes);
    });
}

auto from_text(auto decode) {
    return [decode](ByteView bytes) { return decode(as_text(bytes)); };
}

std::vector<Format> documents() {
    using namespace test;
    return {
        format("collection-manifest", manifest(), decode_collection_manifest),
        format("leaf-batch", leaf_batch(), decode_leaf_batch),
        format("grant-batch", grant_batch(), decode_grant_batch),
        format("evidence", evidence(), decode_evidence),
        format("verification-report", verification_report(), decode_verification_report),
        format("result-bundle", result_bundle(), decode_result_bundle),
        format("owner-report-index", owner_report_index(), decode_owner_report_index),
        format("conditions", conditions(), from_text(decode_conditions)),
        format("request-document", request_document(), from_text(decode_request_document))};
}

std::vector<Format> messages() {
    std::vector<Format> out;
    for (const auto& [name, request] : test::requests())
        out.push_back(format(name, request, decode_request));
    for (const auto& [name, reply] : test::replies())
        out.push_back(format(name, reply, decode_reply));
    return out;
}

Signature some_signature() {
    return test::leaf_batch().leaves[0].signature;
}

std::vector<Format> statements() {
    using namespace test;
    const auto signed_by_someone = [](auto statement) {
        return Signed<decltype(statement)>{statement, some_signature()};
    };
    const auto request = word_as<RequestId>(1);
    const auto blob = word_as<crypto::BlobAddress>(2);
    const auto person = address_of_bytes(3);
    const auto identity = std::get<Identity>(replies()[0].second);
    return {
        statement_format(
            "Registration", signed_by_someone(Registration{person, word_as<EncryptionKey>(4), 1})),
        statement_format("CollectionLeaf", leaf_batch().leaves[0]),
        statement_format("Grant", grant_batch().grants[0].grant),
        statement_format(
            "Revocation", signed_by_someone(Revocation{person, word_as<CollectionId>(5), 7})),
        statement_format("DataRequest", std::get<BeginJob>(requests()[1].second).request),
        statement_format("Cancellation", signed_by_someone(Cancellation{request})),
        statement_format("Acknowledgement", signed_by_someone(Acknowledgement{request, blob})),
        statement_format("Complaint", signed_by_someone(Complaint{request, blob})),
        statement_format(
            "Review", signed_by_someone(Review{person, request, UnixTime{1'700'100'000}, blob, 2})),
        statement_format(
            "StartCommitment", std::get<StartProposed>(replies()[3].second).commitment),
        statement_format("ResultStatement", std::get<Trained>(replies()[4].second).result),
        statement_format("InstanceRegistration", identity.registration),
        statement_format("ModelCard", signed_by_someone(ModelCardStatement{request, blob}))};
}

std::vector<Format> all_formats() {
    std::vector<Format> out = documents();
    std::ranges::copy(messages(), std::back_inserter(out));
    std::ranges::copy(statements(), std::back_inserter(out));
    return out;
}

Bytes encoded_of(const test::Json& vector) {
    const auto text = vector.at("encoded").get<std::string>();
    return text.starts_with("0x") ? from_hex(text).value() : bytes_of(text);
}

TEST(codec, documents_have_the_encodings_and_addresses_of_the_vectors) {
    for (const Format& f : documents()) {
        const auto vector = test::read_json("libs/protocol/test/vectors/" + f.name + ".json");
        EXPECT_EQ(to_hex(f.encoded), to_hex(encoded_of(vector))) << f.name;
        EXPECT_EQ(
            crypto::blob_address(f.encoded), test::fixed<crypto::BlobAddress>(vector.at("address")))
            << f.name;
    }
}

TEST(codec, messages_have_the_encodings_of_the_vectors) {
    const auto vectors = test::read_json("libs/protocol/test/vectors/messages.json");
    EXPECT_EQ(vectors.size(), messages().size());
    for (const Format& f : messages())
        EXPECT_EQ(to_hex(f.encoded), to_hex(encoded_of(vectors.at(f.name)))) << f.name;
}

TEST(codec, what_was_written_is_read_and_written_again) {
    for (const Format& f : all_formats())
        EXPECT_EQ(f.read_and_write(f.encoded), f.encoded) << f.name;
}

constexpr std::array<std::uint8_t, 6> kFlips{0x01, 0x02, 0x10, 0x20, 0x80, 0xff};

// Every place of every format, and some of the long run of zeros that fills up a result bundle.
std::size_t next(std::size_t place) {
    return place < 3000 ? place + 1 : place + 251;
}

// An object that decodes from changed bytes encodes to those bytes, so it is another object.
TEST(codec, a_changed_byte_is_refused_or_another_object) {
    for (const Format& f : all_formats()) {
        Bytes changed = f.encoded;
        for (std::size_t i = 0; i < changed.size(); i = next(i)) {
            for (const std::uint8_t flip : kFlips) {
                changed[i] ^= flip;
                const auto again = f.read_and_write(changed);
                if (again) {
                    ASSERT_EQ(*again, changed) << f.name << " byte " << i;
                }
                changed[i] ^= flip;
            }
        }
    }
}

TEST(codec, truncation_anywhere_is_malformed) {
    for (const Format& f : all_formats()) {
        for (std::size_t size = 0; size < f.encoded.size(); size = next(size)) {
            const auto cut = f.read_and_write(ByteView(f.encoded).first(size));
            ASSERT_FALSE(cut) << f.name << " cut to " << size;
            ASSERT_EQ(cut.error().code, Errc::malformed) << f.name << " cut to " << size;
        }
    }
}

TEST(codec, surplus_byte_is_malformed) {
    for (const Format& f : all_formats()) {
        Bytes longer = f.encoded;
        longer.push_back(' ');
        const auto read = f.read_and_write(longer);
        ASSERT_FALSE(read) << f.name;
        EXPECT_EQ(read.error().code, Errc::malformed) << f.name;
    }
}

/// The list `encoded` with one more item at its end.
Bytes with_surplus_field(ByteView encoded) {
    ByteView padding = encoded;
    const auto list = eth::rlp::take(padding).value();
    const Bytes more = eth::rlp::encode_bytes(Bytes{1});
    Bytes out = eth::rlp::encode_list({list.payload, more});
    if (!padding.empty()) out.resize(encoded.size());
    return out;
}

TEST(codec, surplus_field_is_malformed) {
    for (const Format& f : all_formats()) {
        if (f.name == "conditions" || f.name == "request-document") continue;  // JSON: see there
        const auto read = f.read_and_write(with_surplus_field(f.encoded));
        ASSERT_FALSE(read) << f.name;
        EXPECT_EQ(read.error().code, Errc::malformed) << f.name;
    }
}

TEST(codec, format_of_another_name_is_unsupported) {
    for (const Format& f : documents()) {
        if (f.name == "conditions" || f.name == "request-document") continue;
        Bytes other = f.encoded;
        const auto at = std::ranges::search(other, as_bytes("/v1"));
        ASSERT_FALSE(at.empty()) << f.name;
        *std::prev(at.end()) = '2';
        EXPECT_EQ(f.read_and_write(other).error().code, Errc::unsupported) << f.name;
    }
}

}  // namespace
}  // namespace theriac::protocol
