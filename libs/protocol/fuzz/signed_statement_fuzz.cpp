// Invariant: bytes that decode as a signed statement are its only encoding; hashing it never fails.
// The first byte chooses the type.
#include "theriac/protocol/statement_codec.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

using namespace theriac;

template <typename Statement>
void check(ByteView bytes) {
    const auto read = protocol::decode_signed<Statement>("statement", bytes);
    if (!read) return;
    if (!std::ranges::equal(protocol::encode(*read), bytes)) std::abort();
    if (read->statement.statement_hash().is_zero()) std::abort();
}

constexpr std::array kChecks = {
    check<protocol::Registration>,
    check<protocol::CollectionLeaf>,
    check<protocol::Grant>,
    check<protocol::Revocation>,
    check<protocol::DataRequest>,
    check<protocol::Cancellation>,
    check<protocol::Acknowledgement>,
    check<protocol::Complaint>,
    check<protocol::Review>,
    check<protocol::StartCommitment>,
    check<protocol::ResultStatement>,
    check<protocol::InstanceRegistration>};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    kChecks.at(data[0] % kChecks.size())(ByteView(data, size).subspan(1));
    return 0;
}
