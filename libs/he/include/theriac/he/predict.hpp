// The server's part: a network on encrypted batches.
#pragma once

#include "theriac/he/batch.hpp"

#include <functional>
#include <string>
#include <vector>

namespace theriac::he {

/// Weights in the order in which the kernels read them; made once for a plan.
class PreparedNetwork {
public:
    explicit PreparedNetwork(const Plan& plan);
    ~PreparedNetwork();
    PreparedNetwork(PreparedNetwork&&) noexcept;
    PreparedNetwork& operator=(PreparedNetwork&&) noexcept;

    struct Layers;

    [[nodiscard]] const Layers& layers() const { return *layers_; }

private:
    std::unique_ptr<Layers> layers_;
};

/// Seconds of processor time, summed over threads, in the order of the work.
struct StepTime {
    std::string name;
    double seconds = 0;
};

struct PredictOptions {
    unsigned threads = 1;
    /// Where the plan floods results: randomness for it.
    Entropy* entropy = nullptr;
    /// Called from any thread with the part that is done, 0 to 1; may be empty.
    std::function<void(double)> progress;
    /// Filled when not null.
    std::vector<StepTime>* times = nullptr;
};

/// Computes the network on each slot. Time and memory depend on the plan alone.
///
/// @return Errc::unauthenticated when batch and keys are of different secret keys; Errc::malformed
///         when the batch has another length than the plan's, or a residue not below its prime
Result<EncryptedResult> predict(
    const PublicPlan& plan,
    const PreparedNetwork& network,
    const Context& context,
    const EvaluationKeys& keys,
    const EncryptedBatch& batch,
    const PredictOptions& options);

}  // namespace theriac::he
