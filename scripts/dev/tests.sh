# shellcheck shell=bash
# What `./dev test` and `./dev check` run. A failing step does not stop the others; scripts/tally.py sums up.

RESULTS=$LOGS/results

# tested NAME COMMAND...: a step that leaves its results in build/logs/results. When it fails without a
# failed test to show (a build, a runner that crashed), the step itself counts as one.
tested() {
    local start="$RESULTS/start"
    touch "$start"
    step "$@"
    ((step_status != 0)) || return 0
    show_failure
    if [[ -z $(find "$RESULTS" -newer "$start" -type f -exec grep -lE '<failure|status="fail"|^failed' {} +) ]]; then
        printf 'failed\t%s\tsee %s\n' "$1" "$step_log" >>"$RESULTS/steps.tsv"
    fi
}

# ctest_label PRESET LABEL: the tests whose label begins so; `unit` are those with threads too.
ctest_label() {
    ctest --test-dir "build/$1" --label-regex "^$2" --parallel "$(jobs_count)" --schedule-random \
        --output-on-failure --no-tests=error --test-output-size-passed 16384 --output-junit "$PWD/$RESULTS/$2-$1.xml"
}

contract_tests() {
    cd contracts || return
    npm run --silent "$1" -- --junit >"../$RESULTS/contracts.xml"
}

contract_costs() {
    cd contracts || return
    npm run --silent snapshots:check
    printf 'passed\tcontracts: gas and sizes are as recorded\t\n' >"../$RESULTS/costs.tsv"
}

static_checks() {
    THERIAC_RESULTS="$RESULTS/checks.tsv" scripts/check.sh
}

start_tests() {
    rm -rf "$RESULTS"
    mkdir -p "$RESULTS"
}

# common_tests NPM_SCRIPT: everything of ./dev test; the script says how many runs a contract's fuzz test has.
common_tests() {
    tested "static checks" static_checks
    tested "contracts" contract_tests "$1"
    tested "contract costs" contract_costs
    tested "build (asan)" build_preset asan unit_tests
    if ((step_status == 0)); then tested "unit tests (asan)" ctest_label asan unit; fi
    tested "build (release)" build_preset release e2e_tests
    if ((step_status == 0)); then tested "end-to-end tests" ctest_label release e2e; fi
}

# ThreadSanitizer of GCC 12 cannot place its shadow memory where the kernel randomises addresses widely.
tsan_tests() {
    if setarch "$(uname -m)" -R true 2>/dev/null; then
        setarch "$(uname -m)" -R "$BASH" -c "$(declare -f ctest_label jobs_count); RESULTS=$RESULTS; ctest_label tsan unit_threads"
    else
        ctest_label tsan unit_threads
    fi
}

slow_checks() {
    tested "build (slow tests)" build_preset release slow_tests
    if ((step_status == 0)); then tested "slow tests" ctest_label release slow; fi
    tested "build (tsan)" build_preset tsan threaded_tests
    if ((step_status == 0)); then tested "threaded tests (tsan)" tsan_tests; fi
    tested "build (clang, clang-tidy)" build_preset tidy all
    if ((step_status == 0)); then tested "unit tests (clang)" ctest_label tidy unit; fi
    tested "build (ctime)" build_preset ctime ctime_tests
    if ((step_status == 0)); then tested "constant-time tests" ctest_label ctime ctime; fi
    tested "build (fuzz)" build_preset fuzz all
    if ((step_status == 0)); then tested "fuzz, 60 s each" fuzz_each 60; fi
}

finish_tests() {
    echo
    "$PYTHON" scripts/tally.py "$RESULTS"
}

cmd_test() {
    setup build contracts test
    start_tests
    common_tests test
    finish_tests
}

cmd_check() {
    setup build contracts test check
    start_tests
    common_tests check
    slow_checks
    finish_tests
}
