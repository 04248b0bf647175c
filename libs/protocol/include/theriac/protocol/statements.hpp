// The EIP-712 statements of people and enclaves. docs/formats/statements.md has their types and
// meaning.
//
// Each statement names the contract whose domain it is signed for (`kContract`) and gives its
// hashStruct
// (`statement_hash`).
#pragma once

#include "theriac/base/bytes.hpp"
#include "theriac/base/ports.hpp"
#include "theriac/crypto/merkle.hpp"
#include "theriac/crypto/secp256k1.hpp"
#include "theriac/eth/address.hpp"
#include "theriac/protocol/deployment.hpp"
#include "theriac/protocol/ids.hpp"
#include "theriac/protocol/signature.hpp"

#include <cstdint>
#include <string>

namespace theriac::protocol {

/// A member joins, or changes the key that reports to it are encrypted to.
struct Registration {
    static constexpr Contract kContract = Contract::members;
    eth::Address member;
    EncryptionKey encryption_key;
    std::uint64_t nonce = 0;  ///< number of the member's earlier registrations

    [[nodiscard]] Hash256 statement_hash() const;
};

/// One collection as its owner registers it.
struct CollectionLeaf {
    static constexpr Contract kContract = Contract::records;
    static constexpr std::size_t kMaxDataType = 64;  ///< bytes of `data_type`
    eth::Address owner;
    CollectionId collection;
    std::uint64_t version = 1;
    std::string data_type;
    std::uint32_t record_count = 0;
    Hash256 record_root;                        ///< RFC 9162 root over the record's blob addresses
    crypto::BlobAddress manifest;               ///< of the `CollectionManifest`
    std::array<std::uint8_t, 33> masked_key{};  ///< CM = KEY + M + r_U*PK_T, compressed
    std::array<std::uint8_t, 33> mask_point{};  ///< U = r_U*g, compressed
    GroupId group;
    UnixTime timestamp;

    [[nodiscard]] Hash256 statement_hash() const;

    [[nodiscard]] LeafHash leaf_hash() const { return LeafHash(statement_hash().array()); }
};

/// An owner lets one request use one collection.
struct Grant {
    static constexpr Contract kContract = Contract::consent;
    eth::Address owner;
    CollectionId collection;
    LeafHash leaf;
    RequestId request;
    crypto::BlobAddress conditions;  ///< of the conditions document; zero: none
    EncryptionKey epoch_key;         ///< the consent share is sealed to it
    UnixTime expiry;
    std::uint64_t counter = 0;

    [[nodiscard]] Hash256 statement_hash() const;

    [[nodiscard]] GrantHash grant_hash() const { return GrantHash(statement_hash().array()); }
};

/// An owner withdraws: every grant with a lower counter is void.
struct Revocation {
    static constexpr Contract kContract = Contract::consent;
    eth::Address owner;
    CollectionId collection;
    std::uint64_t counter = 0;  ///< the new value, one above the present one

    [[nodiscard]] Hash256 statement_hash() const;
};

/// A researcher asks for data; `document` says for what.
struct DataRequest {
    static constexpr Contract kContract = Contract::requests;
    eth::Address researcher;
    crypto::BlobAddress document;
    UnixTime recruit_until;
    UnixTime start_until;
    UnixTime release_until;
    std::uint64_t nonce = 0;

    [[nodiscard]] Hash256 statement_hash() const;

    [[nodiscard]] RequestId request_id() const { return RequestId(statement_hash().array()); }
};

/// The researcher takes a request back before it is started.
struct Cancellation {
    static constexpr Contract kContract = Contract::requests;
    RequestId request;

    [[nodiscard]] Hash256 statement_hash() const;
};

/// The researcher has the result and found it sound.
struct Acknowledgement {
    static constexpr Contract kContract = Contract::requests;
    RequestId request;
    crypto::BlobAddress ciphertext;

