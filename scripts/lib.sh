# What scripts/site, scripts/test and scripts/audit share. Sourced by them, from anywhere; continues in the project's root.

cd "$(dirname "${BASH_SOURCE[0]}")/.."

site_packages=(
    cmake ninja-build g++ pkg-config
    libarchive-dev libboost-dev libboost-filesystem-dev libbrotli-dev libcli11-dev libcmark-gfm-dev libcmark-gfm-extensions-dev libical-dev libkainjow-mustache-dev
    libmimalloc-dev libssl-dev libtomlplusplus-dev libutf8proc-dev libxml2-dev libxxhash-dev nlohmann-json3-dev zlib1g-dev
)

say() { printf '%s\n' "$*"; }

fail() {
    printf '%s: %s\n' "$(basename "$0")" "$*" >&2
    exit 1
}

# logged NAME COMMAND...: runs a command whose output goes to build/log/NAME.log, the end of which is shown if it fails.
logged() {
    local log=build/log/$1.log
    shift
    mkdir -p build/log
    "$@" >"$log" 2>&1 </dev/null && return
    tail -n 40 "$log" >&2
    printf 'The whole log is %s.\n' "$log" >&2
    return 1
}

# install_missing PACKAGE...: installs Debian packages that are not there. When all are, it needs neither root nor a network.
install_missing() {
    local package missing=() as_root=()
    for package in "$@"; do
        [[ $(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null) == installed ]] || missing+=("$package")
    done
    [[ ${#missing[@]} -gt 0 ]] || return 0
    local wanted="install these Debian packages and run this again: ${missing[*]}"
    command -v apt-get >/dev/null || fail "there is no apt-get here; $wanted"
    if [[ $EUID -ne 0 ]]; then
        command -v sudo >/dev/null || fail "this is not root and there is no sudo; $wanted"
        as_root=(sudo)
    fi
    say "Installing ${missing[*]}"
    logged apt-update "${as_root[@]}" apt-get update || fail "the list of packages could not be fetched; $wanted"
    logged apt-install "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}" ||
        fail "apt-get could not do it; $wanted"
}

# build PRESET TARGET...: configures and compiles. When nothing has changed it only looks at dates.
build() {
    local preset=$1 options=("-DVITRINE_WERROR=${VITRINE_WERROR:-OFF}")
    shift
    if command -v ccache >/dev/null; then options+=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache); fi
    say "Compiling ($preset)"
    logged "configure-$preset" cmake --preset "$preset" "${options[@]}" || fail "CMake could not configure the $preset build"
    logged "build-$preset" cmake --build --preset "$preset" --target "$@" || fail "the $preset build does not compile"
}
