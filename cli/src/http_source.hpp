// One GET after another from one http(s) service, as collateral is fetched.
#pragma once

#include "theriac/net/http_client.hpp"

#include "collateral_sources.hpp"

#include <string>
#include <string_view>

namespace theriac::cli {

class HttpSource {
public:
    static Result<HttpSource> open(const std::string& url, const FetchOptions& options);

    /// The body of what is at `path`, which begins with a slash.
    ///
    /// @return Errc::not_found for status 404, Errc::unavailable for another that is not 200
    Result<Bytes> get(const std::string& path) const;

    /// A body, and the certificates that signed it from the header named.
    struct Signed {
        Bytes body;
        Bytes chain;  ///< PEM; the header has it URL-encoded
    };

    /// @return also Errc::malformed when the header is absent or not URL-encoded
    Result<Signed> get_signed(const std::string& path, const std::string& header) const;

private:
    HttpSource(net::HttpClient client, std::string url)
        : client_(std::move(client)), url_(std::move(url)) {}

    Result<net::HttpResponse> ask(const std::string& path, const std::string& header) const;

    mutable net::HttpClient client_;
    std::string url_;
};

/// Undoes the percent-encoding of RFC 3986. "+" stays.
///
/// @return Errc::malformed for % without two hexadecimal digits
Result<std::string> percent_decode(std::string_view text);

}  // namespace theriac::cli
