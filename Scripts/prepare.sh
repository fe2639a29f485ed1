# Sourced by the other scripts: checks the Swift toolchain and installs what Haskap needs besides.

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

stop() {
  printf 'haskap: %s\n' "$1" >&2
  exit 1
}

require_swift() {
  command -v swift >/dev/null ||
    stop "no Swift toolchain on the PATH: install Swift 6.2 or later from https://www.swift.org/install and run this again."
  local version
  version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\)\.\([0-9]*\).*/\1 \2/p' | head -n 1)
  set -- $version
  [ "${1:-0}" -gt 6 ] || { [ "${1:-0}" -eq 6 ] && [ "${2:-0}" -ge 2 ]; } ||
    stop "Swift ${1:-?}.${2:-?} is too old: install Swift 6.2 or later from https://www.swift.org/install and run this again."
}

has_header() { [ -e "/usr/include/$1" ] || [ -e "/usr/local/include/$1" ]; }

# The packages of Debian and Ubuntu that are missing: ICU, which finds the words in Japanese text; zlib
# and Expat, which open Excel workbooks, zlib and Zstandard, which unpack files of documents; Zstandard packs
# stored text, too; poppler's pdftotext, which reads PDF; librsvg's rsvg-convert, which makes PNG of charts.
missing_packages() {
  has_header unicode/ubrk.h || echo libicu-dev
  has_header zlib.h || echo zlib1g-dev
  has_header zstd.h || echo libzstd-dev
  has_header expat.h || echo libexpat1-dev
  command -v pdftotext >/dev/null || echo poppler-utils
  command -v rsvg-convert >/dev/null || echo librsvg2-bin
}

require_libraries() {
  local packages as_root=()
  mapfile -t packages < <(missing_packages)
  [ "${#packages[@]}" -gt 0 ] || return 0
  command -v apt-get >/dev/null ||
    stop "missing here: ${packages[*]} (names of Debian's packages), and there is no apt-get: install them by your package manager and run this again."
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null ||
      stop "missing here: ${packages[*]}: run 'apt-get install ${packages[*]}' as root, then run this again."
    as_root=(sudo)
  fi
  echo "==> Installing ${packages[*]} with ${as_root[*]:+sudo }apt-get"
  "${as_root[@]}" apt-get update -qq ||
    stop "apt-get update failed: see its message above, fix it and run this again."
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "${packages[@]}" >/dev/null ||
    stop "${packages[*]} could not be installed: see apt-get's message above, fix it and run this again."
}

# Runs a command that is silent for minutes, and says every second (where nobody looks, every minute)
# that it goes on; its output stands below when it ends.
with_progress() {
  local what=$1 output status=0 seconds=0
  shift
  output=$(mktemp)
  [ -t 1 ] || printf '==> %s\n' "$what"
  "$@" >"$output" 2>&1 &
  local job=$!
  while kill -0 "$job" 2>/dev/null; do
    sleep 1
    seconds=$((seconds + 1))
    if [ -t 1 ]; then
      printf '\r==> %s … %d s' "$what" "$seconds"
    elif [ $((seconds % 60)) -eq 0 ]; then
      printf '==> %s … %d s\n' "$what" "$seconds"
    fi
  done
  wait "$job" || status=$?
  [ ! -t 1 ] || printf '\n'
  # The linker warns of what the libraries of Swift and ICU contain and Haskap never calls.
  grep -vE "warning: (Using '|the use of )" "$output" || true
  rm -f "$output"
  return "$status"
}

# Builds the program, optimized, with its libraries inside: nothing is looked for, loaded and relocated
# when a command starts; ICU's come as archives in libicu-dev. Its path is then in $haskap.
build_program() {
  local build=(swift build -c release --static-swift-stdlib)
  if compgen -G "/usr/lib/*/libicudata.a" >/dev/null; then
    build+=(-Xswiftc -static-executable)
  fi
  with_progress "Building haskap (release); the first build takes a few minutes" \
    "${build[@]}" --product haskap --quiet
  haskap="$("${build[@]}" --show-bin-path)/haskap"
}

require_swift
require_libraries
