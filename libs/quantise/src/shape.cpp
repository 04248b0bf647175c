#include "theriac/quantise/shape.hpp"

namespace theriac::quantise {

namespace {

using json::ObjectReader;

Result<std::int32_t> read_weight_most(ObjectReader& r) {
    THERIAC_TRY(most, r.u64("weight most", 1, 4095));
    return static_cast<std::int32_t>(most);
}

Result<LayerShape> read_dense(ObjectReader& r, Extent in) {
    THERIAC_TRY(outputs, r.u64("outputs", 1, kMaxValues));
    THERIAC_TRY(most, read_weight_most(r));
    return LayerShape{
        .kind = LayerKind::dense,
        .in = in,
        .out = {.maps = 1, .height = 1, .width = outputs},
        .weight_most = most};
}

Result<LayerShape> read_convolution(ObjectReader& r, Extent in) {
    THERIAC_TRY(maps, r.u64("maps", 1, 1024));
    THERIAC_TRY(kernel, r.u64("kernel", 1, 64));
    THERIAC_TRY(stride, r.u64("stride", 1, 64));
    THERIAC_TRY(before, r.u64("pad before", 0, 63));
    THERIAC_TRY(after, r.u64("pad after", 0, 63));
    THERIAC_TRY(most, read_weight_most(r));
    if (kernel > in.height + before + after || kernel > in.width + before + after)
        return r.refuse("kernel", "is larger than the picture and its zeros");
    const auto steps = [&](std::size_t extent) {
        return (extent + before + after - kernel) / stride + 1;
    };
    return LayerShape{
        .kind = LayerKind::convolution,
        .in = in,
        .out = {.maps = maps, .height = steps(in.height), .width = steps(in.width)},
        .kernel = kernel,
        .stride = stride,
        .pad_before = before,
        .pad_after = after,
        .weight_most = most};
}

Result<LayerShape> read_pooling(ObjectReader& r, Extent in) {
    THERIAC_TRY(size, r.u64("size", 1, 64));
    if (in.height % size != 0 || in.width % size != 0)
        return r.refuse("size", "the windows must fill the maps");
    return LayerShape{
        .kind = LayerKind::mean_pooling,
        .in = in,
        .out = {.maps = in.maps, .height = in.height / size, .width = in.width / size},
        .kernel = size,
        .stride = size};
}

Result<LayerShape> read_layer(ObjectReader& r, Extent in) {
    THERIAC_TRY(kind, r.choice("kind", {"dense", "convolution", "mean pooling", "square"}));
    if (kind == "dense") return read_dense(r, in);
    if (kind == "convolution") return read_convolution(r, in);
    if (kind == "mean pooling") return read_pooling(r, in);
    return LayerShape{.kind = LayerKind::square, .in = in, .out = in};
}

}  // namespace

std::string_view name(LayerKind kind) {
    switch (kind) {
        case LayerKind::dense:
            return "dense";
        case LayerKind::convolution:
            return "convolution";
        case LayerKind::mean_pooling:
            return "mean pooling";
        default:
            return "square";
    }
}

std::size_t LayerShape::weights() const {
    if (kind == LayerKind::dense) return in.size() * out.size();
    if (kind == LayerKind::convolution) return out.maps * in.maps * kernel * kernel;
    return 0;
}

std::size_t LayerShape::biases() const {
    if (kind == LayerKind::dense) return out.size();
    return kind == LayerKind::convolution ? out.maps : 0;
}

Result<std::vector<LayerShape>> read_shapes(
    ObjectReader& spec, std::string_view field, Extent inputs) {
    THERIAC_TRY(readers, spec.objects(field, kMaxLayers));
    std::vector<LayerShape> out;
    for (ObjectReader& r : readers) {
        THERIAC_TRY(shape, read_layer(r, out.empty() ? inputs : out.back().out));
        THERIAC_CHECK(r.finish());
        if (shape.out.size() > kMaxValues)
            return fail(Errc::too_large, r.path() + ": gives more than 16384 values");
        out.push_back(shape);
    }
    if (out.empty() || !out.back().has_weights())
        return spec.refuse(field, "the last must be dense or a convolution");
    return out;
}

}  // namespace theriac::quantise
