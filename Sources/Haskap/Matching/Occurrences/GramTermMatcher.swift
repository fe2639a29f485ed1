/// A string of two characters, which is one gram: its postings are the documents.
final class GramTermMatcher: SubstringMatcher {
  private let term: PhraseTerm
  private let widths: UnsafePointer<UInt8>
  private let codes: UnsafePointer<UInt8>
  /// The documents to be read, by index in the window, and how many of them have been read.
  private var wanted: UnsafeMutablePointer<UInt32>
  private var places: UnsafeMutablePointer<PositionPlace>
  private var capacity = 0
  private var count = 0
  private var readCount = 0
  private var start = 0

  convenience init(_ node: TermNode) throws { self.init(try PhraseTerm(node, offset: 0)) }

  private init(_ term: PhraseTerm) {
    self.term = term
    (wanted, places) = (term.node.memory.take(0), term.node.memory.take(0))
    widths = term.node.highBits
    codes = term.node.scorer.codes
  }

  var cost: Int { term.node.cost }
  var knownCount: Int? { term.node.knownCount }

  func ceilings(
    _ grid: WindowGrid, weight: Float, into ceilings: UnsafeMutablePointer<UInt32>
  ) {
    term.node.ceilings(grid, weight: weight, into: ceilings)
  }

  func mayMatch(_ window: Window) -> Bool { term.node.mayMatch(window) }

  func narrow(
    _ window: Window, _ words: Bits.Words, into frequencies: UnsafeMutablePointer<UInt32>?
  ) {
    term.node.narrow(window, words)
    guard let frequencies else { return }
    term.node.forEachFrequency(window, words) { place, _, frequency in
      frequencies[place] = frequency
    }
  }

  func begin(_ window: Window, _ wanted: Bits.Words) {
    (start, readCount) = (window.start, 0)
    reserve(Bits.population(wanted, count: window.wordCount) + 1)
    count = Bits.list(wanted, count: window.wordCount, into: self.wanted)
    _ = term.locate(
      window, wanted, UnsafeBufferPointer(start: self.wanted, count: count), into: places)
  }

  private func reserve(_ count: Int) {
    guard count > capacity else { return }
    capacity = min(2 * count, SearchScratch.documents + 1)
    wanted = term.node.memory.take(capacity)
    places = term.node.memory.take(capacity)
  }

  func read(into batch: inout OccurrenceBatch) -> Bool {
    guard readCount < count else { return false }
    while readCount < count && !batch.isFull {
      let document = start &+ Int(wanted[readCount])
      let slice = term.slice(&places[readCount], width: Int(widths[Int(codes[document])]))
      slice.read(minus: 0, into: batch.extend(by: slice.count))
      batch.add(UInt32(truncatingIfNeeded: document), count: slice.count)
      readCount &+= 1
    }
    return true
  }
}
