/// A field of a BM25F query: the term, and for every length's code what one place adds.
struct FieldPlan {
  let term: TermPlan
  let parts: [Float]
  /// `k1 / part`: the saturations that make the field alone a ceiling.
  let saturations: [Float]
}
