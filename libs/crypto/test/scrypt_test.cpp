#include "scrypt.hpp"

#include "support.hpp"
#include <gtest/gtest.h>
#include <openssl/evp.h>

namespace theriac::crypto {
namespace {

std::string key(
    std::string_view password, std::string_view salt, const ScryptParameters& parameters) {
    Bytes out(64);
    scrypt(as_bytes(password), as_bytes(salt), parameters, out);
    return to_hex(out);
}

// RFC 7914, section 12.
TEST(scrypt, vectors_of_rfc_7914) {
    EXPECT_EQ(
        key("", "", {.n = 16, .r = 1, .p = 1}),
        "77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442"
        "fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906");
    EXPECT_EQ(
        key("password", "NaCl", {.n = 1024, .r = 8, .p = 16}),
        "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162"
        "2eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640");
}

TEST(scrypt, agrees_with_openssl) {
    for (const ScryptParameters& parameters :
         {ScryptParameters{.n = 2, .r = 1, .p = 1},
          ScryptParameters{.n = 8, .r = 3, .p = 2},
          ScryptParameters{.n = 512, .r = 7, .p = 3},
          kScryptLight}) {
        Bytes ours(32);
        Bytes theirs(32);
        scrypt(as_bytes("pass"), as_bytes("salt"), parameters, ours);
        ASSERT_EQ(
            EVP_PBE_scrypt(
                "pass",
                4,
                as_bytes("salt").data(),
                4,
                parameters.n,
                parameters.r,
                parameters.p,
                0,
                theirs.data(),
                theirs.size()),
            1);
        EXPECT_EQ(ours, theirs) << parameters.n;
    }
}

TEST(pbkdf2, vectors_of_rfc_7914) {
    Bytes out(64);
    pbkdf2_sha256(as_bytes("passwd"), as_bytes("salt"), 1, out);
    EXPECT_EQ(
        to_hex(out),
        "55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc"
        "49ca9cccf179b645991664b39d77ef317c71b845b1e30bd509112041d3a19783");
}

}  // namespace
}  // namespace theriac::crypto
