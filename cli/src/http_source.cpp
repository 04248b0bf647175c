#include "http_source.hpp"

#include <fmt/format.h>

#include <charconv>

namespace theriac::cli {

Result<std::string> percent_decode(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        if (text.front() != '%') {
            out += text.front();
            text.remove_prefix(1);
            continue;
        }
        unsigned value = 0;
        const std::string_view digits = text.substr(1, 2);
        const char* const end = digits.data() + digits.size();
        const auto [stopped, error] = std::from_chars(digits.data(), end, value, 16);
        if (digits.size() != 2 || error != std::errc() || stopped != end)
            return fail(Errc::malformed, "expected two hexadecimal digits after %");
        out += static_cast<char>(value);
        text.remove_prefix(3);
    }
    return out;
}

Result<HttpSource> HttpSource::open(const std::string& url, const FetchOptions& options) {
    THERIAC_TRY(parsed, net::parse_url(url, net::Tls::accept));
    if (parsed.path.ends_with('/')) parsed.path.pop_back();
    net::HttpClientOptions settings;
    settings.reach = net::Reach::anywhere;
    settings.connect_timeout = options.timeout;
    settings.read_timeout = options.timeout;
    settings.deadline = options.timeout;
    settings.max_response = attestation::kMaxCollateralPartSize;
    settings.tls_roots = options.tls_roots;
    THERIAC_TRY(client, net::HttpClient::create(std::move(parsed), std::move(settings)));
    return HttpSource(std::move(client), url);
}

Result<net::HttpResponse> HttpSource::ask(
    const std::string& path, const std::string& header) const {
    THERIAC_TRY(
        response,
        client_.send(
            {.method = net::Method::get,
             .path = path,
             .repeat = net::Repeat::idempotent,
             .header = header}));
    if (response.status == 200) return response;
    return fail(
        response.status == 404 ? Errc::not_found : Errc::unavailable,
        fmt::format("{}{}: HTTP status {}", url_, path, response.status));
}

Result<Bytes> HttpSource::get(const std::string& path) const {
    THERIAC_TRY(response, ask(path, {}));
    return std::move(response.body);
}

Result<HttpSource::Signed> HttpSource::get_signed(
    const std::string& path, const std::string& header) const {
    THERIAC_TRY(response, ask(path, header));
    auto chain = percent_decode(response.asked_header);
    if (!chain || chain->empty())
        return fail(
            Errc::malformed,
            fmt::format(
                "{}{}: expected certificates in the header {}, got {}",
                url_,
                path,
                header,
                chain ? "none" : chain.error().message));
    return Signed{.body = std::move(response.body), .chain = to_bytes(as_bytes(*chain))};
}

}  // namespace theriac::cli
