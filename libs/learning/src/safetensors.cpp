#include "theriac/learning/safetensors.hpp"

#include "theriac/base/byte_reader.hpp"
#include "theriac/json/json.hpp"
#include "theriac/json/object_reader.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>

namespace theriac::learning {

namespace {

constexpr std::string_view kMetadata = "__metadata__";
constexpr std::size_t kMaxHeader = std::size_t{1} << 20U;
constexpr std::size_t kDoubleSize = 8;

json::Value header_of(const Safetensors& content) {
    json::Value header = json::Value::object();
    json::Value metadata = json::Value::object();
    for (const auto& [name, text] : content.metadata)
        metadata.set(name, text);
    if (!content.metadata.empty()) header.set(kMetadata, std::move(metadata));
    std::size_t offset = 0;
    for (const auto& [name, values] : content.tensors) {
        const std::size_t end = offset + values.size() * kDoubleSize;
        header.set(
            name,
            json::Value::object(
                {{"dtype", "F64"},
                 {"shape", json::Value::array({values.size()})},
                 {"data_offsets", json::Value::array({offset, end})}}));
        offset = end;
    }
    return header;
}

/// A tensor where the header says it lies, in bytes after the header.
struct Placed {
    std::string name;
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
};

Result<std::uint64_t> whole(
    const json::ObjectReader& r, std::string_view field, const json::Value& value) {
    const auto number = value.as_u64();
    if (!number) return r.refuse(field, "expected whole numbers");
    return *number;
}

Result<Placed> read_entry(const std::string& name, const json::Value& value) {
    json::ObjectReader r(value, name);
    THERIAC_TRY(dtype, r.text("dtype", 16));
    if (dtype != "F64")
        return fail(Errc::unsupported, r.path_of("dtype") + ": only F64 is read, got another");
    THERIAC_TRY(shape, r.array("shape", 1));
    THERIAC_TRY(offsets, r.array("data_offsets", 2));
    THERIAC_CHECK(r.finish());
    if (shape.size() != 1) return r.refuse("shape", "expected one dimension");
    if (offsets.size() != 2) return r.refuse("data_offsets", "expected begin and end");
    THERIAC_TRY(count, whole(r, "shape", shape[0]));
    THERIAC_TRY(begin, whole(r, "data_offsets", offsets[0]));
    THERIAC_TRY(end, whole(r, "data_offsets", offsets[1]));
    if (end < begin || (end - begin) % kDoubleSize != 0 || (end - begin) / kDoubleSize != count)
        return r.refuse("data_offsets", "do not match the shape");
    return Placed{.name = name, .begin = begin, .end = end};
}

Result<std::vector<Placed>> read_entries(const json::Value::Object& header) {
    std::vector<Placed> out;
    for (const auto& [name, value] : header) {
        if (name == kMetadata) continue;
        THERIAC_TRY(entry, read_entry(name, value));
        out.push_back(std::move(entry));
    }
    std::ranges::sort(out, {}, [](const Placed& p) { return std::pair(p.begin, p.end); });
    return out;
}

Result<std::map<std::string, std::string>> read_metadata(const json::Value* value) {
    std::map<std::string, std::string> out;
    if (value == nullptr) return out;
    const json::Value::Object* members = value->as_object();
    if (members == nullptr)
        return fail(Errc::malformed, std::string(kMetadata) + ": expected an object");
    for (const auto& [name, member] : *members) {
        const std::string* text = member.as_text();
        if (text == nullptr)
            return fail(Errc::malformed, std::string(kMetadata) + ": expected texts only");
        out.emplace(name, *text);
    }
    return out;
}

Result<std::vector<double>> read_tensor(ByteReader& data, const Placed& placed) {
    if (placed.begin != data.offset())
        return fail(Errc::malformed, placed.name + ": gap or overlap before this tensor");
    if (placed.end - placed.begin > data.remaining())
        return fail(Errc::malformed, placed.name + ": tensor passes the end of the file");
    std::vector<double> out;
    for (std::uint64_t at = placed.begin; at < placed.end; at += kDoubleSize) {
        THERIAC_TRY(bits, data.u64_le());
        out.push_back(std::bit_cast<double>(bits));
        if (!std::isfinite(out.back()))
            return fail(Errc::malformed, placed.name + ": a value is not finite");
    }
    return out;
}

Result<json::Value> read_header(ByteReader& reader) {
    THERIAC_TRY(size, reader.u64_le());
    if (size > kMaxHeader)
        return fail(
            Errc::too_large,
            "safetensors header of " + std::to_string(size) + " bytes, at most "
                + std::to_string(kMaxHeader) + " are read");
    THERIAC_TRY(bytes, reader.take(size));
    const std::string_view text = as_text(bytes);
    if (!text.starts_with('{'))
        return fail(Errc::malformed, "safetensors header: expected { as its first character");
    return json::parse(text);
}

Result<Safetensors> decode(ByteView bytes) {
    ByteReader reader(bytes);
    THERIAC_TRY(header, read_header(reader));
    THERIAC_TRY(metadata, read_metadata(header.find(kMetadata)));
    THERIAC_TRY(entries, read_entries(*header.as_object()));
    Safetensors out{.tensors = {}, .metadata = std::move(metadata)};
    ByteReader data(reader.rest());
    for (const Placed& entry : entries) {
        THERIAC_TRY(values, read_tensor(data, entry));
        out.tensors.emplace(entry.name, std::move(values));
    }
    THERIAC_CHECK(data.expect_end());
    return out;
}

}  // namespace

Bytes encode_safetensors(const Safetensors& content) {
    std::string header = json::canonical(header_of(content));
    header.append((kDoubleSize - header.size() % kDoubleSize) % kDoubleSize, ' ');
    Bytes out;
    append_u64_le(out, header.size());
    append(out, as_bytes(header));
    for (const auto& [name, values] : content.tensors)
        for (const double value : values)
            append_u64_le(out, std::bit_cast<std::uint64_t>(value));
    return out;
}

Result<Safetensors> decode_safetensors(ByteView bytes, std::size_t max_bytes) {
    if (bytes.size() > max_bytes)
        return fail(
            Errc::too_large,
            "safetensors file of " + std::to_string(bytes.size()) + " bytes, at most "
                + std::to_string(max_bytes) + " are read");
    auto out = decode(bytes);
    if (!out) return fail(with_context("safetensors", std::move(out).error()));
    return out;
}

}  // namespace theriac::learning
