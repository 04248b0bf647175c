#!/usr/bin/env bash
# All static checks, one line each; what is wrong is shown below the line of a check that failed.
#
# Usage: scripts/check.sh [--fix]
#   --fix   repair first what a tool can: formatting, the list of trusted files
# Exit status: 0 when all hold, 1 when one does not, 2 on bad usage.
# With THERIAC_RESULTS=FILE the outcomes go there too, for scripts/tally.py.
# shellcheck disable=SC2317 # `check` calls functions by name, which shellcheck does not see
set -euo pipefail
cd -P "$(dirname "${BASH_SOURCE[0]}")/.."

PYTHON=/usr/bin/python3
status=0

# The committed and new files that match, NUL-separated. Without git (an unpacked archive): all of them.
files() {
    if git rev-parse --git-dir >/dev/null 2>&1; then
        git ls-files -z --cached --others --exclude-standard --deduplicate -- "$@" |
            while IFS= read -r -d '' file; do
                if [[ -f $file ]]; then printf '%s\0' "$file"; fi
            done
    else
        local patterns=() pattern
        for pattern in "$@"; do patterns+=(-o -path "./${pattern#./}"); done
        find . \( -name build -o -name node_modules -o -name out -o -name cache -o -name .git \) -prune -o \
            -type f \( "${patterns[@]:1}" \) -print0
    fi
}

note() {
    if [[ -n ${THERIAC_RESULTS:-} ]]; then printf '%s\tcheck: %s\t%s\n' "$@" >>"$THERIAC_RESULTS"; fi
}

# check NAME COMMAND...: one line, and the command's output when it fails.
check() {
    local name=$1 output
    shift
    if output=$("$@" 2>&1 </dev/null); then
        printf 'ok      %s\n' "$name"
        note passed "$name" ''
    else
        printf 'failed  %s\n' "$name"
        printf '        %s\n' "${output//$'\n'/$'\n'        }"
        note failed "$name" ''
        status=1
    fi
}

skip() {
    printf 'skipped %s (%s)\n' "$1" "$2"
    note skipped "$1" "$2"
}


format() {
    files '*.cpp' '*.hpp' | xargs -0 --no-run-if-empty clang-format-19 "$@"
}

in_contracts() {
    (cd contracts && npm run --silent "$@")
}

shell_scripts() {
    # scripts/dev/*.sh are parts of ./dev, and are followed from there
    files dev .ci/run '*.sh' | grep -zv '^scripts/dev/' | xargs -0 shellcheck --external-sources
}

spelling() {
    files '*' | grep -zvE '(^|/)(corpus|vectors)/|/test/.*\.(json|csv)$|package-lock\.json$|^LICENSE$' |
        xargs -0 codespell --ignore-words=scripts/checks/words.txt
}

python_check() {
    files '*' | "$PYTHON" "scripts/checks/$1.py"
}

fix() {
    format -i
    if [[ -x contracts/node_modules/.bin/forge ]]; then in_contracts format; fi
    "$PYTHON" scripts/tcb_report.py >/dev/null
}

case ${*:-} in
    '') ;;
    --fix) fix ;;
    *)
        sed -n 's/^# \?//p' "${BASH_SOURCE[0]}" | sed -n '3,7p' >&2
        exit 2
        ;;
esac

check "format (clang-format-19)" format --dry-run -Werror
check "layers" "$PYTHON" scripts/check_layers.py
check "public headers compile alone" "$PYTHON" scripts/checks/headers.py
check "CMake names every source" python_check sources
check "licences" python_check licences
check "shell scripts (shellcheck)" shell_scripts
check "spelling (codespell)" spelling
check "no machine's paths, no unlinked notes" python_check traces
check "links in Markdown" python_check links
check "exit codes are documented" "$PYTHON" scripts/checks/exit_codes.py
check "trusted files (enclave/tcb.txt)" "$PYTHON" scripts/tcb_report.py --check
if [[ -x contracts/node_modules/.bin/forge ]]; then
    check "format (forge fmt)" in_contracts format:check
    check "contracts compile" in_contracts build
    check "generated from the contracts" "$PYTHON" scripts/gen_bindings.py --check
else
    skip "contracts' format and bindings" "npm packages are not installed; run ./dev setup"
fi
python_check sizes # a report; never fails
exit "$status"
