internal import Glibc

/// The lines of a file, without their ends. A line is valid until the next.
///
/// The file is mapped, and let go of behind the lines that have been read.
struct FileLines: ~Copyable {
  private let bytes: UnsafeMutableRawBufferPointer
  private var place = 0
  private var released = 0
  private static let window = 1 << 20

  init?(path: String) {
    let file = open(path, O_RDONLY)
    guard file >= 0 else { return nil }
    defer { close(file) }
    let length = Int(lseek(file, 0, SEEK_END))
    guard let start = mmap(nil, length, PROT_READ, MAP_PRIVATE, file, 0), start != MAP_FAILED
    else { return nil }
    bytes = UnsafeMutableRawBufferPointer(start: start, count: length)
  }

  deinit { munmap(bytes.baseAddress, bytes.count) }

  mutating func next() -> UnsafeRawBufferPointer? {
    release()
    guard place < bytes.count, let start = bytes.baseAddress.map({ $0 + place }) else { return nil }
    let end = memchr(start, Int32(UInt8(ascii: "\n")), bytes.count - place)
    let length = end.map { $0 - start } ?? bytes.count - place
    place += length + 1
    return UnsafeRawBufferPointer(start: start, count: length)
  }

  /// Keeps a window of the file at most in memory.
  private mutating func release() {
    guard place - released >= Self.window, let start = bytes.baseAddress else { return }
    madvise(start + released, Self.window, MADV_DONTNEED)
    released += Self.window
  }
}
