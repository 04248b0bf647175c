#include "theriac/eth/storage_slot.hpp"

#include "theriac/crypto/hash.hpp"

#include <algorithm>

namespace theriac::eth {

Hash256 slot_at(std::uint64_t number) {
    return word_of(U256(number));
}

Hash256 word_of(const Address& address) {
    U256::Word word{};
    std::ranges::copy(address.view(), word.end() - Address::kSize);
    return Hash256(word);
}

Hash256 word_of(const U256& number) {
    return Hash256(number.word());
}

Hash256 mapping_slot(const Hash256& key, const Hash256& slot) {
    return crypto::keccak256({key.view(), slot.view()});
}

Hash256 array_slot(const Hash256& slot) {
    return crypto::keccak256(slot.view());
}

Hash256 slot_behind(const Hash256& slot, std::uint64_t offset) {
    return word_of(wrapping_add(U256::from_word(slot.array()), U256(offset)));
}

}  // namespace theriac::eth
