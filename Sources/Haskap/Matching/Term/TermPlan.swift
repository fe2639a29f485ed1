/// A term in all segments, or two terms side by side.
final class TermPlan: Sendable {
  let field: FieldContext
  let text: [UInt8]
  /// By segment; nil where it is not.
  let infos: [TermInfo?]
  let documentFrequency: Int
  let weight: Double

  /// - Parameter weight: of the document frequency.
  init(
    field: FieldContext, text: [UInt8], infos: [TermInfo?], weight: (Int) -> Double = { _ in 0 }
  ) {
    (self.field, self.text, self.infos) = (field, text, infos)
    documentFrequency = infos.reduce(0) { $0 + ($1?.documentFrequency ?? 0) }
    self.weight = weight(documentFrequency)
  }

  func documentFrequency(in segments: Range<Int>) -> Int {
    infos[segments].reduce(0) { $0 + ($1?.documentFrequency ?? 0) }
  }

  /// Places where it stands.
  var totalFrequency: Int { infos.reduce(0) { $0 + ($1?.totalFrequency ?? 0) } }
}
