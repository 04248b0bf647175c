// The enclave's process shell with a service that attacks it: for tests only.
#include "hostile_service.hpp"
#include "sandbox/program.hpp"

using namespace theriac;
using namespace theriac::enclave;

namespace {

class NoPlatform final : public Platform {
public:
    Result<Bytes> quote(const std::array<std::uint8_t, 64>&) override {
        return fail(Errc::unavailable, "no platform");
    }

    Result<Secret<32>> sealing_key() override { return fail(Errc::unsupported, "no platform"); }

    [[nodiscard]] std::string_view name() const override { return "probe"; }
};

}  // namespace

int main(int argc, char** argv) {
    return run_program(
        {argv + 1, static_cast<std::size_t>(argc - 1)},
        {.open_platform =
             [] { return Result<std::unique_ptr<Platform>>(std::make_unique<NoPlatform>()); },
         .make_service = [](Platform&, Entropy&) -> std::unique_ptr<Service> {
             return std::make_unique<test::HostileService>();
         }});
}
