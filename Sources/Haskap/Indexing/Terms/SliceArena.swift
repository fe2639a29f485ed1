internal import CProcessor

/// Memory for thousands of byte streams that grow side by side.
///
/// A stream is a chain of slices, each twice as long as the one before up to 1024 bytes (Büttcher,
/// Clarke and Cormack, "Information Retrieval", 2010, §4.5). The last eight bytes of a slice tell
/// where the next one begins and how much of this one is used. Addresses are offsets over all
/// pages, so that they fit 32 bits.
final class SliceArena {
  static let pageBits = 21
  /// The longest run that is written at once: two varints.
  static let longestWrite = 10
  private static let firstSlice = 24
  static let longestSlice = 1024
  /// The first slice that is so long.
  private static let longestFrom = 6
  fileprivate static let linkLength = 8

  /// As many as addresses reach. A pointer, since nothing is checked when it is read.
  private let pages: UnsafeMutablePointer<UnsafeMutableRawPointer> = .allocate(
    capacity: 1 << (32 - SliceArena.pageBits))
  private var pageCount = 0
  private var free = 1 << SliceArena.pageBits
  /// Of the longest stream.
  private(set) var mostSlices = 1

  deinit {
    for page in 0..<pageCount { pages[page].deallocate() }
    pages.deallocate()
  }

  var byteCount: Int { pageCount << Self.pageBits }

  /// What is left of the last page, in bytes.
  var rest: Int { 1 << Self.pageBits - free }

  /// The most memory that occurrences of so many terms can take beyond what is in use, with so
  /// many bytes of terms: each may begin a stream or need the longest slice; but no stream gets
  /// more than twice what it has, beside what is written.
  static func longestGrowth(_ use: InverterUse, tokens: Int, bytes: Int) -> Int {
    let needed =
      min(tokens * longestSlice, 2 * use.streams + tokens * 8 * longestWrite) + bytes
    return needed <= use.rest / 2 ? 0 : (needed >> pageBits + use.inverterCount) << pageBits
  }

  /// The end of a stream, where it is written.
  struct Tail {
    var write: UnsafeMutableRawPointer
    /// Behind the last byte for content.
    var limit: UnsafeMutableRawPointer
    /// The number of the slice in its stream.
    var slice: UInt32
  }

  @inline(__always)
  func address(_ offset: UInt32) -> UnsafeMutableRawPointer {
    Self.address(offset, in: UnsafePointer(pages))
  }

  @inline(__always)
  private static func address(
    _ offset: UInt32, in pages: UnsafePointer<UnsafeMutableRawPointer>
  ) -> UnsafeMutableRawPointer {
    pages[Int(offset) >> pageBits] + (Int(offset) & ((1 << pageBits) - 1))
  }

  /// The beginning of a new stream.
  func beginStream() -> (head: UInt32, tail: Tail) {
    let head = allocate(Self.firstSlice)
    return (head, tail(at: head, slice: 0))
  }

  /// Appends the lowest bytes of a word, at most eight.
  @inline(__always)
  func append(_ bytes: UInt64, length: Int, to tail: inout Tail) {
    makeRoom(length, in: &tail)
    // What is too much ends in the room of the link.
    tail.write.storeBytes(of: bytes.littleEndian, as: UInt64.self)
    tail.write += length
  }

  /// Has the next bytes, at most `longestWrite`, lie in one slice.
  @inline(__always)
  func makeRoom(_ length: Int, in tail: inout Tail) {
    if tail.write + length > tail.limit { grow(&tail) }
  }

  private func grow(_ tail: inout Tail) {
    let start = tail.limit + Self.linkLength - Self.length(ofSlice: tail.slice)
    let next = tail.slice + 1
    let offset = allocate(Self.length(ofSlice: next))
    tail.limit.storeBytes(of: offset, as: UInt32.self)
    tail.limit.storeBytes(of: UInt32(tail.write - start), toByteOffset: 4, as: UInt32.self)
    tail = self.tail(at: offset, slice: next)
    mostSlices = max(mostSlices, Int(next) + 1)
  }

