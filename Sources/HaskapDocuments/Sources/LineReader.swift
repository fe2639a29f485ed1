/// Reads a file of any size line by line.
package final class LineReader {
  /// A longer line is an error: it is no line of a document but a file of another kind.
  package static let longestLine = 64 << 20

  package let bytes: ByteReader
  /// The number of the line that was read last, from 1.
  package private(set) var number = 0

  package init(_ bytes: ByteReader) { self.bytes = bytes }

  /// Replaces what `line` holds by the next line, without its end (LF or CRLF). False at the end of
  /// the file.
  package func next(into line: inout [UInt8]) throws -> Bool {
    line.removeAll(keepingCapacity: true)
    number += 1
    while true {
      let part = try bytes.peek()
      if part.isEmpty { break }
      if let end = part.firstIndex(of: 0x0A) {
        line.append(contentsOf: part[..<end])
        bytes.skip(end + 1 - part.startIndex)
        trim(&line)
        return true
      }
      line.append(contentsOf: part)
      bytes.skip(part.count)
      guard line.count <= Self.longestLine else { throw tooLong }
    }
    let isLine = !line.isEmpty
    trim(&line)
    return isLine
  }

  private func trim(_ line: inout [UInt8]) {
    if line.last == 0x0D { line.removeLast() }
  }

  private var tooLong: InputError {
    InputError(
      description: "\(bytes.path):\(number): expected a line of at most "
        + "\(Self.longestLine >> 20) MiB; put one document on each line")
  }
}
