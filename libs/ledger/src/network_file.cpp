#include "network_file.hpp"

#include "theriac/json/json.hpp"
#include "theriac/json/object_reader.hpp"

namespace theriac::ledger {

namespace {

using json::ObjectReader;
using json::Value;

constexpr std::string_view kNetworkFormat = "theriac-local-network/1";
constexpr std::string_view kNodeFormat = "theriac-local-node/1";
constexpr std::size_t kMaxFunded = 1'000;
constexpr std::uint64_t kMaxPort = 65'535;

Result<void> expect_format(ObjectReader& r, std::string_view format) {
    THERIAC_TRY(found, r.text("format", 64));
    if (found != format) return r.refuse("format", "expected " + std::string(format));
    return {};
}

Result<FundedAccount> read_funded(ObjectReader& r) {
    THERIAC_TRY(address, r.fixed<eth::Address>("address"));
    THERIAC_TRY(text, r.text("wei", 78));
    auto wei = eth::U256::from_decimal(text);
    if (!wei) return r.refuse("wei", wei.error().message);
    THERIAC_CHECK(r.finish());
    return FundedAccount{.address = address, .wei = *wei};
}

}  // namespace

std::string network_text(const LocalNetwork& network) {
    Value funded = Value::array();
    for (const FundedAccount& account : network.options.funded)
        funded.push_back(
            Value::object({{"address", account.address.hex()}, {"wei", account.wei.decimal()}}));
    return json::pretty(Value::object(
        {{"format", kNetworkFormat},
         {"chain id", network.chain_id},
         {"port", network.port},
         {"gas limit", network.options.gas_limit},
         {"block time", network.options.block_time.count()},
         {"state interval", network.options.state_interval.count()},
         {"funded", funded}}));
}

Result<LocalNetwork> parse_network(std::string_view text) {
    THERIAC_TRY(value, json::parse(text));
    ObjectReader r(value, "network");
    THERIAC_CHECK(expect_format(r, kNetworkFormat));
    THERIAC_TRY(chain_id, r.u64("chain id", 1));
    THERIAC_TRY(port, r.u64("port", 1, kMaxPort));
    THERIAC_TRY(gas_limit, r.u64("gas limit", 1'000'000));
    THERIAC_TRY(block_time, r.u64("block time", 1, 3'600));
    THERIAC_TRY(state_interval, r.u64("state interval", 1, 3'600));
    THERIAC_TRY(funded, r.objects("funded", kMaxFunded));
    THERIAC_CHECK(r.finish());
    LocalNetwork network{
        .chain_id = chain_id,
        .port = static_cast<std::uint16_t>(port),
        .options = {
            .funded = {},
            .gas_limit = gas_limit,
            .block_time = std::chrono::seconds(block_time),
            .state_interval = std::chrono::seconds(state_interval)}};
    for (ObjectReader& one : funded) {
        THERIAC_TRY(account, read_funded(one));
        network.options.funded.push_back(account);
    }
    return network;
}

std::string node_text(const RunningNode& node) {
    return json::pretty(Value::object(
        {{"format", kNodeFormat},
         {"process", node.process.pid},
         {"start ticks", node.process.start_ticks},
         {"url", node.url.text()},
         {"chain id", node.chain_id}}));
}

Result<RunningNode> parse_node(std::string_view text) {
    THERIAC_TRY(value, json::parse(text));
    ObjectReader r(value, "node");
    THERIAC_CHECK(expect_format(r, kNodeFormat));
    THERIAC_TRY(pid, r.u64("process", 1, 0x7fffffff));
    THERIAC_TRY(ticks, r.u64("start ticks"));
    THERIAC_TRY(url_text, r.text("url", net::kMaxUrlSize));
    THERIAC_TRY(url, net::parse_url(url_text));
    THERIAC_TRY(chain_id, r.u64("chain id", 1));
    THERIAC_CHECK(r.finish());
    return RunningNode{
        .process = {.pid = static_cast<pid_t>(pid), .start_ticks = ticks},
        .url = url,
        .chain_id = chain_id};
}

}  // namespace theriac::ledger
