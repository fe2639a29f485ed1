internal import CLibrary
internal import FoundationEssentials

/// A file that is written from its beginning to its end, in large pieces.
final class OutputFile {
  private let path: String
  private let file: Int32
  private var piece = Data()
  private(set) var bytes = 0
  private static let pieceBytes = 1 << 20

  /// - Throws: `FileError`, here and below.
  init(_ path: String) throws {
    self.path = path
    file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard file >= 0 else { throw FileError(path: path, code: errno) }
  }

  deinit { close(file) }

  func write(_ data: Data) throws {
    piece += data
    bytes += data.count
    if piece.count >= Self.pieceBytes { try flush() }
  }

  /// To be called at the end.
  func flush() throws {
    var rest = piece[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Self.write($0, to: file) }
      guard count > 0 else { throw FileError(path: path, code: errno) }
      rest = rest.dropFirst(count)
    }
    piece.removeAll(keepingCapacity: true)
  }

  private static func write(_ bytes: UnsafeRawBufferPointer, to file: Int32) -> Int {
    CLibrary.write(file, bytes.baseAddress, bytes.count)
  }

  struct FileError: Error, CustomStringConvertible {
    let path: String
    let code: Int32
    var description: String { "\(path) cannot be written: \(String(cString: strerror(code)))" }
  }
}
