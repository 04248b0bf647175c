// A whole scenario around one enclave, in memory: owners, a researcher, the ledger, and a host that
// says whatever a test lets it say.
#pragma once

#include "theriac/crypto/hkdf_entropy.hpp"
#include "theriac/crypto/hpke.hpp"
#include "theriac/crypto/key_scheme.hpp"
#include "theriac/enclave/service.hpp"
#include "theriac/learning/trainer.hpp"
#include "theriac/protocol/messages.hpp"
#include "theriac/protocol/request_document.hpp"
#include "theriac/protocol/test/ledger_state.hpp"
#include "theriac/protocol/verification_report.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace theriac::enclave::test {

struct Person {
    crypto::SigningKey account;
    crypto::HpkePrivateKey encryption;
    Secret<32> vault_seed;

    std::optional<crypto::RsaSigningKey> rsa{};  ///< signs instead of the account

    [[nodiscard]] eth::Address address() const {
        return rsa ? protocol::address_of(rsa->public_key())
                   : eth::address_of(account.public_key());
    }

    [[nodiscard]] protocol::Signature sign(const Hash256& digest) const;

    [[nodiscard]] protocol::EncryptionKey encryption_key() const {
        return protocol::EncryptionKey(encryption.public_key().array());
    }
};

/// A collection: what its owner knows, and what the world sees of it.
struct Collection {
    std::size_t owner = 0;  ///< index into `World::owners`
    crypto::CollectionNonce nonce;
    std::vector<Bytes> rows;     ///< plaintext: each a CSV table with its header
    std::vector<Bytes> records;  ///< encrypted
    Bytes manifest;
    protocol::Signed<protocol::CollectionLeaf> leaf;
    Bytes conditions;
    protocol::SealedGrant grant;
};

struct WorldOptions {
    std::size_t owners = 3;
    std::size_t rsa_owners = 0;   ///< of these, the first, whose keys are RSA
    std::size_t collections = 1;  ///< of each owner
    std::size_t rows = 20;        ///< of each collection: see `wdbc_rows`
    std::uint64_t minimum_owners = 1;
    bool leave_one_source_out = false;  ///< in the model spec's validation
    std::uint8_t seed = 1;              ///< all randomness of the world follows from it
};

class World {
public:
    explicit World(const WorldOptions& options = {});
    ~World();

    World(const World&) = delete;
    World& operator=(const World&) = delete;

    // What a test may change before the step that uses it.
    protocol::Deployment deployment;
    protocol::test::LedgerState ledger;
    std::vector<Person> owners;
    std::vector<Person> researchers;  ///< one
    std::vector<Collection> collections;
    protocol::RequestDocument document;
    Bytes model_spec;
    protocol::Signed<protocol::DataRequest> request;
    protocol::RequestState on_ledger;  ///< the request as `post` writes it
    protocol::Identity identity;
    std::vector<Bytes> replies;                        ///< every byte that ever left the enclave
    std::vector<protocol::SlotReference> also_proved;  ///< besides what the job looks at
    std::vector<protocol::SlotReference> not_proved;   ///< left out of it

    // Owners.
    Collection make_collection(std::size_t owner, std::vector<Bytes> rows);
    void sign_leaf(Collection& collection);
    /// Signs the grant as it stands and seals the owner's consent share for it.
    void sign_grant(Collection& collection);
    void demand_owners(Collection& collection, std::uint64_t minimum);
    [[nodiscard]] Bytes consent_share(const Collection& collection) const;
    /// Puts all leaves and all grants, as they stand, into batches that the ledger knows.
    void publish();
    void revoke(const Collection& collection);

    // The host, step by step.
    protocol::Reply send(const protocol::Request& request);
    protocol::Reply send_bytes(ByteView request);
    protocol::JobBegun begin();
    [[nodiscard]] protocol::BeginJob begin_message() const;
    [[nodiscard]] protocol::AddCollection offer(std::size_t index) const;
    [[nodiscard]] protocol::AddRecords records(std::size_t index) const;
    void bring(std::size_t index);
    void bring_all();
    protocol::StartProposed propose(Bytes earlier_report = {});
    void post(const protocol::StartProposed& proposed);
    protocol::Trained train();
    void post(const protocol::Trained& trained);
    protocol::Released release();

    /// All of it but the last steps.
    protocol::StartProposed until_started();
    protocol::Trained until_trained();
    protocol::Released until_released();

    /// A proof of every slot the job looks at, in the present block.
    [[nodiscard]] eth::StateProof state() const;

    [[nodiscard]] Bytes proof() const { return eth::encode_state_proof(state()); }

    /// From now on the request demands this approval.
    void demand_approval(const protocol::ApprovalState& given);

    void write_request() { ledger.set_request(request.statement.request_id(), on_ledger); }

    // The enclave's life.
    /// A new process on the same machine, with the sealed state of the old one.
    protocol::Reply restart();
    /// A new process on the same machine, without anything.
    void restart_unprovisioned();
    [[nodiscard]] UnixTime epoch_end() const;
    void let_quotes_fail(bool fail);

    /// Vouches for every owner.
    [[nodiscard]] eth::Address hospital() const;

    // The researcher.
    [[nodiscard]] Result<protocol::ResultBundle> open(
        const protocol::Trained& trained, ByteView ciphertext) const;
    /// What training on these collections' rows gives outside any enclave.
    [[nodiscard]] learning::TrainedModel train_openly(
        const std::vector<std::size_t>& indices) const;

    [[nodiscard]] Entropy& entropy() { return entropy_; }

private:
    class SimulatedPlatform;

    void ask_to_leave_one_source_out();
    void provision();
    void make_people(std::size_t owners, std::size_t rsa_owners);
    void make_request(std::uint64_t minimum_owners);

    crypto::HkdfEntropy entropy_;
    std::unique_ptr<SimulatedPlatform> platform_;
    std::unique_ptr<Service> service_;
    std::vector<Hash256> leaf_hashes_;
    std::vector<Hash256> grant_hashes_;
};

/// `count` rows of examples/wdbc/wdbc.csv, each with the header, in an order that mixes the classes
/// and repeats none.
std::vector<Bytes> wdbc_rows(std::size_t first, std::size_t count);

/// Whether `reply` refuses with `code` and a message that contains `words`.
testing::AssertionResult is_refused(
    const protocol::Reply& reply, Errc code, std::string_view words);

/// The reply of kind T; fails the test when it is another.
template <typename T>
T as(const protocol::Reply& reply) {
    if (const auto* failed = std::get_if<protocol::Failed>(&reply))
        ADD_FAILURE() << "refused: " << failed->error.message;
    return std::get<T>(reply);
}

/// The grants that `proposed` uses, and those it names with a reason for leaving them out.
std::set<protocol::GrantHash> used_grants(const protocol::StartProposed& proposed);
std::string reason_for(const protocol::StartProposed& proposed, const protocol::GrantHash& grant);

}  // namespace theriac::enclave::test
