// Where a contract's variables lie in its storage.
//
// See https://docs.soliditylang.org/en/v0.8.30/internals/layout_in_storage.html
#pragma once

#include "theriac/base/bytes.hpp"
#include "theriac/eth/address.hpp"
#include "theriac/eth/u256.hpp"

#include <cstdint>

namespace theriac::eth {

/// The slot with this number: 0 is the contract's first variable.
Hash256 slot_at(std::uint64_t number);

/// A mapping's key, or a value in storage, as a word.
Hash256 word_of(const Address& address);
Hash256 word_of(const U256& number);

/// Where the mapping at `slot` keeps the value of `key`. Of nested mappings the outer comes first:
/// mapping_slot(inner_key, mapping_slot(outer_key, slot)).
Hash256 mapping_slot(const Hash256& key, const Hash256& slot);

/// Where the dynamic array at `slot` keeps its first element; `slot` itself keeps the length.
Hash256 array_slot(const Hash256& slot);

/// The slot `offset` behind `slot`: a later member of a struct, a later element of an array.
Hash256 slot_behind(const Hash256& slot, std::uint64_t offset);

}  // namespace theriac::eth
