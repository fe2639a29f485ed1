internal import Glibc

/// A file that is written in large pieces.
final class LineWriter {
  private let path: String
  private let file: UnsafeMutablePointer<FILE>
  private var buffer: [UInt8] = []

  init(path: String) throws {
    guard let file = fopen(path, "w") else { throw BenchError("cannot write \(path)") }
    (self.path, self.file) = (path, file)
  }

  deinit { fclose(file) }

  func write(_ bytes: some Collection<UInt8>) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= 1 << 20 { flush() }
  }

  /// - Throws: `BenchError` when not everything could be written.
  func finish() throws {
    flush()
    guard fflush(file) == 0, ferror(file) == 0 else { throw BenchError("cannot write \(path)") }
  }

  private func flush() {
    fwrite(buffer, 1, buffer.count, file)
    buffer.removeAll(keepingCapacity: true)
  }
}

/// What goes wrong outside the engine.
struct BenchError: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
