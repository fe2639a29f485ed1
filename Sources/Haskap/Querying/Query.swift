/// What is looked for, in terms that are already analysed.
///
/// A term is the UTF-8 bytes of a token as the field's analyzer gives it. A name that no field has
/// matches nothing.
public indirect enum Query: Hashable, Sendable {
  case none
  /// Every document, each with score 1.
  case everything
  /// Documents with this term in this field, by BM25.
  case term(field: String, [UInt8])
  /// Documents where the terms stand side by side in this order. The field needs positions. The
  /// score is BM25 with the number of such places as the frequency and the terms' weights summed.
  case phrase(field: String, [[UInt8]])
  /// Documents where the terms stand near each other, with at most `slop` other positions between
  /// the first and the last of them; a term that is given twice must stand twice. The field needs
  /// positions. The score is BM25 with the largest number of such places that do not overlap as
  /// the frequency, and the terms' weights summed. Values of a field lie one position apart, so
  /// that a place may reach from one into the next.
  case near(field: String, [[UInt8]], slop: Int, ordered: Bool = false)
  /// Documents with a term that begins with these bytes, each with score 1.
  case prefix(field: String, [UInt8])
  /// Documents with a term that a pattern fits, each with score 1. A pattern that begins with a run
  /// looks at every term; others leap through the dictionary.
  ///
  /// Searching throws `QueryError` where more than `limit` terms fit, here and in the next two, and
  /// where the pattern has more than 63 scalars without its runs. Terms are those of the
  /// dictionary: in a text field the words that its analyzer cuts.
  case wildcard(field: String, WildcardPattern, limit: Int = Query.termLimit)
  /// Documents where one of some patterns fits a run of characters, wherever words are cut, each with
  /// score 1. The field keeps grams; others match nothing. A run in a pattern stands for at most `reach`
  /// scalars, and what is left open at its ends asks for nothing. Values of a field lie one scalar
  /// apart, so that the run may reach from one into the next.
  case run(field: String, [WildcardPattern], reach: Int = Query.runReach)
  /// Documents with a term that differs little from this one: score 1 where the term itself
  /// stands, 1/2 at distance 1, 1/4 at distance 2.
  case fuzzy(field: String, FuzzyTerm, limit: Int = Query.termLimit)
  /// Documents with a term between two, each with score 1.
  case range(field: String, TermRange, limit: Int = Query.termLimit)
  /// One term over several fields, scored as if it stood in one (BM25F).
  case fields([WeightedField], [UInt8])
  /// Documents where a word or phrase stands as a run of characters, wherever words are cut.
  case unit(TextUnit)
  /// Documents that match all of these; the scores are added.
  case all([Query])
  /// Documents that match at least so many of these; the scores of all that match are added.
  case any([Query], minimumShouldMatch: Int = 1)
  /// Documents that match any of these, with the highest score among them.
  case best([Query])
  /// Documents that do not match, with score 0.
  case not(Query)
  /// Documents that match, with score 0.
  case filter(Query)
  /// The scores multiplied; a factor below 0 counts as 0.
  case boosted(Query, by: Double)
  /// Documents that match, each with this score.
  case constantScore(Query, Double)
  /// Documents of a set that was computed elsewhere, with score 0.
  case documents(DocumentSets)
}

extension Query {
  /// How many terms a pattern may stand for unless told otherwise: what bounds time and memory.
  public static let termLimit = 65_536
  /// How many scalars `*` stands for at most where a pattern runs over words, unless told otherwise.
  public static let runReach = 16
}
