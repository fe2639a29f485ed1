internal import Glibc

/// Reads a file of any size line by line, with a buffer of a fixed size.
package final class LineReader {
  /// A longer line is an error: it is no line of a document but a file of another kind.
  package static let longestLine = 64 << 20

  package let path: String
  /// How many bytes have been read so far.
  package private(set) var byteCount = 0
  /// The number of the line that was read last, from 1.
  package private(set) var number = 0
  private let descriptor: Int32
  private var buffer = [UInt8](repeating: 0, count: 1 << 18)
  /// The part of the buffer that is read from the file but not given out.
  private var rest = 0..<0

  /// - Parameter path: `-` is standard input.
  package init(path: String) throws {
    self.path = path
    descriptor = path == "-" ? STDIN_FILENO : try InputFile.open(path)
  }

  deinit { if descriptor > STDIN_FILENO { close(descriptor) } }

  /// The size of the file in bytes; nil where it is not known beforehand.
  package var size: Int? {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }

  /// Replaces what `line` holds by the next line, without its end (LF or CRLF) and, at the
  /// beginning of the file, without a byte order mark. False at the end of the file.
  package func next(into line: inout [UInt8]) throws -> Bool {
    line.removeAll(keepingCapacity: true)
    number += 1
    while true {
      if let end = buffer[rest].firstIndex(of: UInt8(ascii: "\n")) {
        line.append(contentsOf: buffer[rest.lowerBound..<end])
        rest = end + 1..<rest.upperBound
        trim(&line)
        return true
      }
      line.append(contentsOf: buffer[rest])
      guard line.count <= Self.longestLine else { throw tooLong }
      guard try fill() else {
        let isLine = !line.isEmpty
        trim(&line)
        return isLine
      }
    }
  }

  private func trim(_ line: inout [UInt8]) {
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    if number == 1, line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
  }

  /// Reads the next part of the file; false at its end.
  private func fill() throws -> Bool {
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw InputFile.cannotRead(path) }
      rest = 0..<count
      byteCount += count
      return count > 0
    }
  }

  private var tooLong: InputError {
    InputError(
      description: "\(path):\(number): expected a line of at most "
        + "\(Self.longestLine >> 20) MiB; put one document on each line")
  }
}
