#include "theriac/protocol/deployment.hpp"

#include "theriac/base/byte_reader.hpp"
#include "theriac/crypto/hash.hpp"

namespace theriac::protocol {

namespace {

constexpr std::array kContracts = {
    Contract::members,
    Contract::records,
    Contract::consent,
    Contract::enclaves,
    Contract::requests,
};

void append_word(Bytes& to, ByteView right_aligned) {
    to.resize(to.size() + 32 - right_aligned.size());
    append(to, right_aligned);
}

}  // namespace

const eth::Address& Deployment::address(Contract contract) const {
    switch (contract) {
        case Contract::members:
            return members;
        case Contract::records:
            return records;
        case Contract::consent:
            return consent;
        case Contract::enclaves:
            return enclaves;
        case Contract::requests:
            return requests;
    }
    THERIAC_EXPECTS(false);  // not a contract of the deployment
    return members;
}

Hash256 Deployment::hash() const {
    Bytes chain;
    append_u64_be(chain, chain_id);
    Bytes words;
    append_word(words, chain);
    for (const Contract contract : kContracts)
        append_word(words, address(contract).view());
    return crypto::keccak256(words);
}

void encode(eth::rlp::Encoder& to, const Deployment& deployment) {
    to.list([&] {
        to.u64(deployment.chain_id);
        for (const Contract contract : kContracts)
            to.fixed(deployment.address(contract));
    });
}

Result<Deployment> decode_deployment(eth::rlp::ListReader& from) {
    THERIAC_TRY(list, from.list("deployment", 6));
    THERIAC_TRY(chain_id, list.u64("chain_id"));
    THERIAC_TRY(members, list.fixed<eth::Address>("members"));
    THERIAC_TRY(records, list.fixed<eth::Address>("records"));
    THERIAC_TRY(consent, list.fixed<eth::Address>("consent"));
    THERIAC_TRY(enclaves, list.fixed<eth::Address>("enclaves"));
    THERIAC_TRY(requests, list.fixed<eth::Address>("requests"));
    THERIAC_CHECK(list.end());
    return Deployment{chain_id, members, records, consent, enclaves, requests};
}

}  // namespace theriac::protocol
