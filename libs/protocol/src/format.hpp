// What our RLP formats share: a list that begins with the format's name.
#pragma once

#include "theriac/eth/rlp.hpp"

#include <string_view>
#include <vector>

namespace theriac::protocol {

/// A list of `name` and whatever `write(encoder)` writes.
template <typename Write>
Bytes encode_format(std::string_view name, Write write) {
    eth::rlp::Encoder to;
    to.list([&] {
        to.text(name);
        write(to);
    });
    return std::move(to).take();
}

/// Opens such a list and checks its name; `what` is how errors call it.
///
/// @return Errc::too_large, Errc::malformed; Errc::unsupported for another format's name
inline Result<eth::rlp::ListReader> open_format(
    std::string_view what, std::string_view name, ByteView bytes, std::size_t max_bytes) {
    THERIAC_TRY(from, eth::rlp::ListReader::open(what, bytes, max_bytes));
    THERIAC_TRY(found, from.text("format", 64));
    if (found != name)
        return fail(
            Errc::unsupported,
            std::string(what) + ": expected format " + std::string(name) + ", got \"" + found
                + "\"");
    return from;
}

/// Fields of one list at most; lists of unknown length are read by name, with their own limit.
inline constexpr std::size_t kMaxFields = 64;

/// A list of at most `max` lists, each read by `decode(ListReader) -> Result<T>`.
template <typename T, typename Decode>
Result<std::vector<T>> decode_list(
    eth::rlp::ListReader& from, std::string_view name, std::size_t max, Decode decode) {
    THERIAC_TRY(list, from.list(name, max));
    std::vector<T> out;
    out.reserve(list.remaining());
    while (!list.at_end()) {
        THERIAC_TRY(inner, list.list({}, kMaxFields));
        THERIAC_TRY(value, decode(std::move(inner)));
        out.push_back(std::move(value));
    }
    return out;
}

}  // namespace theriac::protocol
