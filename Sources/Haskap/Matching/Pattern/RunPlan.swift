/// A pattern that runs over words, with the grams of its pieces looked up in all segments.
struct RunPlan: Sendable {
  /// The field's grams.
  let context: FieldContext
  let pieces: [PatternPiece]
  /// By segment and piece.
  let grams: [[SubstringGrams]]
}
