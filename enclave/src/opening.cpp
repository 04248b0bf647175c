#include "opening.hpp"

#include "theriac/crypto/hpke.hpp"
#include "theriac/crypto/key_scheme.hpp"
#include "theriac/crypto/stream.hpp"
#include "theriac/protocol/collection_binding.hpp"

namespace theriac::enclave {

namespace {

constexpr std::size_t kMaxRecord = std::size_t{64} << 20U;

Result<crypto::ConsentShare> open_share(const OfferTerms& terms, const Offer& offer) {
    const Epoch* epoch = terms.keys.epoch(offer.grant().epoch_key);
    if (epoch == nullptr) return fail(Errc::expired, "grant: the epoch of its key is over");
    const Hash256 digest = terms.domains.digest(offer.grant_hash());
    THERIAC_TRY(
        opened,
        crypto::hpke_open(
            epoch->secret,
            as_bytes(protocol::kConsentShareInfo),
            digest.view(),
            offer.sealed_share()));
    return crypto::ConsentShare::from(opened.reveal());
}

}  // namespace

Result<std::vector<SecretBytes>> open_records(const OfferTerms& terms, const Offer& offer) {
    const protocol::CollectionLeaf& leaf = offer.leaf();
    THERIAC_TRY(share, open_share(terms, offer));
    THERIAC_TRY(masked_key, crypto::Point::from_compressed(leaf.masked_key));
    THERIAC_TRY(mask_point, crypto::Point::from_compressed(leaf.mask_point));
    THERIAC_TRY(key, crypto::unmask({masked_key, mask_point}, share, terms.keys.group_secret()));
    const crypto::RecordContext context =
        protocol::record_context(terms.deployment, leaf.owner, leaf.collection, leaf.data_type);
    std::vector<SecretBytes> out;
    out.reserve(offer.records().size());
    for (const Bytes& record : offer.records()) {
        THERIAC_TRY(plain, crypto::open_record(key, context, record, kMaxRecord));
        out.push_back(std::move(plain));
    }
    return out;
}

}  // namespace theriac::enclave
