#include "theriac/crypto/hash.hpp"
#include "theriac/he/codec.hpp"
#include "theriac/json/json.hpp"
#include "theriac/json/object_reader.hpp"

#include <cmath>
#include <numeric>

namespace theriac::he {
namespace {

constexpr auto kFormat = "theriac/he-plan/v1";

json::Value words(const auto& values) {
    auto out = json::Value::array();
    for (const auto value : values)
        out.push_back(value);
    return out;
}

Result<std::vector<Word>> read_words(
    json::ObjectReader& r, std::string_view field, std::size_t most_count, Word most) {
    THERIAC_TRY(values, r.array(field, most_count));
    std::vector<Word> out;
    for (const json::Value& value : values) {
        const auto number = value.as_u64();
        if (!number || *number > most)
            return r.refuse(field, "expected whole numbers of at most " + std::to_string(most));
        out.push_back(*number);
    }
    return out;
}

Result<void> check_levels(const json::ObjectReader& r, const PublicPlan& plan) {
    const std::size_t drops = plan.squares > 1 ? plan.squares - 1 : 0;
    const std::size_t dropped =
        std::accumulate(plan.dropped.begin(), plan.dropped.end(), std::size_t{0});
    if (plan.dropped.size() != drops || dropped >= plan.chain.size())
        return r.refuse("dropped", "expected a number for each square but the last");
    if (plan.final_primes > plan.chain.size() - dropped)
        return r.refuse("final primes", "more than are left");
    if (plan.input_min > plan.input_max || plan.input_min < -kMaxWeight
        || plan.input_max > kMaxWeight)
        return r.refuse("input max", "expected -32768 <= input min <= input max <= 32768");
    return {};
}

Result<void> check_moduli(const json::ObjectReader& r, const PublicPlan& plan) {
    if (plan.plain_moduli.empty()) return r.refuse("plain moduli", "there is none");
    for (std::size_t i = 0; i < plan.plain_moduli.size(); ++i) {
        THERIAC_CHECK(plan.parameters(i));
        for (std::size_t j = 0; j < i; ++j)
            if (plan.plain_moduli[i] == plan.plain_moduli[j])
                return r.refuse("plain moduli", "two are equal");
    }
    return {};
}

}  // namespace

std::string encode_plan(const PublicPlan& plan) {
    return json::canonical(json::Value::object(
        {{"format", kFormat},
         {"name", plan.name},
         {"degree", plan.degree},
         {"chain", words(plan.chain)},
         {"plain moduli", words(plan.plain_moduli)},
         {"input min", plan.input_min},
         {"input max", plan.input_max},
         {"inputs", plan.inputs},
         {"outputs", plan.outputs},
         {"squares", plan.squares},
         {"dropped", words(plan.dropped)},
         {"final primes", plan.final_primes},
         {"flood bits", plan.flood_bits},
         {"output bound bits", std::log2(plan.output_bound)},
         {"calibrated", plan.calibrated},
         {"network", plan.network.hex()}}));
}

Result<PublicPlan> parse_plan(std::string_view text) {
    THERIAC_TRY(value, json::parse_canonical(text, {.max_bytes = kMaxPlanText}));
    json::ObjectReader r(value, "plan");
    THERIAC_CHECK(r.choice("format", {kFormat}));
    PublicPlan out;
    THERIAC_TRY(name, r.text("name", 200));
    THERIAC_TRY(degree, r.u64("degree", 1024, 32768));
    THERIAC_TRY(chain, read_words(r, "chain", 16, (Word{1} << Modulus::kMaxBits) - 1));
    THERIAC_TRY(plain, read_words(r, "plain moduli", 8, (Word{1} << Modulus::kMaxBits) - 1));
    THERIAC_TRY(input_min, r.i64("input min"));
    THERIAC_TRY(input_max, r.i64("input max"));
    THERIAC_TRY(inputs, r.u64("inputs", 1, kMaxWidth));
    THERIAC_TRY(outputs, r.u64("outputs", 1, kMaxWidth));
    THERIAC_TRY(squares, r.u64("squares", 0, 16));
    THERIAC_TRY(dropped, read_words(r, "dropped", 16, 16));
    THERIAC_TRY(final_primes, r.u64("final primes", 1, 16));
    THERIAC_TRY(flood_bits, r.u64("flood bits", 0, 64));
    THERIAC_TRY(bits, r.number("output bound bits"));
    THERIAC_TRY(calibrated, r.boolean("calibrated"));
    THERIAC_TRY(network, r.fixed<Hash256>("network"));
    THERIAC_CHECK(r.finish());
    if (!(bits >= 0 && bits <= kMaxOutputBits))
        return r.refuse("output bound bits", "expected 0 to 62");
    out = {
        .name = std::move(name),
        .degree = degree,
        .chain = std::move(chain),
        .plain_moduli = std::move(plain),
        .input_min = input_min,
        .input_max = input_max,
        .inputs = inputs,
        .outputs = outputs,
        .squares = squares,
        .dropped = {dropped.begin(), dropped.end()},
        .final_primes = final_primes,
        .flood_bits = static_cast<unsigned>(flood_bits),
        .output_bound = std::exp2(bits),
        .calibrated = calibrated,
        .network = network};
    THERIAC_CHECK(check_levels(r, out));
    THERIAC_CHECK(check_moduli(r, out));
    return out;
}

Hash256 plan_id(const PublicPlan& plan) {
    return crypto::sha256(as_bytes(encode_plan(plan)));
}

}  // namespace theriac::he
