// theriac result verify: what files alone can show.
#include "theriac/client/result_proof.hpp"
#include "theriac/json/json.hpp"
#include "theriac/storage/atomic_file.hpp"

#include "result_proof_file.hpp"

#include <algorithm>

namespace theriac::cli {

namespace {

using client::OfflineCheck;
using client::Outcome;
using json::Value;
namespace fs = std::filesystem;

constexpr std::size_t kMaxNetworkFile = std::size_t{8} << 20U;
constexpr std::size_t kMaxFile = std::size_t{64} << 20U;

struct VerifyOptions {
    std::string directory;
    std::string network;
};

Result<client::Network> read_network(const Runtime& runtime, const std::string& file) {
    if (file.empty()) {
        THERIAC_TRY(profile, open_public(runtime.common));
        return profile.network();
    }
    THERIAC_TRY(text, storage::read_file(file, kMaxNetworkFile));
    auto network = client::decode_network(as_text(text));
    if (!network) return fail(with_context(file, std::move(network).error()));
    return network;
}

// The card is not believed yet: a name leads to a file of this directory or nowhere.
std::vector<std::string> names_in(const Value& card) {
    std::vector<std::string> out = {"model_card.json", "model_card.sig"};
    const Value* files = card.find("files");
    if (files == nullptr || files->as_object() == nullptr) return out;
    for (const auto& [name, address] : *files->as_object()) {
        if (fs::path(name).filename() == name && !name.starts_with('.')) out.push_back(name);
    }
    return out;
}

struct Files {
    protocol::ResultBundle bundle;
    std::vector<OfflineCheck> notes;
};

void note_others(
    const fs::path& directory,
    const std::vector<std::string>& names,
    std::vector<OfflineCheck>& out) {
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(directory, error)) {
        const std::string name = entry.path().filename().string();
        if (name == kProofFile || std::ranges::find(names, name) != names.end()) continue;
        out.push_back(
            {name, Outcome::not_checked, "the card does not name it: nobody vouches for it"});
    }
}

Result<Files> read_files(const fs::path& directory) {
    THERIAC_TRY(text, storage::read_file(directory / "model_card.json", kMaxFile));
    auto card = json::parse(as_text(text));
    if (!card)
        return fail(
            with_context((directory / "model_card.json").string(), std::move(card).error()));
    const std::vector<std::string> names = names_in(*card);
    Files out;
    for (const std::string& name : names) {
        auto content = storage::read_file(directory / name, kMaxFile);
        if (content)
            out.bundle.files.push_back({name, *std::move(content)});
        else if (content.error().code == Errc::not_found)
            out.notes.push_back({name, Outcome::not_checked, "the card names it, it is not here"});
        else
            return fail(std::move(content).error());
    }
    note_others(directory, names, out.notes);
    return out;
}

std::string_view word(Outcome outcome) {
    switch (outcome) {
        case Outcome::holds:
            return "holds";
        case Outcome::fails:
            return "FAILS";
        case Outcome::not_checked:
            return "not checked";
    }
    return "";
}

Result<void> tell(const Runtime& runtime, const std::vector<OfflineCheck>& checks) {
    Value::Array rows;
    std::string failure;
    for (const OfflineCheck& check : checks) {
        const std::string detail = json::to_utf8_lossy(check.detail);
        runtime.output().line(
            std::string(word(check.outcome)) + ": " + json::to_utf8_lossy(check.what)
            + (detail.empty() ? "" : " (" + detail + ")"));
        rows.push_back(Value::object({
            {"what", json::to_utf8_lossy(check.what)},
            {"outcome", word(check.outcome)},
            {"detail", detail},
        }));
        if (check.outcome == Outcome::fails && failure.empty())
            failure = check.what + " does not hold: " + check.detail;
    }
    if (!failure.empty()) return fail(Errc::unauthenticated, failure);
    runtime.output().result(Value::object({{"checks", std::move(rows)}}));
    return {};
}

Result<void> verify(Runtime& runtime, const VerifyOptions& options) {
    const fs::path directory = options.directory;
    THERIAC_TRY(network, read_network(runtime, options.network));
    THERIAC_TRY(bytes, storage::read_file(directory / kProofFile, client::ResultProof::kMaxBytes));
    auto proof = client::decode_result_proof(bytes);
    if (!proof)
        return fail(with_context((directory / kProofFile).string(), std::move(proof).error()));
    THERIAC_TRY(files, read_files(directory));
    auto checks = client::verify_offline(*proof, files.bundle, network);
    checks.insert(checks.end(), files.notes.begin(), files.notes.end());
    return tell(runtime, checks);
}

}  // namespace

void add_result_verify_command(CLI::App& result, Runtime& runtime) {
    const auto verified = declare<VerifyOptions>(
        result,
        runtime,
        {"verify",
         "Check a model's files, without ledger, store or key, and say what that leaves open",
         "theriac result verify --network network.json --directory model",
         Needs::profile},
        verify);
    verified.command
        ->add_option("--directory", verified.options->directory, "As `result fetch` wrote it")
        ->required();
    verified.command->add_option(
        "--network",
        verified.options->network,
        "Whose word to trust: network.json; default: the profile's");
}

}  // namespace theriac::cli
