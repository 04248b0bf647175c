#include "theriac/lab/experiment.hpp"

#include "theriac/json/json.hpp"
#include "theriac/lab/yaml.hpp"

#include "settings.hpp"
#include <fmt/format.h>

namespace theriac::lab {

using json::Value;

namespace {

struct Axis {
    std::string path;
    std::vector<Value> values;
};

/// Sets "gossip.participants" inside `object`; the objects on the way must be there.
Result<void> set_path(Value& object, std::string_view path, const Value& value) {
    const std::size_t dot = path.find('.');
    const std::string_view name = path.substr(0, dot);
    if (dot == std::string_view::npos) {
        object.set(name, value);
        return {};
    }
    const Value* found = object.find(name);
    Value inner = found == nullptr ? Value::object() : *found;
    if (inner.kind() != json::Kind::object)
        return fail(Errc::malformed, "expected an object at " + std::string(name));
    THERIAC_CHECK(set_path(inner, path.substr(dot + 1), value));
    object.set(name, std::move(inner));
    return {};
}

Result<std::vector<Axis>> read_axes(const Value& file) {
    std::vector<Axis> out;
    const Value* sweep = file.find("sweep");
    if (sweep == nullptr) return out;
    const Value::Object* axes = sweep->as_object();
    constexpr std::size_t kMaxAxes = 4;
    if (axes == nullptr || axes->empty() || axes->size() > kMaxAxes)
        return fail(Errc::malformed, "sweep: expected one to four paths with lists of values");
    std::size_t points = 1;
    for (const auto& [path, values] : *axes) {
        const Value::Array* list = values.as_array();
        if (list == nullptr || list->empty())
            return fail(Errc::malformed, "sweep." + path + ": expected a list of values");
        points *= list->size();
        if (points > kMaxPoints)
            return fail(Errc::too_large, fmt::format("sweep: more than {} points", kMaxPoints));
        if (path == "experiment" || path == "seed" || path == "runs" || path == "sweep")
            return fail(Errc::malformed, "sweep." + path + ": cannot be varied");
        out.push_back({path, *list});
    }
    return out;
}

Result<std::vector<Point>> expand(const Value& base, const std::vector<Axis>& axes) {
    std::vector<Point> out = {{{}, base}};
    for (const Axis& axis : axes) {
        std::vector<Point> next;
        for (const Point& point : out) {
            for (const Value& value : axis.values) {
                Point one = point;
                THERIAC_CHECK(set_path(one.settings, axis.path, value));
                one.varied.emplace_back(axis.path, value);
                next.push_back(std::move(one));
            }
        }
        out = std::move(next);
    }
    return out;
}

std::string describe(const Point& point) {
    std::string out = "at";
    for (const auto& [path, value] : point.varied)
        out += " " + path + "=" + json::canonical(value);
    return out;
}

}  // namespace

Result<Experiment> Experiment::parse(std::string_view text) {
    THERIAC_TRY(file, parse_yaml(text, {kMaxExperimentBytes, 32, 200'000}));
    if (file.kind() != json::Kind::object)
        return fail(Errc::malformed, "expected an object with experiment: …");
    json::ObjectReader head(file, "");
    Experiment out;
    THERIAC_TRY(kind, head.text("experiment", 50));
    out.kind_ = kind;
    THERIAC_TRY(title, head.optional_text("title", 200));
    out.title_ = title.value_or(kind);
    THERIAC_TRY(seed, whole_or(head, "seed", 1, 0, ~std::uint64_t{0}));
    out.seed_ = seed;
    THERIAC_TRY(runs, whole_or(head, "runs", 1, 1, kMaxRuns));
    out.runs_ = runs;
    THERIAC_TRY(axes, read_axes(file));
    Value::Object base = *file.as_object();
    base.erase("sweep");
    THERIAC_TRY(points, expand(Value(std::move(base)), axes));
    if (points.size() * runs > kMaxRuns)
        return fail(
            Errc::too_large,
            fmt::format(
                "sweep: {} points of {} runs are more than {}", points.size(), runs, kMaxRuns));
    for (const Point& point : points) {
        auto settings = read_settings(point.settings);
        if (!settings && point.varied.empty()) return fail(settings.error());
        if (!settings) return fail(with_context(describe(point), settings.error()));
    }
    out.points_ = std::move(points);
    return out;
}

std::string Experiment::x_path() const {
    for (const auto& [path, value] : points_.front().varied) {
        if (value.kind() == json::Kind::number) return path;
    }
    return {};
}

}  // namespace theriac::lab
