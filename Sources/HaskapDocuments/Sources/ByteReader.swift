internal import CZlib
internal import Glibc

/// Reads the bytes of a file of any size through a buffer of a fixed size. What `gzip` has packed
/// (RFC 1952, one member after another too) is unpacked, whatever the file is called.
package final class ByteReader {
  package let path: String
  private let descriptor: Int32
  private let file: gzFile
  private var buffer = [UInt8](repeating: 0, count: 1 << 18)
  /// The part of the buffer that was read and not yet taken.
  private var rest = 0..<0
  private var isAtStart = true

  /// - Parameter path: `-` is standard input.
  package init(path: String) throws {
    self.path = path
    descriptor = path == "-" ? dup(STDIN_FILENO) : try InputFile.open(path)
    guard descriptor >= 0, let file = gzdopen(descriptor, "rb") else {
      throw InputFile.cannotRead(path)
    }
    gzbuffer(file, 1 << 17)
    self.file = file
  }

  deinit { gzclose(file) }

  /// How far it has come in percent; nil where the size of the file is not known beforehand.
  package var percent: Int? {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > 0
    else { return nil }
    return min(100, Int(gzoffset(file)) * 100 / Int(status.st_size))
  }

  /// The bytes that come next, at least one; empty at the end.
  package func peek() throws -> ArraySlice<UInt8> {
    if rest.isEmpty { try fill() }
    return buffer[rest]
  }

  /// Goes on by so many of the bytes that `peek` gave.
  package func skip(_ count: Int) {
    rest = min(rest.lowerBound + count, rest.upperBound)..<rest.upperBound
  }

  /// Reads the next part of the file, and passes over a byte order mark at its beginning.
  private func fill() throws {
    let count = gzread(file, &buffer, UInt32(buffer.count))
    try check(count)
    rest = 0..<Int(count)
    guard isAtStart else { return }
    isAtStart = false
    if buffer[rest].starts(with: [0xEF, 0xBB, 0xBF]) { rest = 3..<rest.upperBound }
  }

  private func check(_ count: Int32) throws {
    var status = Z_OK
    guard count <= 0, let message = gzerror(file, &status), status != Z_OK else { return }
    if status == Z_ERRNO { throw InputFile.cannotRead(path) }
    throw InputError(
      description: "\(path): is damaged or cut off as a gzip file "
        + "(\(String(cString: message))); pack it again")
  }
}
