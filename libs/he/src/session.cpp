#include "theriac/he/session.hpp"

#include "theriac/base/byte_reader.hpp"
#include "theriac/crypto/hkdf.hpp"

namespace theriac::he {
namespace {

Secret<32> seed_of(const Secret<32>& master, std::size_t modulus) {
    Bytes info = to_bytes(as_bytes("theriac/he/client-key/v1"));
    append_u32_le(info, static_cast<std::uint32_t>(modulus));
    return crypto::hkdf_sha256_key(master.reveal(), {}, info);
}

}  // namespace

Result<Session> Session::open(PublicPlan plan, InstructionSet set) {
    Session out;
    for (std::size_t i = 0; i < plan.plain_moduli.size(); ++i) {
        THERIAC_TRY(parameters, plan.parameters(i));
        out.contexts_.push_back(std::make_unique<Context>(std::move(parameters), set));
    }
    out.plan_ = std::move(plan);
    return out;
}

ClientKey ClientKey::generate(const Session& session, Entropy& entropy) {
    Secret<32> seed;
    entropy.fill(seed.fill());
    return {session, seed};
}

ClientKey::ClientKey(const Session& session, const Secret<32>& seed) : seed_(seed.clone()) {
    for (std::size_t i = 0; i < session.moduli(); ++i)
        keys_.emplace_back(session.context(i), seed_of(seed_, i));
}

std::vector<EvaluationKeys> make_server_keys(const Session& session, const ClientKey& key) {
    std::vector<EvaluationKeys> out;
    for (std::size_t i = 0; i < session.moduli(); ++i)
        out.push_back(make_evaluation_keys(session.context(i), key.key(i)));
    return out;
}

}  // namespace theriac::he
