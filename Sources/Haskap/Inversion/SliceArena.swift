/// Memory for thousands of byte streams that grow side by side.
///
/// A stream is a chain of slices, each twice as long as the one before up to 4096 bytes (Büttcher,
/// Clarke and Cormack, "Information Retrieval", 2010, §4.5). The last eight bytes of a slice tell
/// where the next one begins and how much of this one is used. Addresses are offsets over all
/// pages, so that they fit 32 bits.
final class SliceArena {
  static let pageBits = 20
  /// The longest run that `reserve` promises: two varints of 32 bits.
  static let longestWrite = 10
  private static let sliceLengths: [Int] = [24, 32, 64, 128, 256, 512, 1024, 2048, 4096]
  private static let linkLength = 8

  private var pages: [UnsafeMutableRawPointer] = []
  private var free = 1 << SliceArena.pageBits

  deinit { for page in pages { page.deallocate() } }

  var byteCount: Int { pages.count << Self.pageBits }

  /// The end of a stream, where it is written.
  struct Tail {
    var write: UnsafeMutableRawPointer
    /// Behind the last byte for content.
    var limit: UnsafeMutableRawPointer
    var level: UInt32
  }

  func address(_ offset: UInt32) -> UnsafeMutableRawPointer {
    pages[Int(offset) >> Self.pageBits] + (Int(offset) & ((1 << Self.pageBits) - 1))
  }

  /// The beginning of a new stream.
  func beginStream() -> (head: UInt32, tail: Tail) {
    let head = allocate(Self.sliceLengths[0])
    return (head, tail(at: head, level: 0))
  }

  /// Makes room for `longestWrite` more bytes.
  func grow(_ tail: inout Tail) {
    let level = Int(tail.level)
    let start = tail.limit + Self.linkLength - Self.sliceLengths[level]
    let next = min(level + 1, Self.sliceLengths.count - 1)
    let offset = allocate(Self.sliceLengths[next])
    tail.limit.storeBytes(of: offset, as: UInt32.self)
    tail.limit.storeBytes(of: UInt32(tail.write - start), toByteOffset: 4, as: UInt32.self)
    tail = self.tail(at: offset, level: next)
  }

  /// Copies bytes that belong to no stream and stay where they are.
  func store(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
    let offset = allocate(max(bytes.count, 1))
    if let start = bytes.baseAddress {
      address(offset).copyMemory(from: start, byteCount: bytes.count)
    }
    return offset
  }

  /// Puts a whole stream in one piece.
  func collect(head: UInt32, tail: Tail, into target: ByteSink) {
    target.removeAll()
    var slice = address(head)
    var level = 0
    while true {
      let limit = slice + (Self.sliceLengths[level] - Self.linkLength)
      guard limit != tail.limit else {
        target.append(UnsafeRawBufferPointer(start: slice, count: tail.write - slice))
        return
      }
      let used = Int((limit + 4).load(as: UInt32.self))
      target.append(UnsafeRawBufferPointer(start: slice, count: used))
      slice = address(limit.load(as: UInt32.self))
      level = min(level + 1, Self.sliceLengths.count - 1)
    }
  }

  private func tail(at offset: UInt32, level: Int) -> Tail {
    let start = address(offset)
    return Tail(
      write: start, limit: start + (Self.sliceLengths[level] - Self.linkLength),
      level: UInt32(level))
  }

  private func allocate(_ length: Int) -> UInt32 {
    let rounded = (length + 7) & ~7
    if free + rounded > 1 << Self.pageBits { addPages(for: rounded) }
    defer { free += rounded }
    return UInt32((pages.count - 1) << Self.pageBits + free)
  }

  private func addPages(for length: Int) {
    precondition(length <= 1 << Self.pageBits, "a term is shorter than a page of the arena")
    pages.append(.allocate(byteCount: 1 << Self.pageBits, alignment: 64))
    free = 0
  }
}
