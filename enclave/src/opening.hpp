// From an admitted collection to its plaintext: the only place where a content key exists.
#pragma once

#include "theriac/base/secret.hpp"

#include "offer.hpp"

#include <vector>

namespace theriac::enclave {

/// Opens the consent share with the epoch key, unmasks KEY = CM - M - SK_T*U, and decrypts each
/// record.
///
/// @return Errc::unauthenticated when the share does not open, or the key is not the one the
/// records are committed to
Result<std::vector<SecretBytes>> open_records(const OfferTerms& terms, const Offer& offer);

}  // namespace theriac::enclave
