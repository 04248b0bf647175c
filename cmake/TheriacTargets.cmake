# theriac_library(crypto DEPENDS base THIRD_PARTY OpenSSL::Crypto SOURCES src/aead.cpp ...)
#   makes target theriac_crypto with alias theriac::crypto. DEPENDS are our own libraries, public;
#   THIRD_PARTY is private: no header of ours includes a header of theirs (fmt apart, which base exports).
#
# theriac_test(crypto SOURCES test/aead_test.cpp ... [DEPENDS more libraries] [LABEL unit] [THREADS])
#   makes crypto_tests; CTest names are crypto/<suite>.<test>. THREADS says that the tested code starts threads or
#   is called by several; its label is unit_threads. ThreadSanitizer runs these tests: elsewhere it could find nothing.
#
# theriac_bench(crypto SOURCES bench/aead_bench.cpp ...)   makes crypto_bench.
#
# theriac_ctime(crypto SOURCES ctime/curve_ctime.cpp ...)
#   with THERIAC_BUILD_CTIME makes one program, which marks secrets as undefined memory, and runs it under
#   valgrind as the test crypto/ctime: a branch or an address that depends on a secret is then an error.
#
# theriac_fuzz(crypto SOURCES fuzz/aead_fuzz.cpp ...)
#   makes one program per file. With THERIAC_BUILD_FUZZ it is a libFuzzer target; otherwise, with tests on,
#   it replays its seed corpus fuzz/corpus/<name>/ and a fixed set of mutations of it as an ordinary unit test.
#
# Groups, to build no more than one needs: programs, unit_tests, threaded_tests (part of unit_tests), e2e_tests (with
# the programs), slow_tests, ctime_tests, benchmarks. A test's LABEL decides its group; theriac_program(theriac ...) adds to programs.

foreach(group IN ITEMS programs unit_tests threaded_tests e2e_tests slow_tests ctime_tests benchmarks)
    add_custom_target(${group})
endforeach()
add_dependencies(e2e_tests programs)

function(theriac_library name)
    cmake_parse_arguments(ARG "" "" "DEPENDS;THIRD_PARTY;SOURCES" ${ARGN})
    add_library(theriac_${name} STATIC ${ARG_SOURCES})
    add_library(theriac::${name} ALIAS theriac_${name})
    target_include_directories(theriac_${name} PUBLIC include PRIVATE src)
    foreach(dependency IN LISTS ARG_DEPENDS)
        target_link_libraries(theriac_${name} PUBLIC theriac::${dependency})
    endforeach()
    target_link_libraries(theriac_${name} PRIVATE ${ARG_THIRD_PARTY} theriac_options)
endfunction()

# For programs and tests: our libraries by short name, then anything else.
function(theriac_link target)
    cmake_parse_arguments(ARG "" "" "DEPENDS;THIRD_PARTY" ${ARGN})
    foreach(dependency IN LISTS ARG_DEPENDS)
        target_link_libraries(${target} PRIVATE theriac::${dependency})
    endforeach()
    target_link_libraries(${target} PRIVATE ${ARG_THIRD_PARTY} theriac_options)
endfunction()

# theriac_program(theriac DEPENDS cli host SOURCES main.cpp ...)   makes bin/theriac.
function(theriac_program name)
    cmake_parse_arguments(ARG "" "" "DEPENDS;THIRD_PARTY;SOURCES" ${ARGN})
    add_executable(${name} ${ARG_SOURCES})
    theriac_link(${name} DEPENDS ${ARG_DEPENDS} THIRD_PARTY ${ARG_THIRD_PARTY})
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")
    add_dependencies(programs ${name})
endfunction()

