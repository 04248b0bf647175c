#include "theriac/learning/network.hpp"

#include "theriac/base/result.hpp"

#include "forward.hpp"

namespace theriac::learning {

std::string_view name(Activation activation) {
    return activation == Activation::relu ? "relu" : "tanh";
}

double score(const Network& network, std::span<const double> row) {
    THERIAC_EXPECTS(!network.layers.empty() && row.size() == network.layers[0].inputs);
    SecretDoubles in(row.begin(), row.end());
    SecretDoubles out;
    for (std::size_t l = 0; l < network.layers.size(); ++l) {
        apply(network.layers[l], in, out);
        if (l + 1 < network.layers.size()) activate(network.activation, out);
        std::swap(in, out);
    }
    return in[0];
}

}  // namespace theriac::learning
