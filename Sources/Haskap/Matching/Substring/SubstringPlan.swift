internal import Synchronization

/// A unit whose grams were looked up in all segments.
final class SubstringPlan: Sendable {
  let unit: TextUnit
  let fields: [SubstringField]
  /// Counted in an index of few documents. Else an estimate: of a string of several grams the
  /// documents of its rarest gram; of a character as many as its grams would have if they were spread
  /// at random; the sum over the variants.
  let documentFrequency: Int
  let weight: Double
  let k1: Float
  /// Those that have the unit, where they were counted.
  let documents: DocumentSets?
  /// By segment, once a node has asked for them.
  private let measures = Mutex<[Int: UnitMeasures]>([:])

  init(
    _ unit: TextUnit, fields: [SubstringField], documentFrequency: Int, weight: Double, k1: Float,
    documents: DocumentSets? = nil
  ) {
    self.unit = unit
    self.fields = fields
    self.documentFrequency = documentFrequency
    self.weight = weight
    self.k1 = k1
    self.documents = documents
  }

  /// How many grams it has in all fields and segments, and as many as take the memory of the rest:
  /// measures have eight bytes a document.
  var gramCount: Int {
    fields.reduce(16 + (documents?.count ?? 0) / 8) {
      $0 + $1.grams.reduce(0) { $0 + $1.reduce(0) { $0 + $1.count } }
    }
  }

  /// A number that its documents in some segments do not exceed, deleted ones included.
  func mostMatches(in segments: Range<Int>) -> Int {
    let known = fields.lazy.flatMap(\.grams).reduce(0) { sum, grams in
      grams[segments].reduce(sum) { $0 + $1.mostMatches }
    }
    return min(known, documents?.count ?? .max)
  }

  /// How the documents of a segment have the unit. Threads that ask at the same time may each find out.
  func measures(
    inSegment segment: Int, _ make: () throws -> UnitMeasures
  ) rethrows -> UnitMeasures {
    if let known = measures.withLock({ $0[segment] }) { return known }
    let made = try make()
    measures.withLock { $0[segment] = made }
    return made
  }

  /// Rungs of its ladder: four for every tier of its variants.
  var rungCount: Int { 4 * ((unit.variants.map(\.tier).max() ?? 0) + 1) }
}
