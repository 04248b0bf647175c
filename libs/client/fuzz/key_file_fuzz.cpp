// Invariant: a key file that is read is written in one form, which reads as the same.
#include "theriac/client/keystore_file.hpp"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace theriac;
    const auto read = client::decode_keystore(as_text(ByteView(data, size)));
    if (!read) return 0;
    // PBKDF2 is read, never written.
    if (!std::holds_alternative<crypto::ScryptParameters>(read->kdf)) return 0;
    const std::string text = client::encode(*read);
    const auto again = client::decode_keystore(text);
    if (!again || client::encode(*again) != text) std::abort();
    return 0;
}