  /// 24, 32, 64 and so on.
  fileprivate static func length(ofSlice slice: UInt32) -> Int {
    slice == 0 ? firstSlice : longestSlice >> max(longestFrom - Int(slice), 0)
  }

  /// What so many slices of a stream take together, at least one.
  static func length(slices: Int) -> Int {
    guard slices > 1 else { return firstSlice }
    let longest = max(0, slices - longestFrom)
    let last = length(ofSlice: UInt32(slices - longest - 1))
    return firstSlice + 2 * last - length(ofSlice: 1) + longest * longestSlice
  }

  /// Copies bytes that belong to no stream and stay where they are.
  func store(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
    let offset = allocate(max(bytes.count, 1))
    if let start = bytes.baseAddress {
      address(offset).copyMemory(from: start, byteCount: bytes.count)
    }
    return offset
  }

  private func tail(at offset: UInt32, slice: UInt32) -> Tail {
    let start = address(offset)
    return Tail(
      write: start, limit: start + (Self.length(ofSlice: slice) - Self.linkLength), slice: slice)
  }

  private func allocate(_ length: Int) -> UInt32 {
    let rounded = (length + 7) & ~7
    if free + rounded > 1 << Self.pageBits { addPages(for: rounded) }
    defer { free += rounded }
    return UInt32((pageCount - 1) << Self.pageBits + free)
  }

  private func addPages(for length: Int) {
    precondition(length <= 1 << Self.pageBits, "a term is shorter than a page of the arena")
    pages[pageCount] = PageMemory.allocate(byteCount: 1 << Self.pageBits)
    pageCount += 1
    free = 0
  }
}

extension SliceArena {
  /// Where a stream is read. What was written at once lies in one slice.
  ///
  /// The arena outlives it: threads that counted references to one arena would wait for each other.
  struct Cursor {
    private let pages: UnsafePointer<UnsafeMutableRawPointer>
    private let tail: Tail
    private var slice: UInt32 = 0
    private var place: UnsafeRawPointer
    /// Behind what the slice has been used for.
    private var end: UnsafeRawPointer
    /// The next slice.
    private var next: UnsafeRawPointer

    /// - Parameter head: where the stream begins that ends at `tail`.
    init(_ arena: SliceArena, head: UInt32, tail: Tail) {
      pages = UnsafePointer(arena.pages)
      self.tail = tail
      place = UnsafeRawPointer(SliceArena.address(head, in: pages))
      (end, next) = (place, place)
      findEnd()
    }

    /// The most bytes that the whole stream can have.
    var longestLength: Int { SliceArena.length(slices: Int(tail.slice) + 1) }

    @inline(__always)
    mutating func read() -> UInt64 { StreamVarint.read(&place) }

    /// Whether there is more, in this slice or another, to which it moves then.
    @inline(__always)
    mutating func hasMore() -> Bool {
      if place < end { return true }
      guard slice < tail.slice else { return false }
      self = nextSlice()
      return true
    }

    /// A copy, so that a cursor can be kept in registers.
    private func nextSlice() -> Cursor {
      var cursor = self
      cursor.slice += 1
      cursor.place = next
      cursor.findEnd()
      return cursor
    }

    /// The slice after this, if there is one, is fetched meanwhile.
    private mutating func findEnd() {
      guard slice < tail.slice else {
        end = UnsafeRawPointer(tail.write)
        return
      }
      let link = place + (SliceArena.length(ofSlice: slice) - SliceArena.linkLength)
      next = UnsafeRawPointer(SliceArena.address(link.load(as: UInt32.self), in: pages))
      processor_prefetch(next)
      end = place + Int(link.load(fromByteOffset: 4, as: UInt32.self))
    }
  }
}
