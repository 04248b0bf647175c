// Trains a quantised network on pictures in idx files, as libs/he/bench/he_mnist_bench reads it.
//
//   he_train_pictures --training FILE --images FILE --labels FILE --network FILE
//                     [--test-images FILE --test-labels FILE] [--name TEXT] [--seed HEX]
//                     [--count N]
//
// The training spec's "inputs" are the picture's height and width, and `most`: a pixel p becomes
// p * most / 255, rounded to the nearest, ties to even, and stands for p / 255 times `spread`.
#include "theriac/base/bytes.hpp"
#include "theriac/quantise/fit.hpp"

#include "mnist_files.hpp"
#include "pictures.hpp"
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <map>
#include <string>

namespace theriac::quantise {
namespace {

using he::bench::Pictures;
using Options = std::map<std::string, std::string, std::less<>>;

Result<Options> read_options(int argc, char** argv) {
    Options out = {{"name", "pictures"}, {"seed", std::string(64, '0')}, {"count", "0"}};
    for (int i = 1; i < argc; i += 2) {
        const std::string flag = argv[i];
        if (!flag.starts_with("--") || i + 1 == argc)
            return fail(Errc::invalid_argument, "unexpected " + flag);
        out[flag.substr(2)] = argv[i + 1];
    }
    for (const auto* needed : {"training", "images", "labels", "network"})
        if (!out.contains(needed))
            return fail(Errc::invalid_argument, std::string("--") + needed + " is missing");
    return out;
}

Samples samples_of(const Pictures& pictures, const Bytes& labels, std::int32_t most) {
    Samples out{.inputs = pictures.size, .values = {}, .labels = {}};
    out.labels.assign(labels.begin(), labels.begin() + static_cast<std::ptrdiff_t>(pictures.count));
    out.values.reserve(pictures.pixels.size());
    for (std::size_t i = 0; i < pictures.count * pictures.size; ++i)
        out.values.push_back(
            static_cast<std::int16_t>(he::bench::quantised(pictures.pixels[i], most)));
    return out;
}

Result<Samples> read_samples(
    const std::string& images, const std::string& labels, std::int32_t most, std::size_t count) {
    THERIAC_TRY(pictures, he::bench::read_pictures(images));
    THERIAC_TRY(classes, he::bench::read_labels(labels));
    if (classes.size() != pictures.count)
        return fail(Errc::invalid_argument, "images and labels do not belong together");
    if (count > 0) pictures.count = std::min(pictures.count, count);
    return samples_of(pictures, classes, most);
}

double accuracy(const he::Network& network, const Samples& samples) {
    std::size_t right = 0;
    for (std::size_t e = 0; e < samples.count(); ++e) {
        const auto in = samples.example(e);
        const auto outputs = he::evaluate(network, std::vector<std::int64_t>(in.begin(), in.end()));
        const auto best = std::ranges::max_element(outputs) - outputs.begin();
        if (best == samples.labels[e]) ++right;
    }
    return static_cast<double>(right) / static_cast<double>(samples.count());
}

Result<void> run(const Options& options) {
    THERIAC_TRY(text, he::bench::read_text(options.at("training")));
    THERIAC_TRY(spec, TrainingSpec::parse(text));
    THERIAC_TRY(seed, Hash256::from_hex(options.at("seed")));
    const InputGrid grid{
        .least = 0, .most = spec.inputs().most, .step = spec.inputs().spread / spec.inputs().most};
    THERIAC_TRY(
        samples,
        read_samples(
            options.at("images"),
            options.at("labels"),
            grid.most,
            static_cast<std::size_t>(std::stoul(options.at("count")))));
    THERIAC_TRY(shapes, spec.shapes(samples.inputs));
    THERIAC_TRY(
        fit,
        fit_quantised(
            samples,
            spec,
            shapes,
            grid,
            learning::Random(seed.array(), 0),
            [](const EpochReport& at) {
                fmt::print(
                    stderr,
                    "epoch {}/{}{}: loss {:.4f}\n",
                    at.epoch,
                    at.epochs,
                    at.quantised ? ", whole numbers" : "",
                    at.loss);
            }));
    const auto picture = picture_network_text(fit.network, options.at("name"));
    std::ofstream(options.at("network"))
        << (picture ? *picture : network_text(fit.network, options.at("name")));
    fmt::print("largest output over all inputs: 2^{:.2f}\n", std::log2(fit.worst_output));
    if (!options.contains("test-images") || !options.contains("test-labels")) return {};
    THERIAC_TRY(
        test, read_samples(options.at("test-images"), options.at("test-labels"), grid.most, 0));
    THERIAC_TRY(network, executable(fit.network, options.at("name")));
    fmt::print("right on the test pictures: {:.4f}\n", accuracy(network, test));
    return {};
}

}  // namespace
}  // namespace theriac::quantise

int main(int argc, char** argv) {
    using namespace theriac;
    const auto options = quantise::read_options(argc, argv);
    const auto status = options ? quantise::run(*options) : fail(options.error());
    if (status) return 0;
    std::fputs(("he_train_pictures: " + status.error().message + "\n").c_str(), stderr);
    return exit_code(status.error().code);
}
