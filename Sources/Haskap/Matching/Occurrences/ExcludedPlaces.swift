/// Where occurrences of a variant do not count, because each is a part of a longer string.
final class ExcludedPlaces {
  /// With the distance of the variant from the beginning of each string, in scalars.
  private let strings: [(matcher: any SubstringMatcher, offset: Int)]
  private let boundaries: BoundariesField

  init(_ strings: [(any SubstringMatcher, Int)], _ boundaries: BoundariesField) {
    self.strings = strings.map { (matcher: $0.0, offset: $0.1) }
    self.boundaries = boundaries
  }

  /// In some of a window's documents; a document's number is the upper half of each key.
  func find(_ window: Window, among words: Bits.Words) throws -> Set<UInt64> {
    var places: Set<UInt64> = []
    let own = window.scratch.words()
    defer { window.scratch.release(own) }
    let frequencies = UnsafeMutablePointer<UInt32>.allocate(capacity: SearchScratch.documents)
    defer { frequencies.deallocate() }
    for (matcher, offset) in strings where matcher.mayMatch(window) {
      own.update(from: words, count: window.wordCount)
      try matcher.narrow(window, own, into: frequencies)
      if Bits.isEmpty(own, count: window.wordCount) { continue }
      try matcher.begin(window, own)
      var batch = OccurrenceBatch(boundaries, UnitLadder(length: 1, cuts: []))
      while try matcher.read(into: &batch) { batch.takeStarts(adding: offset, to: &places) }
      batch.takeStarts(adding: offset, to: &places)
    }
    return places
  }

  static func key(_ document: UInt32, _ start: UInt32) -> UInt64 {
    UInt64(document) << 32 | UInt64(start)
  }
}

extension OccurrenceBatch {
  fileprivate mutating func takeStarts(adding offset: Int, to places: inout Set<UInt64>) {
    takeStarts { document, start in
      places.insert(ExcludedPlaces.key(document, start &+ UInt32(offset)))
    }
  }
}
