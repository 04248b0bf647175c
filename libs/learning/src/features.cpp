#include "theriac/learning/features.hpp"

namespace theriac::learning {

std::vector<DesignColumn> design_columns(const ModelSpec& spec) {
    std::vector<DesignColumn> out;
    for (std::size_t feature = 0; feature < spec.features().size(); ++feature) {
        const Column& column = spec.schema().columns()[spec.features()[feature]];
        if (column.kind != ColumnKind::category)
            out.push_back(
                {.name = column.name, .unit = column.unit, .feature = feature, .level = {}});
        for (std::size_t level = 1; level < column.levels.size(); ++level)
            out.push_back(
                {.name = column.name + "=" + column.levels[level],
                 .unit = "1",
                 .feature = feature,
                 .level = level});
        if (spec.missing_indicator() && may_be_missing(column))
            out.push_back(
                {.name = column.name + " is missing",
                 .unit = "1",
                 .feature = feature,
                 .level = {},
                 .is_missing = true});
    }
    return out;
}

double encode(const DesignColumn& column, double value) {
    if (column.is_missing) return is_missing(value) ? 1.0 : 0.0;
    if (!column.level || is_missing(value)) return value;
    return value == static_cast<double>(*column.level) ? 1.0 : 0.0;
}

}  // namespace theriac::learning
