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

# libicu-dev: ICU's headers and libraries, which find the words in Japanese text.
require_icu() {
  local header
  for header in /usr/include/unicode/ubrk.h /usr/local/include/unicode/ubrk.h; do
    [ -e "$header" ] && return
  done
  command -v apt-get >/dev/null ||
    stop "ICU's headers are missing and there is no apt-get here: install ICU 70 or later with its headers (libicu-dev, libicu-devel, icu) by your package manager and run this again."
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null ||
      stop "ICU's headers are missing: run 'apt-get install libicu-dev' as root, then run this again."
    as_root=(sudo)
  fi
  echo "==> Installing libicu-dev (ICU's headers) with ${as_root[*]:+sudo }apt-get"
  "${as_root[@]}" apt-get update -qq ||
    stop "apt-get update failed: see its message above, mend it and run this again."
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq libicu-dev >/dev/null ||
    stop "libicu-dev could not be installed: see apt-get's message above, mend it and run this again."
}

require_swift
require_icu
