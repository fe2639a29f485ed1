internal import Haskap
internal import HaskapDocuments

/// What was found out of texts that were asked for, as far as it depends on the index and a thesaurus
/// alone: questions have words in common.
final class KnownTexts: Sendable {
  let contents = KnownValues<String, ContentWords>(room: room)
  let matches = KnownValues<String, [Thesaurus.Match]>(room: room)
  /// Whether a text is a word of the thesaurus.
  let areWords = KnownValues<String, Bool>(room: room)
  /// What is looked for in place of its words.
  let meanings = KnownValues<String, [Query]>(room: room)
  let loosened = KnownValues<String, CivicPlanner.Loosened>(room: room)
  let units = KnownValues<CivicMeanings.WholeUnit, UnitVariant>(room: room)
  /// How many answers have a text, whatever else they must meet.
  let counts = KnownValues<String, Int>(room: room)

  private static let room = 2048
}

extension CivicIndex {
  /// What is known of the texts of a question: with the thesaurus that the index keeps, of all questions
  /// before; with another one nothing yet.
  func knownTexts(with file: ThesaurusFile?) throws -> KnownTexts {
    guard file == nil else { return KnownTexts() }
    return try searches.value { KnownTexts() } as? KnownTexts ?? KnownTexts()
  }
}
