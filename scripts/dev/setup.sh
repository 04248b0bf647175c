# shellcheck shell=bash
# Installs what a command needs, from scripts/packages.txt and contracts/package-lock.json. Quick when nothing is missing.

# The packages of the given groups that are neither installed nor there as a command.
missing_packages() {
    local group words word package command wanted=() installed
    while read -r group words; do
        [[ " $* " == *" $group "* ]] || continue
        for word in $words; do
            package=${word%%=*} command=${word#*=}
            if [[ $word == *=* ]] && command -v "$command" >/dev/null; then continue; fi
            wanted+=("$package")
        done
    done < <(grep -v '^#' scripts/packages.txt)
    [[ ${#wanted[@]} -gt 0 ]] || return 0
    # shellcheck disable=SC2016 # the format is dpkg-query's
    installed=" $(dpkg-query -W -f '${db:Status-Status}=${Package} ' "${wanted[@]}" 2>/dev/null || true)"
    for package in "${wanted[@]}"; do
        [[ $installed == *" installed=$package "* ]] || echo "$package"
    done
}

as_root() {
    if ((EUID == 0)); then "$@"; else sudo -n -- "$@"; fi
}

apt_install() {
    export DEBIAN_FRONTEND=noninteractive
    as_root apt-get -o Acquire::Retries=3 update
    as_root apt-get -o Acquire::Retries=3 -o DPkg::Lock::Timeout=300 install -y --no-install-recommends "$@"
}

require_root_or_sudo() {
    ((EUID == 0)) && return
    local advice="run as root: apt-get install --no-install-recommends $*"
    command -v sudo >/dev/null || die "packages are missing and there is no sudo; $advice"
    sudo -n true 2>/dev/null && return
    [[ -t 0 ]] || die "packages are missing and sudo wants a password; $advice"
    echo "setup: sudo, to install: $*"
    sudo -v || die "sudo refused; $advice"
}

npm_install() {
    cd "$1" || return
    npm ci --ignore-scripts --no-audit --no-fund --no-update-notifier
    sha256sum package-lock.json >node_modules/.theriac-installed
}

# npm_packages FOLDER: what its package-lock.json names, unless that is there already.
npm_packages() {
    (cd "$1" && sha256sum --check --status node_modules/.theriac-installed 2>/dev/null) ||
        must "install npm packages ($1)" npm_install "$1"
}

# What scripts/clang-tidy.txt pins, for x86-64 Linux, in build/tools.
pip_install() {
    rm -rf "$1"
    "$PYTHON" -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes --only-binary=:all: \
        --target "$1" --requirement "$2"
    sha256sum "$2" >"$1/.theriac-installed"
}

clang_tidy() {
    sha256sum --check --status build/tools/clang-tidy/.theriac-installed 2>/dev/null ||
        must "install clang-tidy" pip_install build/tools/clang-tidy scripts/clang-tidy.txt
}

# setup GROUP...
setup() {
    [[ -z ${THERIAC_NO_SETUP:-} ]] || return 0
    local group missing
    for group in "$@"; do
        grep -q "^$group " scripts/packages.txt || die "no package group \"$group\" in scripts/packages.txt"
    done
    command -v dpkg-query >/dev/null ||
        die "this is not Debian; provide what scripts/packages.txt lists and set THERIAC_NO_SETUP=1"
    mapfile -t missing < <(missing_packages "$@")
    if [[ ${#missing[@]} -gt 0 ]]; then
        require_root_or_sudo "${missing[@]}"
        must "install packages" apt_install "${missing[@]}"
    fi
    if [[ " $* " == *" contracts "* ]]; then npm_packages contracts; fi
    if [[ " $* " == *" test "* ]]; then npm_packages tests/onnx; fi
    if [[ " $* " == *" check "* ]]; then clang_tidy; fi
}
