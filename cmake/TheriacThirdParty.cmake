# Every library that is not ours is found here and nowhere else. docs/decisions says why each was chosen;
# scripts/packages.txt has the Debian packages that provide them.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)

# Debian has fmt as a shared library only; cmake/fmt.cpp compiles its few extern templates.
find_path(FMT_INCLUDE_DIR fmt/format-inl.h REQUIRED)
add_library(theriac_fmt STATIC "${CMAKE_CURRENT_LIST_DIR}/fmt.cpp")
target_include_directories(theriac_fmt SYSTEM PUBLIC "${FMT_INCLUDE_DIR}")
target_link_libraries(theriac_fmt PRIVATE theriac_options)
set_target_properties(theriac_fmt PROPERTIES CXX_CLANG_TIDY "")
add_library(fmt::fmt ALIAS theriac_fmt)

add_library(OpenSSL::Crypto INTERFACE IMPORTED)  # before FindOpenSSL, which would make it a path; see below
find_package(OpenSSL 3.0 REQUIRED COMPONENTS Crypto)
find_package(nlohmann_json 3.11 REQUIRED)
pkg_check_modules(secp256k1 REQUIRED IMPORTED_TARGET libsecp256k1)
pkg_check_modules(tomcrypt REQUIRED IMPORTED_TARGET libtomcrypt)
pkg_check_modules(seccomp REQUIRED IMPORTED_TARGET libseccomp)

# What the enclave links is named -lcrypto, not by a path: the linker then takes the archive in a program linked
# statically (the enclave, docs/decisions/0702) and the shared library in every other.
set_target_properties(OpenSSL::Crypto PROPERTIES
    INTERFACE_LINK_LIBRARIES crypto INTERFACE_INCLUDE_DIRECTORIES "${OPENSSL_INCLUDE_DIR}")
set_target_properties(PkgConfig::secp256k1 PROPERTIES INTERFACE_LINK_LIBRARIES secp256k1)
set_target_properties(PkgConfig::tomcrypt PROPERTIES INTERFACE_LINK_LIBRARIES tomcrypt)
set_target_properties(PkgConfig::seccomp PROPERTIES INTERFACE_LINK_LIBRARIES seccomp)

pkg_check_modules(yaml REQUIRED IMPORTED_TARGET yaml-0.1)
pkg_check_modules(sqlite3 REQUIRED IMPORTED_TARGET sqlite3)
find_package(CLI11 REQUIRED)
# Debian builds it as a library; its flags decide the layout of its classes.
pkg_check_modules(httplib REQUIRED IMPORTED_TARGET cpp-httplib)

if(THERIAC_BUILD_TESTS)
    find_package(GTest REQUIRED)
    include(GoogleTest)
endif()
if(THERIAC_BUILD_BENCH)
    find_package(benchmark REQUIRED)
    find_package(ZLIB REQUIRED)
endif()
