/// A field in all segments of a snapshot.
final class FieldContext: Sendable {
  let name: String
  /// The field's number in each segment that has it.
  let numbers: [Int?]
  let statistics: FieldStatistics
  let hasPositions: Bool
  let weights: [FieldWeights?]

  init(_ name: String, segments: [SearchSegment], ranking: BM25) {
    let numbers = segments.map { $0.index.field(named: name) }
    let parts = zip(segments, numbers).compactMap { segment, number in
      number.map { (segment.index.places[$0], segment.index.fields[$0]) }
    }
    let statistics = parts.reduce(FieldStatistics()) { $0 + $1.0.statistics }
    let norms = parts.allSatisfy { $0.1.norms }
    let saturations = ranking.saturations(averageLength: statistics.averageLength, norms: norms)
    weights = zip(segments, numbers).map { segment, number in
      number.map { FieldWeights(segment.index, field: $0, saturations: saturations) }
    }
    hasPositions = parts.allSatisfy { $0.1.positions }
    self.name = name
    self.numbers = numbers
    self.statistics = statistics
  }
}
