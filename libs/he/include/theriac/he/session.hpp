// A plan with contexts and keys, on either side.
#pragma once

#include "theriac/he/bgv.hpp"
#include "theriac/he/plan.hpp"

#include <memory>
#include <vector>

namespace theriac::he {

/// One context for each plaintext modulus of a plan.
class Session {
public:
    /// @return what `Parameters::make` returns for an impossible plan
    static Result<Session> open(PublicPlan plan, InstructionSet set = best_instruction_set());

    [[nodiscard]] const PublicPlan& plan() const { return plan_; }

    [[nodiscard]] std::size_t moduli() const { return contexts_.size(); }

    [[nodiscard]] const Context& context(std::size_t modulus) const { return *contexts_[modulus]; }

private:
    PublicPlan plan_;
    std::vector<std::unique_ptr<Context>> contexts_;
};

/// A client's secret keys, one for each plaintext modulus, out of 32 bytes.
class ClientKey {
public:
    static ClientKey generate(const Session& session, Entropy& entropy);
    ClientKey(const Session& session, const Secret<32>& seed);

    [[nodiscard]] const Secret<32>& seed() const { return seed_; }

    [[nodiscard]] const SecretKey& key(std::size_t modulus) const { return keys_[modulus]; }

private:
    Secret<32> seed_;
    std::vector<SecretKey> keys_;
};

/// What the server gets once.
std::vector<EvaluationKeys> make_server_keys(const Session& session, const ClientKey& key);

}  // namespace theriac::he
