/// A term in all segments.
struct TermPlan {
  let field: FieldContext
  /// By segment; nil where it is not.
  let infos: [TermInfo?]
  let weight: Double
}

extension TermPlan {
  var documentFrequency: Int { infos.reduce(0) { $0 + ($1?.documentFrequency ?? 0) } }
}
