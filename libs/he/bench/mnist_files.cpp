#include "mnist_files.hpp"

#include "theriac/base/byte_reader.hpp"

#include <zlib.h>

#include <array>
#include <memory>

namespace theriac::he::bench {
namespace {

struct Close {
    void operator()(gzFile file) const { gzclose(file); }
};

/// The whole file; zlib hands plain files through.
Result<Bytes> read_all(const std::string& path) {
    const std::unique_ptr<gzFile_s, Close> file(gzopen(path.c_str(), "rb"));
    if (file == nullptr) return fail(Errc::not_found, "cannot open " + path);
    Bytes out;
    std::array<std::uint8_t, 65536> piece{};
    int got = 0;
    while ((got = gzread(file.get(), piece.data(), piece.size())) > 0)
        append(out, ByteView(piece).first(static_cast<std::size_t>(got)));
    if (got < 0) return fail(Errc::io, "cannot read " + path);
    return out;
}

}  // namespace

Result<Pictures> read_pictures(const std::string& path) {
    THERIAC_TRY(bytes, read_all(path));
    ByteReader reader(bytes);
    THERIAC_TRY(magic, reader.u32_be());
    THERIAC_TRY(count, reader.u32_be());
    THERIAC_TRY(rows, reader.u32_be());
    THERIAC_TRY(columns, reader.u32_be());
    const std::size_t size = std::size_t{rows} * columns;
    if (magic != 0x803 || size == 0 || reader.remaining() != size * count)
        return fail(Errc::malformed, path + " holds no idx pictures");
    return Pictures{.count = count, .size = size, .pixels = to_bytes(reader.rest())};
}

Result<Bytes> read_labels(const std::string& path) {
    THERIAC_TRY(bytes, read_all(path));
    ByteReader reader(bytes);
    THERIAC_TRY(magic, reader.u32_be());
    THERIAC_TRY(count, reader.u32_be());
    if (magic != 0x801 || reader.remaining() != count)
        return fail(Errc::malformed, path + " holds no idx labels");
    return to_bytes(reader.rest());
}

Result<std::string> read_text(const std::string& path) {
    THERIAC_TRY(bytes, read_all(path));
    return std::string(as_text(bytes));
}

}  // namespace theriac::he::bench
