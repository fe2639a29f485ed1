internal import Glibc

/// The lines of standard input, without their ends. A line is valid until the next.
final class LineReader {
  private let file: UnsafeMutablePointer<FILE>
  private var line: UnsafeMutablePointer<CChar>?
  private var capacity = 0

  init?() {
    guard let file = fdopen(STDIN_FILENO, "r") else { return nil }
    self.file = file
  }

  deinit {
    fclose(file)
    free(line)
  }

  func next() -> UnsafeRawBufferPointer? {
    let length = getline(&line, &capacity, file)
    guard length > 0, let line else { return nil }
    let hasEnd = line[length - 1] == CChar(bitPattern: UInt8(ascii: "\n"))
    return UnsafeRawBufferPointer(start: line, count: hasEnd ? length - 1 : length)
  }
}

/// Writes a line at once to standard output, or to standard error.
func writeLine(_ line: String, to file: Int32 = STDOUT_FILENO) {
  var text = line + "\n"
  text.withUTF8 { bytes in
    var rest = UnsafeRawBufferPointer(bytes)
    while !rest.isEmpty {
      let written = write(file, rest.baseAddress, rest.count)
      guard written > 0 else { return }
      rest = UnsafeRawBufferPointer(rebasing: rest[written...])
    }
  }
}
