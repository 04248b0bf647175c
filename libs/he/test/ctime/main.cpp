// Runs what touches keys and messages with them marked as undefined memory. Under valgrind's
// memcheck every branch and every address that depends on one is an error. `he_ctime control`
// branches on a secret on purpose: a check that does not fail there checks nothing. Valgrind has no
// AVX-512, so this sees the portable and the AVX2 kernels.
#include "theriac/he/bgv.hpp"

#include "../toy_parameters.hpp"
#include <valgrind/memcheck.h>

#include <algorithm>
#include <cstdio>
#include <string_view>

namespace theriac::he {
namespace {

/// Random bytes that valgrind takes for undefined.
class HiddenEntropy final : public Entropy {
public:
    void fill(MutableByteView bytes) override {
        system_.fill(bytes);
        VALGRIND_MAKE_MEM_UNDEFINED(bytes.data(), bytes.size());
    }

private:
    SystemEntropy system_;
};

void show(const void* memory, std::size_t size) {
    VALGRIND_MAKE_MEM_DEFINED(memory, size);
}

void show(const Polynomial& x) {
    show(x.words().data(), x.words().size() * sizeof(Word));
}

SecretKey hidden_key(const Context& context) {
    Secret<32> seed;
    std::ranges::fill(seed.fill(), std::uint8_t{7});
    VALGRIND_MAKE_MEM_UNDEFINED(seed.reveal().data(), 32);
    SecretKey key(context, seed);
    show(&key.id(), sizeof(KeyId));
    return key;
}

void all_of(InstructionSet set) {
    const Context context(ToyParameters::small(ToyParameters::Special::one), set);
    const SecretKey key = hidden_key(context);
    HiddenEntropy entropy;
    EvaluationKeys keys = make_evaluation_keys(context, key);
    for (const auto& part : keys.relinearisation.b)
        show(part);
    show(keys.public_key.b);
    std::vector<std::int64_t> slots(16, 5);
    VALGRIND_MAKE_MEM_UNDEFINED(slots.data(), slots.size() * sizeof(std::int64_t));
    const Plaintext message = encode(context, slots);
    const Ciphertext by_public = encrypt(context, keys.public_key, message, entropy);
    Secret<32> public_seed;  // its expansion is public, and rejects
    SystemEntropy public_entropy;
    public_entropy.fill(public_seed.fill());
    SeededCiphertext seeded = encrypt(context, key, message, public_entropy);
    show(seeded.body);
    const Ciphertext ciphertext = expand(context, seeded);
    const Plaintext back = decrypt(context, key, ciphertext).value();
    auto values = decode(context, back);
    show(values.data(), values.size() * sizeof(std::int64_t));
    std::printf(
        "%s: decrypted %lld\n", std::string(name(set)).c_str(), static_cast<long long>(values[0]));
}

int branch_on_a_secret() {
    const Context context(ToyParameters::small(ToyParameters::Special::none));
    const SecretKey key = hidden_key(context);
    return key.coefficients()[0] == 1 ? 1 : 2;
}

}  // namespace
}  // namespace theriac::he

int main(int argc, char** argv) {
    using namespace theriac::he;
    if (argc > 1 && std::string_view(argv[1]) == "control") {
        if (branch_on_a_secret() == 1) std::puts("branched");
        return 0;
    }
    if (RUNNING_ON_VALGRIND == 0) {
        std::fputs("he_ctime: run me under valgrind\n", stderr);
        return 2;
    }
    for (const auto set : {InstructionSet::portable, InstructionSet::avx2})
        if (available(set)) all_of(set);
    return 0;
}
