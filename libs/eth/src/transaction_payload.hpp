// The fields of a transaction in the order each type signs them.
#pragma once

#include "theriac/eth/rlp.hpp"
#include "theriac/eth/transaction.hpp"

namespace theriac::eth {

/// The fields without the signature.
void write_fields(rlp::Encoder& e, TransactionType type, const Transaction& tx);

/// What the sender signed, for each type.
Hash256 signing_hash(TransactionType type, const Transaction& tx);

}  // namespace theriac::eth
