#include "theriac/storage/blob_service.hpp"

#include "theriac/base/test/temporary_directory.hpp"
#include "theriac/storage/atomic_file.hpp"
#include "theriac/storage/file_blob_store.hpp"
#include "theriac/storage/http_blob_store.hpp"

#include <gtest/gtest.h>

namespace theriac::storage {
namespace {

using theriac::test::TemporaryDirectory;

struct World {
    explicit World(net::HttpServerOptions options = {})
        : files(FileBlobStore::open(dir.path()).value()),
          service(BlobService::start(files, std::move(options)).value()),
          remote(net::HttpClient::create(service.url()).value()) {}

    int status(net::Method method, const std::string& path) {
        auto client = net::HttpClient::create(service.url()).value();
        return client.send({.method = method, .path = path}).value().status;
    }

    TemporaryDirectory dir;
    FileBlobStore files;
    BlobService service;
    HttpBlobStore remote;
};

TEST(blob_service, blob_goes_there_and_back) {
    World world;
    const Bytes blob(2'500'000, 3);
    const BlobAddress address = world.remote.put(blob).value();
    EXPECT_EQ(world.remote.get(address, blob.size()).value(), blob);
    EXPECT_EQ(world.files.get(address, blob.size()).value(), blob);
    EXPECT_TRUE(world.remote.has(address).value());
}

TEST(blob_service, absent_blob_is_not_found) {
    World world;
    EXPECT_EQ(world.remote.get(BlobAddress(), 10).error().code, Errc::not_found);
    EXPECT_FALSE(world.remote.has(BlobAddress()).value());
}

TEST(blob_service, damaged_blob_is_unauthenticated_at_the_client) {
    World world;
    const BlobAddress address = world.remote.put(Bytes{1, 2, 3}).value();
    ASSERT_TRUE(write_file_atomic(world.files.path_of(address), Bytes{1, 2, 4}));
    EXPECT_EQ(world.remote.get(address, 10).error().code, Errc::unauthenticated);
}

TEST(blob_service, lying_service_is_unauthenticated_at_the_client) {
    const auto liar = net::HttpServer::start({}, [](const net::ServerRequest&) {
                          return net::text_response(200, "other bytes");
                      }).value();
    HttpBlobStore store(net::HttpClient::create(liar.url()).value());
    const Error error = store.get(BlobAddress(), 100).error();
    EXPECT_EQ(error.code, Errc::unauthenticated);
    EXPECT_NE(error.message.find(liar.url().text()), std::string::npos);
}

TEST(blob_service, service_that_names_another_address_is_unauthenticated) {
    const auto liar = net::HttpServer::start({}, [](const net::ServerRequest&) {
                          return net::text_response(201, BlobAddress().hex() + "\n");
                      }).value();
    HttpBlobStore store(net::HttpClient::create(liar.url()).value());
    EXPECT_EQ(store.put(Bytes{1}).error().code, Errc::unauthenticated);
}

TEST(blob_service, too_large_blob_is_refused_in_both_directions) {
    World world({.max_request = 100});
    EXPECT_EQ(world.remote.put(Bytes(101)).error().code, Errc::too_large);
    const BlobAddress address = world.files.put(Bytes(101)).value();
    EXPECT_EQ(world.remote.get(address, 100).error().code, Errc::too_large);
}

TEST(blob_service, removal_is_refused_unless_offered) {
    World world;
    const BlobAddress address = world.remote.put(Bytes{1, 2, 3}).value();
    EXPECT_EQ(world.remote.remove(address).error().code, Errc::unsupported);
    EXPECT_TRUE(world.remote.has(address).value());
}

TEST(blob_service, offered_removal_forgets_the_blob_and_absent_ones_are_no_error) {
    const TemporaryDirectory dir;
    FileBlobStore files = FileBlobStore::open(dir.path()).value();
    const auto service = BlobService::start(files, {}, Removal::offered).value();
    HttpBlobStore remote(net::HttpClient::create(service.url()).value());
    const BlobAddress address = remote.put(Bytes{1, 2, 3}).value();
    EXPECT_TRUE(remote.remove(address));
    EXPECT_EQ(remote.get(address, 10).error().code, Errc::not_found);
    EXPECT_TRUE(remote.remove(address));
}

TEST(blob_service, absent_service_is_unavailable) {
    World world;
    world.service.stop();
    EXPECT_EQ(world.remote.put(Bytes{1}).error().code, Errc::unavailable);
}

TEST(blob_service, other_paths_and_methods_are_refused) {
    World world;
    const BlobAddress address = world.remote.put(Bytes{1}).value();
    const std::string digits = to_hex(address.view());
    EXPECT_EQ(world.status(net::Method::get, "/v1/blobs/" + digits), 200);
    const std::vector<std::string> others = {
        "/",
        "/v1/blobs/",
        "/v1/blobs/0x" + digits,
        "/v2/blobs/" + digits,
        "/v1/blobs/" + digits + "0",
        "/v1/blobs//" + digits.substr(1),
        "/v1/blobs/" + std::string(64, 'G'),
        "/v1/blobs/" + std::string(64, 'A'),
        "/v1/blobs/../../etc/passwd"};
    for (const std::string& path : others)
        EXPECT_EQ(world.status(net::Method::get, path), 404) << path;
    EXPECT_EQ(world.status(net::Method::del, "/v1/blobs/" + digits), 405);
    EXPECT_EQ(world.status(net::Method::get, "/v1/blobs"), 405);
}

TEST(blob_service, method_not_offered_is_answered_with_those_that_are) {
    World world;
    const std::string path = blob_path(world.remote.put(Bytes{1}).value());
    auto client = net::HttpClient::create(world.service.url()).value();
    using net::Method;
    for (const Method method : {Method::post, Method::put, Method::del, Method::patch}) {
        const auto answer = client.send({.method = method, .path = path}).value();
        EXPECT_EQ(answer.status, 405) << name(method);
        EXPECT_EQ(answer.allow, "GET, HEAD") << name(method);
    }
    for (const Method method : {Method::get, Method::post, Method::del, Method::options}) {
        const auto answer = client.send({.method = method, .path = "/v1/blobs"}).value();
        EXPECT_EQ(answer.status, 405) << name(method);
        EXPECT_EQ(answer.allow, "PUT") << name(method);
    }
}

TEST(blob_service, head_says_what_get_would) {
    World world;
    const BlobAddress address = world.remote.put(Bytes(1234)).value();
    const auto head = [&] {
        auto client = net::HttpClient::create(world.service.url()).value();
        return client.send({.method = net::Method::head, .path = blob_path(address)}).value();
    };
    EXPECT_EQ(head().status, 200);
    EXPECT_EQ(head().content_type, "application/octet-stream");
    EXPECT_TRUE(head().body.empty());
    ASSERT_TRUE(write_file_atomic(world.files.path_of(address), Bytes{1, 2, 4}));
    EXPECT_EQ(head().status, 502);
}

/// The example of docs/formats/blob-service.md.
TEST(blob_service_vectors, address_and_path_of_abc) {
    const BlobAddress address = crypto::blob_address(as_bytes("abc"));
    EXPECT_EQ(
        blob_path(address),
        "/v1/blobs/609f6e36d2405585188d5cfd761f407c7cc46a7d3f314c88270469dde315fcd1");
    EXPECT_EQ(parse_blob_path(blob_path(address)).value(), address);
}

}  // namespace
}  // namespace theriac::storage
