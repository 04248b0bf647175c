#include "theriac/lab/consortium.hpp"

#include "theriac/lab/experiment.hpp"
#include "theriac/lab/yaml.hpp"

#include "settings.hpp"
#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace theriac::lab {

using consensus::NodeId;
using json::ObjectReader;

namespace {

constexpr std::size_t kMaxInstitutions = 200;
constexpr std::size_t kMaxName = 100;

/// The names as they stand, before all institutions are known.
struct Draft {
    std::vector<std::vector<std::string>> trusts;  ///< empty: the default list
    std::vector<std::string> default_list;
};

Result<Institution> read_institution(ObjectReader& one, Draft& draft) {
    Institution out;
    THERIAC_TRY(name, one.text("name", kMaxName));
    if (name.empty()) return one.refuse("name", "expected a name");
    out.name = name;
    THERIAC_TRY(region, one.text("region", kMaxName));
    out.region = region;
    THERIAC_TRY(collusion, number_or(one, "collusion", 0.05, 0, 1));
    out.collusion = collusion;
    THERIAC_TRY(down, number_or(one, "down", 0.01, 0, 1));
    out.down = down;
    draft.trusts.emplace_back();
    if (one.has("trusts")) {
        THERIAC_TRY(trusts, one.texts("trusts", kMaxInstitutions, kMaxName));
        if (trusts.empty()) return one.refuse("trusts", "expected at least one name");
        draft.trusts.back() = std::move(trusts);
    }
    THERIAC_CHECK(one.finish());
    return out;
}

Result<std::vector<NodeId>> resolve(
    const std::vector<Institution>& all,
    const std::vector<std::string>& names,
    const std::string& field) {
    std::vector<NodeId> out;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto found = std::ranges::find(all, names[i], &Institution::name);
        if (found == all.end())
            return fail(
                Errc::malformed, json::element_path(field, i) + ": no institution has this name");
        out.push_back(static_cast<NodeId>(found - all.begin()));
    }
    return out;
}

Result<void> resolve_trust(Consortium& consortium, const Draft& draft) {
    auto& all = consortium.institutions;
    std::vector<NodeId> usual(all.size());
    std::iota(usual.begin(), usual.end(), 0U);
    if (!draft.default_list.empty()) {
        THERIAC_TRY(listed, resolve(all, draft.default_list, "default_unl"));
        usual = std::move(listed);
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
        all[i].trusts = usual;
        if (!draft.trusts[i].empty()) {
            const std::string field = json::element_path("institutions", i) + ".trusts";
            THERIAC_TRY(listed, resolve(all, draft.trusts[i], field));
            all[i].trusts = std::move(listed);
        }
        all[i].trusts.push_back(static_cast<NodeId>(i));
        std::ranges::sort(all[i].trusts);
        const auto repeated = std::ranges::unique(all[i].trusts);
        all[i].trusts.erase(repeated.begin(), repeated.end());
    }
    return {};
}

/// Whether everybody is reached when trust is taken to go both ways.
bool hangs_together(const std::vector<Institution>& all) {
    std::vector<bool> reached(all.size());
    std::vector<NodeId> todo = {0};
    reached[0] = true;
    while (!todo.empty()) {
        const NodeId at = todo.back();
        todo.pop_back();
        for (NodeId other = 0; other < all.size(); ++other) {
            const bool linked = std::ranges::binary_search(all[at].trusts, other)
                                || std::ranges::binary_search(all[other].trusts, at);
            if (!linked || reached[other]) continue;
            reached[other] = true;
            todo.push_back(other);
        }
    }
    return std::ranges::all_of(reached, [](bool r) { return r; });
}

Result<void> place(Consortium& consortium) {
    for (std::size_t i = 0; i < consortium.institutions.size(); ++i) {
        const auto region = consortium.network.regions.find(consortium.institutions[i].region);
        if (!region)
            return fail(
                Errc::malformed,
                json::element_path("institutions", i) + ".region: no region has this name");
        consortium.network.region_of.push_back(static_cast<std::uint8_t>(*region));
    }
    return {};
}

Result<void> read_numbers(ObjectReader& root, Consortium& out) {
    THERIAC_TRY(title, root.optional_text("title", 200));
    out.title = title.value_or("Consortium");
    THERIAC_TRY(seed, whole_or(root, "seed", 1, 0, ~std::uint64_t{0}));
    out.seed = seed;
    THERIAC_TRY(runs, whole_or(root, "runs", 20, 1, 1000));
    out.runs = static_cast<std::uint32_t>(runs);
    THERIAC_TRY(risk, number_or(root, "largest_risk", out.largest_risk, 1e-12, 1));
    out.largest_risk = risk;
    THERIAC_TRY(period, number_or(root, "block_period_ms", 1000, 1, 1e6));
    out.block_period_ms = period;
    THERIAC_TRY(bytes, whole_or(root, "block_bytes", 0, 0, 10'000'000));
    out.block_bytes = static_cast<std::uint32_t>(bytes);
    return {};
}

Result<void> read_links(ObjectReader& root, Consortium& out) {
    out.network.regions = consensus::world_regions();
    THERIAC_TRY(network, root.optional_object("network"));
    if (!network) return {};
    THERIAC_TRY(loss, number_or(*network, "loss", 0, 0, 1));
    out.network.loss = consensus::Chance::of(loss);
    THERIAC_TRY(jitter, number_or(*network, "jitter", 0, 0, 1));
    out.network.jitter = consensus::Chance::of(jitter);
    THERIAC_TRY(uplink, number_or(*network, "uplink_mbit_s", 0, 0.001, 1e6));
    out.network.uplink = static_cast<std::uint64_t>(uplink * 1e6 / 8);
    return network->finish();
}

}  // namespace

Result<Consortium> Consortium::parse(std::string_view text) {
    THERIAC_TRY(file, parse_yaml(text, {kMaxExperimentBytes, 16, 100'000}));
    ObjectReader root(file, "");
    Consortium out;
    THERIAC_CHECK(read_numbers(root, out));
    THERIAC_CHECK(read_links(root, out));
    Draft draft;
    THERIAC_TRY(institutions, root.objects("institutions", kMaxInstitutions));
    if (institutions.empty()) return root.refuse("institutions", "expected at least one");
    for (ObjectReader& one : institutions) {
        THERIAC_TRY(institution, read_institution(one, draft));
        if (std::ranges::find(out.institutions, institution.name, &Institution::name)
            != out.institutions.end())
            return one.refuse("name", "another institution has this name");
        out.institutions.push_back(std::move(institution));
    }
    if (root.has("default_unl")) {
        THERIAC_TRY(listed, root.texts("default_unl", kMaxInstitutions, kMaxName));
        if (listed.empty()) return root.refuse("default_unl", "expected at least one name");
        draft.default_list = std::move(listed);
    }
    THERIAC_CHECK(root.finish());
    THERIAC_CHECK(resolve_trust(out, draft));
    THERIAC_CHECK(place(out));
    if (!hangs_together(out.institutions))
        return root.refuse(
            "institutions", "trust lists fall into parts that never hear of each other");
    return out;
}

}  // namespace theriac::lab
