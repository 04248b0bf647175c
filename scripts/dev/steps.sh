# shellcheck shell=bash
# Steps: each runs in its own process group with its output in build/logs, shows that it is alive,
# and leaves no process behind, however it ends.

LOGS=build/logs
PYTHON=/usr/bin/python3 # Debian's, not one of pyenv or conda: it sees the Debian packages
step_group=
step_ticker=
step_status=0

# Every process of this run carries the mark in its environment, also one that left its group.
THERIAC_RUN="$$.$(date +%s)"
export THERIAC_RUN

# What runs at once: cores, but no more than memory allows at about 1.5 GiB for a compiler.
jobs_count() {
    if [[ -n ${JOBS:-} ]]; then
        echo "$JOBS"
        return
    fi
    local cores kib limit by_memory
    cores=$(nproc)
    kib=$(awk '/^MemAvailable/ {print $2}' /proc/meminfo)
    limit=$(cat /sys/fs/cgroup/memory.max 2>/dev/null || echo max)
    if [[ $limit =~ ^[0-9]+$ ]] && ((limit / 1024 < kib)); then kib=$((limit / 1024)); fi
    by_memory=$((kib / (1536 * 1024)))
    if ((by_memory < 1)); then by_memory=1; fi
    echo $((cores < by_memory ? cores : by_memory))
}

# What looks for them must not carry the mark itself.
marked_processes() {
    env -u THERIAC_RUN grep -lsz "^THERIAC_RUN=$THERIAC_RUN\$" /proc/[0-9]*/environ |
        while IFS=/ read -r _ _ pid _; do echo "$pid"; done || true
}

# Asks every process of this run to end, waits up to five seconds, then insists.
stop_processes() {
    local pids group
    for group in $step_ticker $step_group; do
        disown "$group" 2>/dev/null || true # or the shell reports its end
        kill -TERM -- "-$group" 2>/dev/null || true
    done
    for _ in {1..50}; do
        pids=$(marked_processes)
        [[ -n $pids ]] || return 0
        # shellcheck disable=SC2086 # one word a process
        kill -TERM $pids 2>/dev/null || true
        env -u THERIAC_RUN sleep 0.1
    done
    # shellcheck disable=SC2086
    kill -KILL $pids 2>/dev/null || true
}

on_signal() {
    trap '' INT TERM HUP
    printf '\ndev: interrupted; stopping\n' >&2
    exit 130
}
trap on_signal INT TERM HUP
trap stop_processes EXIT

# Tells every half minute (every second on a terminal) where the step is.
show_progress() {
    local name=$1 log=$2 started=$SECONDS pause=30 last
    if [[ -t 1 ]]; then pause=1; fi
    while sleep "$pause"; do
        last=$(tail -n 1 "$log" | tr -d '\r' | cut -c1-70)
        if [[ -t 1 ]]; then
            printf '\r\033[K  ...  %-28s %4d s  %s' "$name" $((SECONDS - started)) "$last"
        else
            printf '  ...  %-28s %4d s  %s\n' "$name" $((SECONDS - started)) "$last"
        fi
    done
}

# step NAME COMMAND...: always returns 0; the outcome is in $step_status, the output in $step_log.
step() {
    local name=$1 started=$SECONDS
    shift
    step_log="$LOGS/$(tr -c 'a-z0-9\n' '-' <<<"$name" | sed 's/--*/-/g; s/-$//').log"
    mkdir -p "$LOGS"
    : >"$step_log"
    set -m
    (
        set -e
        "$@"
    ) >"$step_log" 2>&1 </dev/null &
    step_group=$!
    show_progress "$name" "$step_log" &
    step_ticker=$!
    set +m
    step_status=0
    wait "$step_group" || step_status=$?
    stop_processes
    step_group='' step_ticker=''
    if [[ -t 1 ]]; then printf '\r\033[K'; fi
    if ((step_status == 0)); then
        printf '  ok      %-28s %4d s\n' "$name" $((SECONDS - started))
    else
        printf '  failed  %-28s %4d s  see %s\n' "$name" $((SECONDS - started)) "$step_log"
    fi
}

# The lines of the last step's output that look like the cause, and its end.
show_failure() {
    {
        grep -E '(error|Error|ERROR):|^FAIL: |^failed |\[  FAILED|\*\*\*(Failed|Timeout|Exception)|\[FAIL' "$step_log" | tail -n 40 || true
        echo "..."
        tail -n 15 "$step_log"
    } | cut -c1-240 | sed 's/^/    | /'
}

# As step, but ends the program when the step fails.
must() {
    step "$@"
    if ((step_status != 0)); then
        show_failure >&2
        printf 'dev: "%s" failed; the whole output is in %s\n' "$1" "$step_log" >&2
        exit 1
    fi
}

# build_preset PRESET TARGET...
build_preset() {
    cmake --preset "$1"
    cmake --build "build/$1" -j "$(jobs_count)" --target "${@:2}" -- -k 0 # all errors, not the first
}
