/// Finds where terms stand side by side, on one thread: it writes the numbers of the terms at their
/// places in the texts of a window of documents, and then reads the texts.
final class AdjacentTermsReader {
  private let codes: UnsafePointer<UInt8>
  private let documentCount: Int
  private let sources: [Source]
  /// Of the documents of the window: where the text of each begins.
  private var starts: [Int] = []
  private var tokens: UnsafeMutablePointer<UInt8>
  private var capacity = 1 << 18

  /// No thousand documents have so many; lengths that say so are not true.
  private static let mostTokens = 1 << 32

  init(_ terms: AdjacentTerms) {
    codes = terms.codes
    documentCount = terms.documentCount
    sources = terms.sources.map(Source.init)
    tokens = .allocate(capacity: capacity)
  }

  deinit { tokens.deallocate() }

  /// Calls `body` for each place in the texts, in order, with its document, and 256 times the number
  /// of the term in front with that of the term there; numbers are 0 where none of the terms is.
  /// Which places have two of them is not predictable; a table of pairs tells without a branch.
  ///
  /// - Parameter windows: the first document of each.
  @inline(__always)
  func run(_ windows: ArraySlice<Int>, _ body: (UInt32, Int) -> Void) throws {
    for first in windows {
      let window = first..<min(first + AdjacentTerms.windowLength, documentCount)
      try layOut(window)
      for (number, source) in sources.enumerated() {
        write(UInt8(number + 1), source, window)
      }
      read(window, body)
    }
  }

  /// Gives every document room for its text, with a place without a term behind it.
  private func layOut(_ window: Range<Int>) throws(SegmentLimitError) {
    starts.removeAll(keepingCapacity: true)
    var end = 0
    for document in window {
      starts.append(end)
      end += FieldLength.largest(codes[document]) + 1
    }
    starts.append(end)
    guard end <= Self.mostTokens else { throw SegmentLimitError.positions }
    if end > capacity {
      tokens.deallocate()
      capacity = max(end, 2 * capacity)
      tokens = .allocate(capacity: capacity)
    }
    tokens.update(repeating: 0, count: end)
  }

  private func write(_ number: UInt8, _ source: Source, _ window: Range<Int>) {
    let (cache, tokens) = (source.cache, tokens)
    starts.withUnsafeBufferPointer { starts in
      source.forEachBlock(window, codes) { range, first, positions in
        var place = first
        for index in range {
          let start = starts[Int(cache.documents[index]) &- window.lowerBound]
          for _ in 0..<cache.frequencies[index] {
            tokens[start &+ Int(positions[place])] = number
            place &+= 1
          }
        }
      }
    }
  }

  @inline(__always)
  private func read(_ window: Range<Int>, _ body: (UInt32, Int) -> Void) {
    for document in window {
      var previous = 0
      for place in starts[
        document &- window.lowerBound]..<starts[document &- window.lowerBound &+ 1]
      {
        let token = Int(tokens[place])
        body(UInt32(truncatingIfNeeded: document), previous &<< 8 | token)
        previous = token
      }
    }
  }
}

/// One of the terms.
private final class Source {
  let cache = BlockCache()
  private let reader: PostingsReader
  private let bytes: UnsafeRawPointer
  private var positions: UnsafeMutablePointer<UInt32>
  private var capacity = 1024

  init(_ source: AdjacentTerms.Source) {
    (reader, bytes) = (source.postings, source.positions)
    positions = .allocate(capacity: capacity)
  }

  deinit { positions.deallocate() }

  /// Gives of each block that overlaps a window the indices of its documents there, the place of
  /// their first position, and the block's positions.
  @inline(__always)
  func forEachBlock(
    _ window: Range<Int>, _ codes: UnsafePointer<UInt8>,
    _ body: (Range<Int>, Int, UnsafePointer<UInt32>) -> Void
  ) {
    var block = reader.block(holding: UInt32(window.lowerBound), from: 0)
    while block < reader.allBlocks,
      Int(reader.documentBefore(block: block) &+ 1) < window.upperBound
    {
      cache.loadDocuments(reader, block: block)
      cache.loadFrequencies(reader, block: block)
      let range = cache.indices(from: window.lowerBound, to: window.upperBound)
      decode(block, codes)
      var first = 0
      for index in 0..<range.lowerBound { first &+= Int(cache.frequencies[index]) }
      body(range, first, positions)
      block &+= 1
    }
  }

  private func decode(_ block: Int, _ codes: UnsafePointer<UInt8>) {
    var count = 0
    for index in 0..<cache.count { count &+= Int(cache.frequencies[index]) }
    if count > capacity {
      positions.deallocate()
      capacity = max(count, 2 * capacity)
      positions = .allocate(capacity: capacity)
    }
    _ = PositionsReader.read(
      bytes + reader.positionsStart(ofBlock: block), documents: cache.documents,
      frequencies: cache.frequencies, count: cache.count, codes: codes, into: positions)
  }
}
