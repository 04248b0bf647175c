// Networks of every form that docs/formats/he-network.md has, drawn at random and small.
#pragma once

#include "network_support.hpp"

#include <optional>
#include <string>

namespace theriac::he {

/// Draws one network after the other from `entropy`.
class RandomNetworks {
public:
    explicit RandomNetworks(Entropy& entropy) : entropy_(entropy) {}

    /// Vectors or pictures; convolutions over one or several channels, pooling, dense layers, one
    /// or two between squares; up to `most_squares` of them, perhaps first or last; units without a
    /// weight.
    std::string layered(std::size_t most_squares) {
        layers_.clear();
        maps_ = 1;
        height_ = chance(2) ? 1 : 2 * between(1, 3);
        width_ = height_ == 1 ? between(1, 9) : 2 * between(1, 3);
        const std::size_t inputs = height_ * width_;
        const std::size_t squares = between(0, most_squares);
        most_ = static_cast<std::int64_t>(between(1, squares > 1 ? 3 : 9));
        if (squares > 0 && chance(8)) append(R"({"kind":"square"})");
        for (std::size_t square = layers_.empty() ? 0 : 1; square < squares; ++square) {
            linear();
            append(R"({"kind":"square"})");
        }
        if (layers_.empty() || !chance(8)) last();
        const auto [least, most] = range();
        return fmt::format(
            R"({{"format":"theriac/he-network/v1","name":"random","input min":{},"input max":{},"inputs":{},"layers":[{}]}})",
            least,
            most,
            inputs,
            layers_);
    }

    /// The form for pictures of 28 x 28, with other widths, maps and ranges than the paper's.
    std::string picture() {
        most_ = static_cast<std::int64_t>(between(1, 15));
        const std::size_t maps = between(1, 3);
        const std::size_t hidden = between(1, 8);
        const std::size_t outputs = between(1, 10);
        return fmt::format(
            R"({{"name":"random","pixel_max":{},"conv_w":{},"conv_b":{},"fc1_w":{},"fc1_b":{},"fc2_w":{},"fc2_b":{}}})",
            between(1, 7),
            rows(maps, 25),
            row(maps),
            rows(hidden, maps * 169),
            row(hidden),
            rows(outputs, hidden),
            row(outputs));
    }

private:
    std::size_t between(std::size_t least, std::size_t most) {
        return least + static_cast<std::size_t>(random_word(entropy_) % (most - least + 1));
    }

    bool chance(std::size_t one_in) { return between(1, one_in) == 1; }

    std::int64_t weight() {
        return static_cast<std::int64_t>(between(0, static_cast<std::size_t>(2 * most_))) - most_;
    }

    std::string row(std::size_t count, bool dead = false) {
        std::string out;
        for (std::size_t i = 0; i < count; ++i)
            out += (i == 0 ? "" : ",") + std::to_string(dead ? 0 : weight());
        return "[" + out + "]";
    }

    /// Every sixth unit is dead.
    std::string rows(std::size_t count, std::size_t width) {
        std::string out;
        for (std::size_t i = 0; i < count; ++i)
            out += (i == 0 ? "" : ",") + row(width, chance(6));
        return "[" + out + "]";
    }

    void append(const std::string& layer) { layers_ += (layers_.empty() ? "" : ",") + layer; }

    void dense(std::size_t outputs) {
        append(fmt::format(
            R"({{"kind":"dense","weights":{},"bias":{}}})",
            rows(outputs, maps_ * height_ * width_),
            row(outputs)));
        maps_ = 1;
        height_ = 1;
        width_ = outputs;
    }

    void convolution() {
        const std::size_t maps = between(1, 3);
        const std::size_t before = between(0, 1);
        const std::size_t after = between(0, 1);
        const std::size_t kernel = between(1, std::min<std::size_t>(3, std::min(height_, width_)));
        const std::size_t stride = between(1, 2);
        append(fmt::format(
            R"({{"kind":"convolution","channels":{},"height":{},"width":{},"kernel":{},"stride":{},"pad before":{},"pad after":{},"weights":{},"bias":{}}})",
            maps_,
            height_,
            width_,
            kernel,
            stride,
            before,
            after,
            rows(maps, maps_ * kernel * kernel),
            row(maps)));
        maps_ = maps;
        height_ = (height_ + before + after - kernel) / stride + 1;
        width_ = (width_ + before + after - kernel) / stride + 1;
    }

    void pooling() {
        append(fmt::format(
            R"({{"kind":"sum pooling","maps":{},"height":{},"width":{},"size":2}})",
            maps_,
            height_,
            width_));
        height_ /= 2;
        width_ /= 2;
    }

    void one_linear() {
        if (height_ == 1)
            dense(between(1, 6));
        else
            convolution();
        if (height_ % 2 == 0 && width_ % 2 == 0 && chance(2)) pooling();
    }

    void linear() {
        one_linear();
        if (chance(3)) one_linear();
    }

    void last() {
        if (chance(3)) one_linear();
        dense(between(1, 4));
    }

    std::pair<int, int> range() {
        switch (between(0, 4)) {
            case 0:
                return {0, 1};
            case 1:
                return {-3, 3};
            case 2:
                return {0, 15};
            case 3:
                return {-8, -1};
            default:
                return {2, 2};
        }
    }

    Entropy& entropy_;
    std::string layers_;
    std::size_t maps_ = 1;
    std::size_t height_ = 1;
    std::size_t width_ = 1;
    std::int64_t most_ = 1;
};

}  // namespace theriac::he
