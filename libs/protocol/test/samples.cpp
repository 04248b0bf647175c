#include "samples.hpp"

#include "theriac/crypto/hash.hpp"

#include <algorithm>
#include <numeric>

namespace theriac::protocol::test {

namespace {

constexpr UnixTime kEpochEnd{1'702'592'000};

std::array<std::uint8_t, 33> point(std::string_view hex) {
    std::array<std::uint8_t, 33> out{};
    std::ranges::copy(from_hex(hex).value(), out.begin());
    return out;
}

// g and 2g (SEC 2, section 2.4.1).
std::array<std::uint8_t, 33> g() {
    return point("0279be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798");
}

std::array<std::uint8_t, 33> two_g() {
    return point("02c6047f9441ed7d6d3045406e95c07cd85c778e4b8cef3ca7abac09b95c709ee5");
}

Bytes counting(std::size_t size) {
    Bytes out(size);
    std::iota(out.begin(), out.end(), std::uint8_t{0});
    return out;
}

Bytes text(std::string_view text) {
    return to_bytes(as_bytes(text));
}

const eth::Address kOwner = address_of_bytes(0xa1);
const eth::Address kOtherOwner = address_of_bytes(0xa2);
const eth::Address kInstance = address_of_bytes(0xe7);

// Codecs do not check signatures.
Signature signature() {
    Bytes bytes = concat({word(140).view(), word(141).view()});
    bytes.push_back(27);
    return Signature::from(bytes).value();
}

Signed<CollectionLeaf> leaf(
    const eth::Address& owner, int collection, std::uint64_t version, std::string data_type) {
    return {
        {.owner = owner,
         .collection = word_as<CollectionId>(collection),
         .version = version,
         .data_type = std::move(data_type),
         .record_count = 2,
         .record_root = manifest().record_root(),
         .manifest = crypto::blob_address(encode(manifest())),
         .masked_key = g(),
         .mask_point = two_g(),
         .group = group_id(g()),
         .timestamp = {1'700'000'000}},
        signature()};
}

SealedGrant grant(const eth::Address& owner, int collection, std::uint64_t counter) {
    const Grant statement{
        .owner = owner,
        .collection = word_as<CollectionId>(collection),
        .leaf = word_as<LeafHash>(104),
        .request = word_as<RequestId>(105),
        .conditions = word_as<crypto::BlobAddress>(106),
        .epoch_key = word_as<EncryptionKey>(110),
        .expiry = {1'800'000'000},
        .counter = counter};
    return {{statement, signature()}, counting(kSealedShareSize)};
}

Inclusion inclusion(int root, std::uint64_t index) {
    return {word(root), index, 3, {word(120), word(121)}};
}

BeginJob begin_job() {
    const DataRequest request{
        .researcher = kOwner,
        .document = word_as<crypto::BlobAddress>(130),
        .recruit_until = {1'700'086'400},
        .start_until = {1'700'172'800},
        .release_until = {1'700'259'200},
        .nonce = 6};
    return {{request, signature()}, text("a document"), text("a specification")};
}

AddCollection add_collection() {
    return {
        leaf_batch().leaves[0],
        inclusion(118, 0),
        grant_batch().grants[0],
        inclusion(119, 1),
        text("some conditions"),
        text("a manifest")};
}

Identity identity() {
    const InstanceRegistration registration{
        .instance = kInstance,
        .group_key = g(),
        .epoch_key = word_as<EncryptionKey>(110),
        .epoch_until = kEpochEnd,
        .measurement = word_as<Measurement>(109),
        .evidence = word_as<crypto::BlobAddress>(131)};
    return {registration.measurement, text("evidence"), counting(60), {registration, signature()}};
}

StartProposed start_proposed() {
    const StartCommitment commitment{
        .request = word_as<RequestId>(105),
        .use_root = word(133),
        .verification = word_as<crypto::BlobAddress>(134),
        .challenge = word_as<Challenge>(132),
        .instance = kInstance};
    return {{commitment, signature()}, text("a report")};
}

Trained trained() {
    const ResultStatement result{
        .request = word_as<RequestId>(105),
        .ciphertext = word_as<crypto::BlobAddress>(135),
        .model = word_as<crypto::BlobAddress>(108),
        .use_root = word(133),
        .verification = word_as<crypto::BlobAddress>(134),
        .reports = word_as<crypto::BlobAddress>(136),
        .privacy_spent = 1'500'000,
        .instance = kInstance};
    return {{result, signature()}, 12, 5000};
}

}  // namespace

Hash256 word(int number) {
    return crypto::keccak256(as_bytes("word " + std::to_string(number)));
}

eth::Address address_of_bytes(std::uint8_t byte) {
    std::array<std::uint8_t, 20> bytes{};
    bytes.fill(byte);
    return eth::Address(bytes);
}

Deployment deployment() {
    return {
        1337,
        address_of_bytes(0xc1),
        address_of_bytes(0xc2),
        address_of_bytes(0xc3),
        address_of_bytes(0xc4),
        address_of_bytes(0xc5)};
}

CollectionManifest manifest() {
    return {
        kOwner,
        word_as<CollectionId>(100),
        3,
        {{word_as<crypto::BlobAddress>(101), 341}, {word_as<crypto::BlobAddress>(102), 1'048'676}}};
}

LeafBatch leaf_batch() {
    return {{leaf(kOwner, 100, 3, "fhir/Observation"), leaf(kOtherOwner, 103, 1, "table/größe")}};
}

GrantBatch grant_batch() {
    return {word_as<RequestId>(105), {grant(kOwner, 100, 0), grant(kOtherOwner, 103, 300)}};
}

Evidence evidence() {
    return {
        {.deployment = deployment().hash(),
         .group_key = g(),
         .epoch_key = word_as<EncryptionKey>(110),
         .epoch_until = kEpochEnd,
         .instance = kInstance},
        counting(200)};
}

Conditions conditions() {
    return {.minimum_owners = 12};
}

RequestDocument request_document() {
    return {
        .title = "Blood pressure and größe",
        .description = "Says \"why\",\nin two lines.",
        .researcher = kOwner,
        .result_key = word_as<EncryptionKey>(107),
        .model_spec = word_as<crypto::BlobAddress>(108),
        .data_type = "fhir/Observation",
        .minimum_owners = 12,
        .purposes = {"DUO:0000007", "DUO:0000042"},
        .privacy = "none",
        .measurement = word_as<Measurement>(109),
        .group = word_as<GroupId>(111)};
}

VerificationReport verification_report() {
    return {
        word_as<RequestId>(105),
        "development chain",
        {{word_as<GrantHash>(112), word_as<LeafHash>(113), true, ""},
         {word_as<GrantHash>(114), word_as<LeafHash>(115), false, "grant: has expired"}}};
}

ResultBundle result_bundle() {
    return {{{"model.safetensors", counting(256)}, {"model_card.json", text("{}")}}};
}

OwnerReportIndex owner_report_index() {
    return {
        {{kOwner, word_as<crypto::BlobAddress>(116)},
         {kOtherOwner, word_as<crypto::BlobAddress>(117)}}};
}

std::vector<std::pair<std::string, Request>> requests() {
    const auto grant = word_as<GrantHash>(112);
    return {
        {"provision", Provision{deployment(), kEpochEnd, counting(60)}},
        {"begin_job", begin_job()},
        {"add_collection", add_collection()},
        {"add_records", AddRecords{grant, 7, {counting(90), text("another")}}},
        {"propose_start", ProposeStart{text("a proof"), text("a report")}},
        {"train", Train{text("a proof")}},
        {"release", Release{text("a proof")}},
        {"abandon_job", AbandonJob{}}};
}

std::vector<std::pair<std::string, Reply>> replies() {
    return {
        {"identity", identity()},
        {"job_begun", JobBegun{word_as<RequestId>(105), word_as<Challenge>(132)}},
        {"accepted", Accepted{}},
        {"start_proposed", start_proposed()},
        {"trained", trained()},
        {"released", Released{counting(90), {{kOwner, text("a report")}}}},
        {"failed", Failed{{Errc::expired, "grant: has expired"}}}};
}

}  // namespace theriac::protocol::test
