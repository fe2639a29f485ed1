/// Patterns that run over words, with the grams of their pieces looked up in all segments.
struct RunPlan: Sendable {
  /// A piece in its pattern.
  struct Step: Sendable {
    /// Among the pieces of the plan.
    let piece: Int
    /// Scalars between the end of the piece before and this one.
    let gap: ClosedRange<Int>
  }

  /// The field's grams.
  let context: FieldContext
  /// The characters of each piece, which patterns share.
  let pieces: [[UInt8]]
  /// Those of which some segment has all pieces.
  let patterns: [[Step]]
  /// By segment and piece.
  let grams: [[SubstringGrams]]
}
