# Language, warnings, sanitizers: one interface target that every target of ours links.
set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)

if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
    set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
endif()

find_program(THERIAC_CCACHE ccache)
if(THERIAC_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${THERIAC_CCACHE}")
    set(CMAKE_C_COMPILER_LAUNCHER "${THERIAC_CCACHE}")
endif()

add_library(theriac_options INTERFACE)
target_compile_options(theriac_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion
    $<$<COMPILE_LANGUAGE:CXX>:-Wmissing-declarations>
    # Floating point must give the same bits whatever the compiler fuses.
    -ffp-contract=off
    # A path of the build machine in an assertion or a debug section would make builds differ.
    "-ffile-prefix-map=${CMAKE_SOURCE_DIR}=."
    -fstack-protector-strong)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    # False alarms on `"text" + string` when optimising: https://gcc.gnu.org/PR105329, PR105651.
    target_compile_options(theriac_options INTERFACE -Wno-restrict)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND NOT CMAKE_BUILD_TYPE STREQUAL "Debug")
    # GCC 12's flow analysis takes moves out of std::expected for uninitialised or overlong reads when it optimises;
    # clang's analysis and the sanitizers, which have no such false alarms, look for the same faults.
    target_compile_options(theriac_options INTERFACE
        -Wno-maybe-uninitialized -Wno-stringop-overflow -Wno-stringop-overread -Wno-array-bounds)
endif()
if(THERIAC_WARNINGS_AS_ERRORS)
    target_compile_options(theriac_options INTERFACE -Werror)
endif()
if(THERIAC_VERIFY)
    target_compile_definitions(theriac_options INTERFACE THERIAC_VERIFY=1)
endif()
if(THERIAC_SANITIZE)
    target_compile_options(theriac_options INTERFACE
        -fsanitize=${THERIAC_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(theriac_options INTERFACE -fsanitize=${THERIAC_SANITIZE})
    # Instrumented, GCC no longer sees that a shifted byte is not negative and warns of its sign. The plain
    # builds keep the warning.
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND THERIAC_SANITIZE MATCHES "undefined")
        target_compile_options(theriac_options INTERFACE -Wno-sign-conversion)
    endif()
elseif(CMAKE_BUILD_TYPE STREQUAL "Release")
    target_compile_definitions(theriac_options INTERFACE _FORTIFY_SOURCE=2)
endif()
if(THERIAC_COVERAGE)
    target_compile_options(theriac_options INTERFACE --coverage)
    target_link_options(theriac_options INTERFACE --coverage)
endif()
if(THERIAC_BUILD_FUZZ)
    target_compile_options(theriac_options INTERFACE -fsanitize=fuzzer-no-link)
endif()
