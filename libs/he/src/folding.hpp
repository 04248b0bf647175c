// Makes a network alternate between linear layers and squares.
#pragma once

#include "theriac/he/network.hpp"

namespace theriac::he {

/// Takes layers in order; multiplies neighbouring linear ones into one, and puts the identity
/// before a first, between two neighbouring and after a last square.
class NetworkFolder {
public:
    explicit NetworkFolder(std::size_t inputs) : width_(inputs) {}

    /// @return Errc::malformed when the widths differ; Errc::too_large when a product's weights
    /// pass
    ///         kMaxWeight
    Result<void> add(LinearLayer layer);
    Result<void> square();

    [[nodiscard]] std::vector<LinearLayer> layers() &&;

private:
    std::size_t width_;
    bool linear_is_open_ = false;
    std::vector<LinearLayer> layers_;
};

/// second * first, with rows grouped by their inputs again.
Result<LinearLayer> multiplied(const LinearLayer& second, const LinearLayer& first);

}  // namespace theriac::he
