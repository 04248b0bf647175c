// Invariant: a path that is accepted is the one spelling of its address, and no request to the
// service but a good one is answered with 200.
#include "theriac/storage/blob_service.hpp"

namespace {

class EmptyStore final : public theriac::storage::BlobStore {
public:
    theriac::Result<bool> has(const theriac::storage::BlobAddress&) override { return false; }

private:
    theriac::Result<void> store(const theriac::storage::BlobAddress&, theriac::ByteView) override {
        return {};
    }

    theriac::Result<theriac::Bytes> fetch(
        const theriac::storage::BlobAddress&, std::size_t) override {
        return theriac::fail(theriac::Errc::not_found, "empty");
    }

    std::string place_of(const theriac::storage::BlobAddress&) const override { return "nowhere"; }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace theriac;
    const std::string_view path = as_text({data, size});
    const auto address = storage::parse_blob_path(path);
    THERIAC_EXPECTS(!address || storage::blob_path(*address) == path);
    EmptyStore store;
    for (const auto method : {net::Method::get, net::Method::head, net::Method::del}) {
        const auto answer = storage::answer_blob_request(store, {.method = method, .path = path});
        THERIAC_EXPECTS(answer.status >= 400);
    }
    return 0;
}
