#include "lending.hpp"

#include "theriac/json/json.hpp"
#include "theriac/storage/atomic_file.hpp"

namespace theriac::cli {

namespace {

constexpr std::size_t kMaxTable = std::size_t{256} << 20U;
constexpr std::size_t kMaxSchema = std::size_t{1} << 20U;

}  // namespace

Result<learning::Schema> read_schema(const std::string& file) {
    THERIAC_TRY(text, storage::read_file(file, kMaxSchema));
    auto value = json::parse(as_text(text));
    if (!value) return fail(with_context(file, std::move(value).error()));
    auto schema = learning::Schema::from_json(*value);
    if (!schema) return fail(with_context(file, std::move(schema).error()));
    return schema;
}

Result<SecretBytes> read_table(const std::string& file) {
    THERIAC_TRY(csv, storage::read_file(file, kMaxTable));
    return SecretBytes(std::move(csv));
}

Result<client::TrustedEnclave> choose_enclave(const OpenProfile& open, const std::string& named) {
    if (!named.empty()) {
        THERIAC_TRY(address, eth::parse_address(named));
        return client::check_enclave(open.views(), open.store(), address, system_time());
    }
    return client::find_enclave(open.views(), open.store(), system_time());
}

}  // namespace theriac::cli
