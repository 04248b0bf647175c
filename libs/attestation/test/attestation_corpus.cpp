// attestation_corpus MANIFEST.json: verifies every case of a manifest, prints a line for each thing
// that is not as the manifest says, and a count. Exit status: 0 when all is, 1 when not, 2 when the
// manifest or a file of it cannot be read.
#include "corpus.hpp"
#include <fmt/format.h>

#include <cstdio>
#include <span>

namespace {

int walk(const char* manifest) {
    using namespace theriac::attestation;
    const auto cases = corpus::load(manifest);
    if (!cases) {
        fmt::print(stderr, "attestation_corpus: {}\n", cases.error().message);
        return 2;
    }
    std::size_t wrong = 0;
    for (const corpus::Case& c : *cases) {
        const auto found = corpus::mismatches(c);
        for (const std::string& line : found)
            fmt::print("{}: {}\n", c.id, line);
        wrong += static_cast<std::size_t>(!found.empty());
    }
    fmt::print("{} of {} cases as expected\n", cases->size() - wrong, cases->size());
    return wrong == 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
    const std::span arguments(argv, static_cast<std::size_t>(argc));
    if (arguments.size() == 2) return walk(arguments[1]);
    fmt::print(stderr, "Usage: attestation_corpus MANIFEST.json\n");
    return 2;
}
