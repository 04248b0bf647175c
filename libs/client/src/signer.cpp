#include "theriac/client/signer.hpp"

#include "theriac/net/filter.hpp"

namespace theriac::client {

namespace {

using protocol::Signature;

// One overload for each kind of key.
eth::Address address_of(const crypto::SigningKey& key) {
    return eth::address_of(key.public_key());
}

eth::Address address_of(const crypto::RsaSigningKey& key) {
    return protocol::address_of(key.public_key());
}

eth::Address address_of(const ExternalKey& key) {
    return protocol::address_of(key.public_key);
}

Result<Signature> sign_with(const crypto::SigningKey& key, const Hash256& digest) {
    return protocol::sign_digest(key, digest);
}

Result<Signature> sign_with(const crypto::RsaSigningKey& key, const Hash256& digest) {
    return Signature(key.public_key(), key.sign(protocol::rsa_pss_message(digest)));
}

Result<Signature> sign_with(const ExternalKey& key, const Hash256& digest) {
    auto answer = net::run_filter(
        {.command = key.command, .timeout = key.timeout}, protocol::rsa_pss_message(digest));
    if (!answer) return fail(with_context("signer", std::move(answer).error()));
    const auto number = crypto::RsaPssSignature::from(*answer);
    if (!number)
        return fail(
            Errc::unauthenticated,
            "signer: expected a signature of 384 bytes on its standard output, got "
                + std::to_string(answer->size()) + ": " + key.command);
    if (!key.public_key.verify_vartime(protocol::rsa_pss_message(digest), number->view()))
        return fail(
            Errc::unauthenticated,
            "signer: its answer is no RSASSA-PSS signature with SHA-256 and a salt of 32 bytes by "
            "the profile's key: "
                + key.command);
    return Signature(key.public_key, *number);
}

}  // namespace

eth::Address StatementSigner::address() const {
    return std::visit([](const auto& key) { return address_of(key); }, key_);
}

Result<Signature> StatementSigner::sign(const Hash256& digest) const {
    return std::visit([&](const auto& key) { return sign_with(key, digest); }, key_);
}

}  // namespace theriac::client
