/// Memory of the nodes of one search, lent in pieces and taken back all at once when the search ends.
///
/// A query has nodes for each segment, and each node has some arrays: to ask the system for one after
/// the other, and to give each back, takes longer than much of what is done with them.
final class SearchMemory {
  /// Where the next piece begins.
  struct Place {
    fileprivate var chunk = 0
    fileprivate var offset = 0
  }

  private var chunks: [UnsafeMutableRawBufferPointer] = []
  /// The chunk that pieces are taken of.
  private var chunk = 0
  /// What is left of it. It is not a variable of the object: each access to one is checked at run time,
  /// which takes longer than to take a piece.
  private let rest: UnsafeMutablePointer<Rest>
  /// In bytes; larger pieces are chunks of their own.
  private static let chunkLength = 1 << 18
  /// So many chunks are kept for the next search.
  private static let mostKept = 16
  private static let alignment = 16

  private struct Rest {
    /// Nil where there is no chunk.
    var start: UnsafeMutableRawPointer?
    var length = 0
  }

  init() {
    rest = .allocate(capacity: 1)
    rest.initialize(to: Rest())
  }

  deinit {
    for chunk in chunks { chunk.deallocate() }
    rest.deallocate()
  }

  var place: Place {
    guard chunk < chunks.count else { return Place() }
    return Place(chunk: chunk, offset: chunks[chunk].count - rest.pointee.length)
  }

  /// Room for so many values; what is in it is undefined.
  @inline(__always)
  func take<Value: BitwiseCopyable>(_ count: Int) -> UnsafeMutablePointer<Value> {
    take(bytes: count &* MemoryLayout<Value>.stride).bindMemory(to: Value.self, capacity: count)
  }

  private func take(bytes: Int) -> UnsafeMutableRawPointer {
    let length = (bytes &+ Self.alignment &- 1) & ~(Self.alignment &- 1)
    guard let start = rest.pointee.start, rest.pointee.length >= length else {
      advance(length)
      return take(bytes: bytes)
    }
    rest.pointee = Rest(start: start + length, length: rest.pointee.length &- length)
    return start
  }

  /// Goes on to the next chunk, and makes one where there is none that is long enough.
  private func advance(_ length: Int) {
    let number = place.offset > 0 ? chunk + 1 : chunk
    if number == chunks.count || chunks[number].count < length {
      let chunk = UnsafeMutableRawBufferPointer.allocate(
        byteCount: max(length, Self.chunkLength), alignment: Self.alignment)
      chunks.insert(chunk, at: number)
    }
    rewind(to: Place(chunk: number))
  }

  /// Takes back what was lent since.
  func rewind(to place: Place) {
    chunk = place.chunk
    rest.pointee = Rest()
    guard place.chunk < chunks.count, let start = chunks[place.chunk].baseAddress else { return }
    rest.pointee = Rest(
      start: start + place.offset, length: chunks[place.chunk].count - place.offset)
  }

  /// Takes back all that was lent.
  func rewind() {
    for number in chunks.indices.reversed()
    where number >= Self.mostKept || chunks[number].count > Self.chunkLength {
      chunks.remove(at: number).deallocate()
    }
    rewind(to: Place())
  }
}
