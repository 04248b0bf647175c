#include "operations.hpp"

#include "theriac/crypto/hash.hpp"
#include "theriac/crypto/key_scheme.hpp"

namespace theriac::enclave::bench {

namespace {

const crypto::RecordContext kContext{.chain_id = 31337, .data_type = "table/wdbc"};

crypto::MaskedKey nothing_masked(const crypto::Scalar& scalar) {
    const crypto::Point point = crypto::base_multiply(scalar);
    return {.masked_key = point, .mask_point = point};
}

}  // namespace

Operations::Operations(Entropy& entropy)
    : entropy_(&entropy),
      key_(crypto::SigningKey::generate(entropy)),
      signature_(key_.sign(Hash256())),
      group_secret_(crypto::Scalar::random(entropy)),
      epoch_key_(crypto::HpkePrivateKey::generate(entropy)),
      masked_(nothing_masked(group_secret_)) {
    Secret<32> seed;
    entropy.fill(seed.fill());
    const crypto::CollectionOrigin origin{seed, {}, 1};
    const crypto::Point group_key = crypto::base_multiply(group_secret_);
    const crypto::Point consent_point = crypto::consent_point_vartime(31337, {});
    masked_ = crypto::derive_masked_key(origin, group_key, consent_point).value();
    const auto share = crypto::derive_consent_share(origin, group_key, consent_point).value();
    sealed_share_ =
        crypto::hpke_seal(epoch_key_.public_key(), {}, {}, share.reveal().reveal(), entropy)
            .value();
    const auto key = crypto::derive_collection_key(origin).value();
    record_ = crypto::seal_record(key, kContext, Bytes(kRecordSize), entropy).value();
}

void Operations::open_record() const {
    const auto opened = crypto::hpke_open(epoch_key_, {}, {}, sealed_share_).value();
    const auto share = crypto::ConsentShare::from(opened.reveal()).value();
    const auto key = crypto::unmask(masked_, share, group_secret_).value();
    THERIAC_EXPECTS(crypto::blob_address(record_) != crypto::BlobAddress());
    THERIAC_EXPECTS(crypto::open_record(key, kContext, record_)->size() == kRecordSize);
}

void Operations::run(Operation operation) {
    switch (operation) {
        case Operation::nothing:
            break;
        case Operation::key_pair:
            kept_ ^= crypto::SigningKey::generate(*entropy_).public_key().coordinates()[0];
            break;
        case Operation::hash:
            kept_ ^= crypto::sha256(record_).view()[0];
            break;
        case Operation::sign:
            kept_ ^= key_.sign(Hash256()).r[0];
            break;
        case Operation::verify:
            THERIAC_EXPECTS(crypto::verify_vartime(key_.public_key(), Hash256(), signature_));
            break;
        case Operation::whole_path:
            open_record();
            break;
    }
}

void Operations::run(Operation operation, std::uint32_t times) {
    for (std::uint32_t i = 0; i < times; ++i)
        run(operation);
}

}  // namespace theriac::enclave::bench
