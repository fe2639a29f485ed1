/// What the dictionary says of a term.
struct TermInfo: Hashable, Sendable {
  /// Documents that have it.
  var documentFrequency = 0
  /// Places where it stands.
  var totalFrequency = 0
  /// Offsets in the file of postings.
  var postings = 0..<0
  /// Offsets in the file of positions; empty when the field has none.
  var positions = 0..<0
  /// The number of the field.
  var field = 0
  /// The number of the term in the segment, or of the pair among pairs; -1 when there is none.
  var number = -1
}
