/// A term in all segments.
struct TermPlan {
  let field: FieldContext
  let text: [UInt8]
  /// By segment; nil where it is not.
  let infos: [TermInfo?]
  let weight: Double
}

extension TermPlan {
  var documentFrequency: Int { infos.reduce(0) { $0 + ($1?.documentFrequency ?? 0) } }
}
