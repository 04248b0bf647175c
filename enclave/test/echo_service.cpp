// A service that repeats, in place of the product's: with it the entry programs are tested alone.
#include "theriac/enclave/service.hpp"

namespace theriac::enclave {
namespace {

class Echo final : public Service {
public:
    explicit Echo(Platform& platform) : platform_(platform) {}

    /// "quote" and "seal" ask the platform; anything else comes back.
    Bytes handle(ByteView request) override {
        if (as_text(request) == "quote") return platform_.quote({1, 2, 3}).value();
        if (as_text(request) == "seal") return to_bytes(platform_.sealing_key().value().reveal());
        return to_bytes(request);
    }

private:
    Platform& platform_;
};

}  // namespace

std::unique_ptr<Service> make_service(Platform& platform, Entropy& /*entropy*/) {
    return std::make_unique<Echo>(platform);
}

}  // namespace theriac::enclave
