internal import Glibc

/// Files as a test damages them: read whole, written whole.
public func contents(of path: String) -> [UInt8] {
  let file = open(path, O_RDONLY)
  defer { close(file) }
  var bytes = [UInt8](repeating: 0, count: max(0, Int(lseek(file, 0, SEEK_END))))
  let read = bytes.withUnsafeMutableBytes { pread(file, $0.baseAddress, $0.count, 0) }
  precondition(read == bytes.count, "could not read \(path)")
  return bytes
}

public func write(_ bytes: [UInt8], to path: String) {
  let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
  defer { close(file) }
  let written = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
  precondition(written == bytes.count, "could not write \(path)")
}
