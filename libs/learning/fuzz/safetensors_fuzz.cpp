// Invariant: what is read has one encoding, which reads to the same.
#include "theriac/learning/model_result.hpp"
#include "theriac/learning/safetensors.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace theriac;
    const auto content = learning::decode_safetensors({data, size});
    if (!content) return 0;
    const auto again = learning::decode_safetensors(learning::encode_safetensors(*content));
    THERIAC_EXPECTS(again.has_value() && *again == *content);
    static_cast<void>(learning::model_from_safetensors({data, size}));
    return 0;
}
