internal import CLibrary

/// A file that is written from its beginning to its end, in large pieces.
package final class OutputFile {
  private let path: String
  private let descriptor: Int32
  private var piece: [UInt8] = []
  /// Of all that was written.
  package private(set) var byteCount = 0
  private static let pieceLength = 1 << 20

  /// - Throws: `OutputError` where it cannot be made; so below, where it cannot be written.
  package init(_ path: String) throws {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw OutputError(path, code: errno) }
  }

  deinit { close(descriptor) }

  package func write(_ bytes: some Collection<UInt8>) throws {
    piece.append(contentsOf: bytes)
    byteCount += bytes.count
    if piece.count >= Self.pieceLength { try flush() }
  }

  package func line(_ text: String) throws {
    try write(text.utf8)
    try write(CollectionOfOne(UInt8(ascii: "\n")))
  }

  /// To be called at the end.
  package func flush() throws {
    var rest = piece[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        CLibrary.write(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw OutputError(path, code: errno) }
      rest = rest.dropFirst(count)
    }
    piece.removeAll(keepingCapacity: true)
  }

  package static func write(_ text: String, to path: String) throws {
    try write(Array((text + "\n").utf8), to: path)
  }

  package static func write(_ bytes: [UInt8], to path: String) throws {
    let file = try OutputFile(path)
    try file.write(bytes)
    try file.flush()
  }
}