function(theriac_test name)
    if(NOT THERIAC_BUILD_TESTS)
        return()
    endif()
    cmake_parse_arguments(ARG "THREADS" "LABEL" "DEPENDS;THIRD_PARTY;SOURCES" ${ARGN})
    if(NOT ARG_LABEL)
        set(ARG_LABEL unit)
    endif()
    add_executable(${name}_tests ${ARG_SOURCES})
    theriac_link(${name}_tests DEPENDS ${ARG_DEPENDS} THIRD_PARTY ${ARG_THIRD_PARTY} GTest::gtest GTest::gtest_main)
    if(TARGET theriac_${name})
        target_link_libraries(${name}_tests PRIVATE theriac::${name})
    endif()
    if(CMAKE_CXX_CLANG_TIDY)
        # Every check on GoogleTest's macros takes a minute a file: tests get those that find faults and wrong names.
        set(checks "-*,bugprone-*,-bugprone-easily-swappable-parameters,performance-*,readability-identifier-naming")
        set_target_properties(${name}_tests PROPERTIES CXX_CLANG_TIDY "${CMAKE_CXX_CLANG_TIDY};--checks=${checks}")
    endif()
    add_dependencies(${ARG_LABEL}_tests ${name}_tests)
    set(label ${ARG_LABEL})
    if(ARG_THREADS)
        add_dependencies(threaded_tests ${name}_tests)
        set(label ${ARG_LABEL}_threads)
    endif()
    gtest_discover_tests(${name}_tests TEST_PREFIX "${name}/" DISCOVERY_TIMEOUT 60
        PROPERTIES LABELS ${label} TIMEOUT 600
        ENVIRONMENT "THERIAC_SOURCE_DIR=${CMAKE_SOURCE_DIR}")
endfunction()

function(theriac_bench name)
    if(NOT THERIAC_BUILD_BENCH)
        return()
    endif()
    cmake_parse_arguments(ARG "" "" "DEPENDS;THIRD_PARTY;SOURCES" ${ARGN})
    add_executable(${name}_bench ${ARG_SOURCES})
    theriac_link(${name}_bench DEPENDS ${name} ${ARG_DEPENDS}
        THIRD_PARTY ${ARG_THIRD_PARTY} benchmark::benchmark benchmark::benchmark_main)
    set_target_properties(${name}_bench PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bench")
    add_dependencies(benchmarks ${name}_bench)
endfunction()

function(theriac_ctime name)
    if(NOT THERIAC_BUILD_CTIME)
        return()
    endif()
    find_program(THERIAC_VALGRIND valgrind REQUIRED)
    cmake_parse_arguments(ARG "" "" "DEPENDS;THIRD_PARTY;SOURCES" ${ARGN})
    add_executable(${name}_ctime ${ARG_SOURCES})
    theriac_link(${name}_ctime DEPENDS ${name} ${ARG_DEPENDS} THIRD_PARTY ${ARG_THIRD_PARTY})
    add_dependencies(ctime_tests ${name}_ctime)
    add_test(NAME "${name}/ctime"
        COMMAND "${THERIAC_VALGRIND}" --quiet --error-exitcode=99 "$<TARGET_FILE:${name}_ctime>")
    set_tests_properties("${name}/ctime" PROPERTIES LABELS ctime TIMEOUT 1800)
endfunction()

function(theriac_fuzz name)
    cmake_parse_arguments(ARG "" "" "DEPENDS;THIRD_PARTY;SOURCES" ${ARGN})
    foreach(source IN LISTS ARG_SOURCES)
        get_filename_component(stem "${source}" NAME_WE)
        set(target ${name}_${stem})
        set(corpus "${CMAKE_CURRENT_SOURCE_DIR}/fuzz/corpus/${stem}")
        if(THERIAC_BUILD_FUZZ)
            add_executable(${target} ${source})
            target_link_options(${target} PRIVATE -fsanitize=fuzzer)
        elseif(THERIAC_BUILD_TESTS)
            add_executable(${target} ${source} "${CMAKE_SOURCE_DIR}/cmake/replay_corpus.cpp")
            add_dependencies(unit_tests ${target})
            add_test(NAME "${name}/${stem}.replay" COMMAND ${target} "${corpus}")
            set_tests_properties("${name}/${stem}.replay" PROPERTIES LABELS unit TIMEOUT 300)
        else()
            continue()
        endif()
        theriac_link(${target} DEPENDS ${name} ${ARG_DEPENDS} THIRD_PARTY ${ARG_THIRD_PARTY})
        set_target_properties(${target} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/fuzz")
    endforeach()
endfunction()