    [[nodiscard]] Hash256 statement_hash() const;
};

/// The researcher has the result, and a check failed; `reason` is a blob that says which.
struct Complaint {
    static constexpr Contract kContract = Contract::requests;
    RequestId request;
    crypto::BlobAddress reason;

    [[nodiscard]] Hash256 statement_hash() const;
};

/// A member of the review board says what it thinks of a request; `reason` is a blob with its
/// words.
struct Review {
    static constexpr Contract kContract = Contract::requests;
    eth::Address reviewer;
    RequestId request;
    UnixTime approved_until;     ///< last moment for the start; zero: refused
    crypto::BlobAddress reason;  ///< zero: none given, which only an approval may
    std::uint64_t turn = 0;      ///< number of this reviewer's earlier reviews of the request

    [[nodiscard]] Hash256 statement_hash() const;
};

/// An enclave's final word on what it will train on.
struct StartCommitment {
    static constexpr Contract kContract = Contract::requests;
    RequestId request;
    Hash256 use_root;
    crypto::BlobAddress verification;  ///< of the `VerificationReport`
    Challenge challenge;
    eth::Address instance;

    [[nodiscard]] Hash256 statement_hash() const;

    /// What the contract stores: keccak256(abi.encode(useRoot, verification, instance)).
    [[nodiscard]] Hash256 stored() const;
};

/// An enclave's word on a result.
struct ResultStatement {
    static constexpr Contract kContract = Contract::requests;
    RequestId request;
    crypto::BlobAddress ciphertext;
    crypto::BlobAddress model;  ///< of the model specification
    Hash256 use_root;
    crypto::BlobAddress verification;
    crypto::BlobAddress reports;      ///< of the `OwnerReportIndex`; zero: nobody has a report
    std::uint64_t privacy_spent = 0;  ///< epsilon in millionths
    eth::Address instance;

    [[nodiscard]] Hash256 statement_hash() const;
};

/// An enclave instance introduces its keys.
struct InstanceRegistration {
    static constexpr Contract kContract = Contract::enclaves;
    eth::Address instance;
    std::array<std::uint8_t, 33> group_key{};  ///< PK_T, compressed
    EncryptionKey epoch_key;
    UnixTime epoch_until;
    Measurement measurement;
    crypto::BlobAddress evidence;

    [[nodiscard]] Hash256 statement_hash() const;
};

/// An enclave vouches for the model card that travels with a result.
struct ModelCardStatement {
    static constexpr Contract kContract = Contract::requests;
    RequestId request;
    crypto::BlobAddress card;

    [[nodiscard]] Hash256 statement_hash() const;
};

/// A statement with the signature of the person or enclave it speaks for.
template <typename Statement>
struct Signed {
    Statement statement;
    Signature signature;
};

/// EIP-712 domain separator of one contract of a deployment.
Hash256 domain_separator(const Deployment& deployment, Contract contract);

/// What is signed: keccak256(0x1901 ‖ domain separator ‖ statement hash).
Hash256 digest(const Deployment& deployment, Contract contract, const Hash256& statement_hash);

template <typename Statement>
Hash256 digest(const Deployment& deployment, const Statement& statement) {
    return digest(deployment, Statement::kContract, statement.statement_hash());
}

/// The domains of what owners sign in great numbers, computed once.
class Domains {
public:
    explicit Domains(const Deployment& deployment);

    /// As the function `digest`, of a statement whose hash is known.
    [[nodiscard]] Hash256 digest(const LeafHash& leaf) const;
    [[nodiscard]] Hash256 digest(const GrantHash& grant) const;

private:
    Hash256 records_;
    Hash256 consent_;
};

Signature sign_digest(const crypto::SigningKey& key, const Hash256& digest);

template <typename Statement>
Signed<Statement> sign(
    const Deployment& deployment, const crypto::SigningKey& key, Statement statement) {
    const Signature signature = sign_digest(key, digest(deployment, statement));
    return {std::move(statement), signature};
}

}  // namespace theriac::protocol
