/// How often a unit occurs in a document, rung by rung; 65,535 stands for more, which change no
/// score.
struct RungCounts: Hashable {
  private(set) var counts = SIMD4<UInt16>()

  init() {}

  /// The most occurrences that can be counted in one word.
  static let most = 0xFFFF

  /// - Parameter word: sixteen bits for each rung, the first lowest (`UnitRung.one`).
  @inline(__always)
  init(_ word: UInt64) { counts = unsafeBitCast(word.littleEndian, to: SIMD4<UInt16>.self) }

  @inline(__always)
  init(clamping counts: SIMD4<UInt32>) {
    self.counts = SIMD4<UInt16>(truncatingIfNeeded: pointwiseMin(counts, SIMD4(repeating: 0xFFFF)))
  }

  @inline(__always)
  mutating func add(_ other: RungCounts) {
    self = RungCounts(
      clamping: SIMD4<UInt32>(truncatingIfNeeded: counts)
        &+ SIMD4<UInt32>(truncatingIfNeeded: other.counts))
  }

  subscript(rung: UnitRung) -> Int { Int(counts[Int(rung.rawValue)]) }

  var isEmpty: Bool { counts == SIMD4() }

  /// The best rung that it occurs on.
  @inline(__always)
  var best: UnitRung {
    counts[0] > 0 ? .aligned : counts[1] > 0 ? .extended : counts[2] > 0 ? .inside : .across
  }

  /// The frequency that BM25 is given: an occurrence counts half of one on the rung above.
  @inline(__always)
  var weighted: Float {
    let eighths = SIMD4<UInt32>(truncatingIfNeeded: counts) &* SIMD4(8, 4, 2, 1)
    return Float(eighths.wrappedSum()) / 8
  }
}
