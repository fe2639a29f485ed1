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
  private var next = Place()
  /// In bytes; larger pieces are chunks of their own.
  private static let chunkLength = 1 << 18
  /// So many chunks are kept for the next search.
  private static let mostKept = 16
  private static let alignment = 16

  deinit { for chunk in chunks { chunk.deallocate() } }

  var place: Place { next }

  /// Room for so many values; what is in it is undefined.
  @inline(__always)
  func take<Value: BitwiseCopyable>(_ count: Int) -> UnsafeMutablePointer<Value> {
    take(bytes: count &* MemoryLayout<Value>.stride).bindMemory(to: Value.self, capacity: count)
  }

  private func take(bytes: Int) -> UnsafeMutableRawPointer {
    let length = (bytes &+ Self.alignment &- 1) & ~(Self.alignment &- 1)
    while next.chunk == chunks.count || chunks[next.chunk].count &- next.offset < length {
      advance(length)
    }
    defer { next.offset &+= length }
    return chunks[next.chunk].baseAddress.unsafelyUnwrapped + next.offset
  }

  /// Goes on to the next chunk, and makes one where there is none that is long enough.
  private func advance(_ length: Int) {
    if next.offset > 0 { next = Place(chunk: next.chunk + 1) }
    guard next.chunk == chunks.count || chunks[next.chunk].count < length else { return }
    let chunk = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(length, Self.chunkLength), alignment: Self.alignment)
    chunks.insert(chunk, at: next.chunk)
  }

  /// Takes back what was lent since.
  func rewind(to place: Place) { next = place }

  /// Takes back all that was lent.
  func rewind() {
    next = Place()
    for (number, chunk) in chunks.enumerated().reversed()
    where number >= Self.mostKept || chunk.count > Self.chunkLength {
      chunks.remove(at: number).deallocate()
    }
  }
}
