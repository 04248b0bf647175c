// A service that repeats an operation, in place of the product's: inside the sandbox there is no
// clock, so that who asks takes the time.
#include "theriac/base/byte_reader.hpp"
#include "theriac/enclave/service.hpp"

#include "operations.hpp"

namespace theriac::enclave {
namespace {

class Repeat final : public Service {
public:
    explicit Repeat(Entropy& entropy) : operations_(entropy) {}

    /// One byte of operation, and how often, u32be.
    Bytes handle(ByteView request) override {
        ByteReader reader(request);
        const auto operation = static_cast<bench::Operation>(reader.u8().value());
        operations_.run(operation, reader.u32_be().value());
        return {1};
    }

private:
    bench::Operations operations_;
};

}  // namespace

std::unique_ptr<Service> make_service(Platform& /*platform*/, Entropy& entropy) {
    return std::make_unique<Repeat>(entropy);
}

}  // namespace theriac::enclave
