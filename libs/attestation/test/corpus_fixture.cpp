#include "corpus_fixture.hpp"

#include <algorithm>
#include <cstdlib>
#include <stdexcept>

namespace theriac::attestation::corpus {
namespace {

std::string environment(const char* variable, const std::string& otherwise) {
    const char* value = std::getenv(variable);
    return value == nullptr ? otherwise : value;
}

}  // namespace

std::filesystem::path public_folder() {
    const std::filesystem::path source = environment("THERIAC_SOURCE_DIR", ".");
    const std::filesystem::path shared =
        environment("THERIAC_SHARED_DIR", (source / "../shared").string());
    return shared / "attestation/public";
}

bool present() {
    return std::filesystem::exists(public_folder() / "manifest.json");
}

const std::vector<Case>& all() {
    static const std::vector<Case> kCases = load(public_folder() / "manifest.json").value();
    return kCases;
}

const Case& find(const std::string& id) {
    const auto at = std::ranges::find(all(), id, &Case::id);
    if (at == all().end()) throw std::runtime_error("no case " + id);
    return *at;
}

Bytes read_public(const std::string& path) {
    return read_file(public_folder() / path).value();
}

}  // namespace theriac::attestation::corpus
