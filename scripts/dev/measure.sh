# shellcheck shell=bash
# `./dev enclave-measure`: builds the enclave in a fixed environment and prints its measurement. See docs/reproduce.md.

# The packages whose code is in the binary, or which made it.
measured_packages() {
    local words word
    while read -r _ words; do
        for word in $words; do echo "${word%%=*}"; done
    done < <(grep '^build ' scripts/packages.txt)
    # The g++ package only points to the compiler; these are it, and the C library.
    echo g++-12 gcc-12 libstdc++-12-dev libc6-dev binutils | tr ' ' '\n'
}

# build_measured SOURCE BUILD: nothing of the caller's environment but where its programs are.
build_measured() {
    (
        umask 022
        local clean=(env -i PATH="$PATH" HOME=/nonexistent LC_ALL=C TZ=UTC SOURCE_DATE_EPOCH=0 CCACHE_DISABLE=1)
        "${clean[@]}" cmake -S "$1" -B "$2" -G Ninja -DCMAKE_BUILD_TYPE=Release -DCMAKE_CXX_EXTENSIONS=OFF
        "${clean[@]}" cmake --build "$2" -j "$(jobs_count)" --target theriac-enclave
    )
}

# measurement_of PROGRAM: SHA-256("theriac/simulated-measurement/v1" || SHA-384(program)), as libs/simulation takes it.
measurement_of() {
    "$PYTHON" - "$1" <<'PY'
import hashlib, pathlib, sys
program = hashlib.sha384(pathlib.Path(sys.argv[1]).read_bytes())
print("0x" + hashlib.sha256(b"theriac/simulated-measurement/v1" + program.digest()).hexdigest(), program.hexdigest())
PY
}

# shellcheck disable=SC2016 # the format is dpkg-query's
write_manifest() {
    local measurement sha384
    read -r measurement sha384 < <(measurement_of "$1")
    {
        echo "measurement $measurement"
        echo "sha384      $sha384"
        echo "platform    simulated"
        echo "source      $(git rev-parse HEAD 2>/dev/null || echo unknown)$(git diff --quiet HEAD 2>/dev/null || echo ', changed')"
        measured_packages | sort -u | xargs dpkg-query -W -f 'package     ${Package} ${Version}\n' 2>/dev/null || true
    } >"$2"
}

# A second copy of the tracked files, elsewhere, built again: for auditors, and when the build itself changes.
measure_copy() {
    local copy
    copy=$(mktemp -d)/a-second-clone
    mkdir -p "$copy"
    git ls-files -z | xargs -0 cp --parents -t "$copy"
    build_measured "$copy" "$copy/elsewhere"
    cmp "$1" "$copy/elsewhere/bin/theriac-enclave"
    rm -rf "${copy%/*}"
}

cmd_enclave_measure() {
    [[ $# -eq 0 || $* == --twice ]] || die "enclave-measure takes --twice only, got: $*"
    setup build
    local program=build/measured/bin/theriac-enclave manifest=build/measured/measurement.txt
    must "build the enclave" build_measured "$PWD" "$PWD/build/measured"
    write_manifest "$program" "$manifest"
    if [[ $# -gt 0 ]]; then must "build it again elsewhere" measure_copy "$program"; fi
    cat "$manifest"
}
