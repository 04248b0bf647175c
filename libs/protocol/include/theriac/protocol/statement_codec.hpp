// Signed statements as bytes: the statement's members in the order of its EIP-712 type, then the
// signature. docs/formats/statements.md, "As bytes".
#pragma once

#include "theriac/base/bytes.hpp"
#include "theriac/eth/rlp.hpp"
#include "theriac/protocol/statements.hpp"

namespace theriac::protocol {

/// Writes one list. For every statement type of statements.hpp.
template <typename Statement>
void encode(eth::rlp::Encoder& to, const Signed<Statement>& signed_statement);

/// Reads one list. The signature is not checked.
///
/// @return Errc::malformed or Errc::too_large, naming the field
template <typename Statement>
Result<Signed<Statement>> decode_signed(eth::rlp::ListReader from);

/// Bytes of one signed statement on its own at most.
inline constexpr std::size_t kMaxSignedStatement = 4096;

template <typename Statement>
Bytes encode(const Signed<Statement>& signed_statement) {
    eth::rlp::Encoder to;
    encode(to, signed_statement);
    return std::move(to).take();
}

template <typename Statement>
Result<Signed<Statement>> decode_signed(std::string_view what, ByteView bytes) {
    THERIAC_TRY(from, eth::rlp::ListReader::open(what, bytes, kMaxSignedStatement));
    return decode_signed<Statement>(std::move(from));
}

}  // namespace theriac::protocol
