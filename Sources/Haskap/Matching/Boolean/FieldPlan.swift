/// A field of a BM25F query: the term, and what one place adds for every length's code.
struct FieldPlan {
  let term: TermPlan
  /// Its weights in a segment are saturations that make the field alone a ceiling.
  let field: UnitField
}
