# shellcheck shell=bash
# Fuzzing: `./dev fuzz`, and the minute of each target in `./dev check`.

# Lists "<program> <seed folder>" for each target: libs/eth/fuzz/rlp_fuzz.cpp is eth_rlp_fuzz.
fuzz_targets() {
    local source
    for source in libs/*/fuzz/*_fuzz.cpp enclave/fuzz/*_fuzz.cpp host/fuzz/*_fuzz.cpp; do
        [[ -f $source ]] || continue
        local folder=${source%/*} stem
        stem=$(basename "$source" .cpp)
        echo "$(basename "${folder%/fuzz}")_$stem $folder/corpus/$stem"
    done
}

# fuzz_one TARGET SEEDS SECONDS: new inputs go to build/fuzz/corpus, a crash to build/fuzz/crashes.
fuzz_one() {
    mkdir -p "build/fuzz/corpus/$1" "build/fuzz/crashes"
    "build/fuzz/fuzz/$1" "build/fuzz/corpus/$1" "$2" -max_total_time="$3" -timeout=10 -rss_limit_mb=2048 \
        -print_final_stats=1 -artifact_prefix="build/fuzz/crashes/$1-"
}

# One target among others: its output in a log of its own, its outcome a line of the results.
fuzz_quietly() {
    local log="$LOGS/fuzz-$1.log"
    if fuzz_one "$1" "$2" "$3" >"$log" 2>&1; then
        printf 'passed\tfuzz/%s\t\n' "$1" >>"$RESULTS/fuzz.tsv"
    else
        printf 'failed\tfuzz/%s\tsee %s\n' "$1" "$log" >>"$RESULTS/fuzz.tsv"
        tail -n 30 "$log"
    fi
}

# fuzz_each SECONDS: every target, as many at once as there are cores.
fuzz_each() {
    local target seeds running=0
    while read -r target seeds; do
        if ((running >= $(jobs_count))); then
            wait -n
            running=$((running - 1))
        fi
        echo "fuzzing $target"
        fuzz_quietly "$target" "$seeds" "$1" &
        running=$((running + 1))
    done < <(fuzz_targets)
    wait
    ! grep '^failed' "$RESULTS/fuzz.tsv"
}

cmd_fuzz() {
    local only='' seconds=60
    while [[ $# -gt 0 ]]; do
        case $1 in
            --seconds)
                [[ ${2:-} =~ ^[1-9][0-9]*$ ]] || die "--seconds takes a number, got: ${2:-nothing}"
                seconds=$2
                shift
                ;;
            -*) die "fuzz does not know $1" ;;
            *) only=$1 ;;
        esac
        shift
    done
    local known
    known=$(fuzz_targets | cut -d' ' -f1)
    if [[ -n $only && $'\n'$known$'\n' != *$'\n'$only$'\n'* ]]; then
        die "no fuzz target \"$only\"; there are:"$'\n'"$known"
    fi
    setup build check
    must "build (fuzz)" build_preset fuzz "${only:-all}"
    local target seeds
    while read -r target seeds; do
        if [[ -z $only || $only == "$target" ]]; then
            must "fuzz $target" fuzz_one "$target" "$seeds" "$seconds"
            grep -E '^stat::(number_of_executed_units|average_exec_per_sec)' "$step_log" | sed 's/^/    /'
        fi
    done < <(fuzz_targets)
}
