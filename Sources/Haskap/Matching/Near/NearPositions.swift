/// The positions of several terms in the documents of a window that have all of them.
final class NearPositions {
  private let terms: [PhraseTerm]
  private let widths: UnsafePointer<UInt8>
  private let codes: UnsafePointer<UInt8>
  /// The documents by index in the window, and for each term where its positions are.
  private let documents: UnsafeMutablePointer<UInt32> = .allocate(capacity: capacity)
  private let places: [UnsafeMutablePointer<PositionPlace>]
  private var count = 0
  private var start = 0
  /// The positions of each term in the document at hand.
  private var buffers: [UnsafeMutableBufferPointer<UInt32>]
  private var positions: [UnsafeBufferPointer<UInt32>]

  private static let capacity = SearchScratch.documents + 1

  convenience init(_ nodes: [TermNode]) throws {
    self.init(try nodes.map { try PhraseTerm($0, offset: 0) })
  }

  private init(_ terms: [PhraseTerm]) {
    self.terms = terms
    widths = terms[0].node.highBits
    codes = terms[0].node.scorer.codes
    places = terms.map { _ in .allocate(capacity: Self.capacity) }
    buffers = terms.map { _ in .allocate(capacity: 256) }
    positions = terms.map { _ in UnsafeBufferPointer(start: nil, count: 0) }
  }

  deinit {
    documents.deallocate()
    for place in places { place.deallocate() }
    for buffer in buffers { buffer.deallocate() }
  }

  /// Finds the positions in the documents of a set, which all have the terms.
  func locate(_ window: Window, _ words: Bits.Words) {
    start = window.start
    count = Bits.list(words, count: window.wordCount, into: documents)
    guard count > 0 else { return }
    for (term, places) in zip(terms, places) {
      _ = term.locate(
        window, words, UnsafeBufferPointer(start: documents, count: count), into: places)
    }
  }

  /// Keeps the documents of whose positions something is true.
  func keep(_ isWanted: ([UnsafeBufferPointer<UInt32>]) -> Bool) {
    var kept = 0
    for index in 0..<count {
      let isKept = isWanted(read(index))
      documents[kept] = documents[index]
      for places in places { places[kept] = places[index] }
      kept &+= isKept ? 1 : 0
    }
    count = kept
  }

  func write(_ words: Bits.Words, _ window: Window) {
    Bits.set(
      words, count: window.wordCount, to: UnsafeBufferPointer(start: documents, count: count))
  }

  /// Gives the documents of a set by index in the window, with the frequency of the term that is
  /// rarest there and what reads the positions.
  func forEach(
    among words: Bits.Words,
    _ body: (_ place: Int, _ least: UInt32, () -> [UnsafeBufferPointer<UInt32>]) -> Void
  ) {
    for index in 0..<count where Bits.contains(Int(documents[index]), in: words) {
      var least = UInt32.max
      for places in places { least = min(least, places[index].frequency) }
      body(Int(documents[index]), least) { read(index) }
    }
  }

  /// Valid until the next call.
  @inline(__always)
  private func read(_ index: Int) -> [UnsafeBufferPointer<UInt32>] {
    let width = Int(widths[Int(codes[start &+ Int(documents[index])])])
    for term in terms.indices {
      let slice = terms[term].slice(&places[term][index], width: width)
      if slice.count > buffers[term].count {
        buffers[term].deallocate()
        buffers[term] = .allocate(capacity: 2 * slice.count)
      }
      guard let target = buffers[term].baseAddress else { continue }
      slice.read(minus: 0, into: target)
      positions[term] = UnsafeBufferPointer(start: target, count: slice.count)
    }
    return positions
  }
}
