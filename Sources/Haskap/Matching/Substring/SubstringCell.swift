/// One variant of a unit in one field of a segment.
final class SubstringCell {
  let field: UnitField
  let variant: UnitVariant
  let matcher: any SubstringMatcher
  private let excluded: ExcludedPlaces?
  /// The best rung of the variant's tier.
  let firstRung: UInt8
  /// What an occurrence of the tier adds, beside one of the first.
  private let factor: Float
  /// By the code of a document's length what one occurrence adds.
  private let parts: UnsafePointer<Float>
  private let codes: UnsafePointer<UInt8>
  /// Keeps alive what `codes` and the matcher point to.
  private let weights: FieldWeights
  private var batch: OccurrenceBatch
  /// The documents of the window.
  let matches: Bits.Words
  /// By index in the window how often the variant occurs, if that was asked for.
  private let frequencies: UnsafeMutablePointer<UInt32>

  init(
    _ variant: UnitVariant, in field: UnitField, _ grams: GramField,
    _ matcher: any SubstringMatcher, _ weights: FieldWeights, excluding excluded: ExcludedPlaces?,
    _ memory: SearchMemory
  ) throws {
    self.field = field
    self.variant = variant
    self.matcher = matcher
    self.excluded = excluded
    self.weights = weights
    firstRung = UInt8(4 * variant.tier)
    factor = Self.factor(tier: variant.tier)
    codes = try weights.codes
    parts = UnsafePointer(field.parts)
    let window = min(grams.index.documentCount, SearchScratch.documents)
    matches = memory.take(Bits.wordCount(window))
    frequencies = memory.take(window)
    let length = UTF8Length.offsets(in: variant.utf8).count - 1
    batch = OccurrenceBatch(
      grams.boundaries,
      UnitLadder(
        length: length, cuts: variant.cuts, beginsWord: variant.beginsWord,
        endsWord: variant.endsWord))
  }

  static func factor(tier: Int) -> Float {
    Float(sign: .plus, exponent: -4 * tier, significand: 1)
  }

  /// Finds the variant's documents among those of a set.
  ///
  /// - Parameter counting: whether `bound` and `forEachCount` will be called.
  func find(_ window: Window, among words: Bits.Words, counting: Bool) throws {
    guard matcher.mayMatch(window) else {
      return Bits.clear(matches, count: window.wordCount)
    }
    matches.update(from: words, count: window.wordCount)
    try matcher.narrow(
      window, matches, into: counting || isSelective ? frequencies : nil)
    if isSelective { try dropUncounted(window) }
  }

  /// Whether some occurrences do not count.
  private var isSelective: Bool { variant.isSelective || excluded != nil }

  /// Drops the documents where no occurrence counts.
  private func dropUncounted(_ window: Window) throws {
    // A matcher that has found nothing may still hold what it found in another window.
    if Bits.isEmpty(matches, count: window.wordCount) { return }
    let counted = window.scratch.words()
    defer { window.scratch.release(counted) }
    Bits.clear(counted, count: window.wordCount)
    try forEachCount(window, matches) { place, counts in
      if !counts.isEmpty { Bits.insert(place, into: counted) }
    }
    matches.update(from: counted, count: window.wordCount)
  }

  /// The number of documents, deleted ones included, where no look at them is needed.
  var knownCount: Int? { isSelective ? nil : matcher.knownCount }

  /// What the variant adds to the sum of a document that it matches, at most: as if all its
  /// occurrences were whole words.
  @inline(__always)
  func bound(_ window: Window, _ place: Int) -> Float {
    parts[Int(codes[window.start &+ place])] * Float(frequencies[place]) * factor
  }

  /// Removes from a set of documents that the variant matches those with a lower bound.
  func drop(_ window: Window, _ words: Bits.Words, below least: Float) {
    for index in 0..<window.wordCount where words[index] != 0 {
      var kept: UInt64 = 0
      Bits.forEach(of: words[index]) { bit in
        kept |= (bound(window, index &* 64 &+ bit) >= least ? 1 : 0) &<< UInt64(bit)
      }
      words[index] = kept
    }
  }

  /// What the variant adds to the sum of a document.
  @inline(__always)
  func sum(_ window: Window, _ place: Int, _ counts: RungCounts) -> Float {
    parts[Int(codes[window.start &+ place])] * counts.weighted * factor
  }

  /// Gives the rungs of documents that the variant matches, by index in the window; of a document
  /// perhaps in several portions.
  @inline(__always)
  func forEachCount(
    _ window: Window, _ wanted: Bits.Words, _ body: (Int, RungCounts) -> Void
  ) throws {
    if let excluded { batch.excluded = try excluded.find(window, among: wanted) }
    try matcher.begin(window, wanted)
    while try matcher.read(into: &batch) {
      if batch.isFull { try batch.take { body(Int($0) &- window.start, $1) } }
    }
    try batch.take { body(Int($0) &- window.start, $1) }
  }
}
