internal import Haskap

/// Chooses what of an answer's text is shown under it.
struct CivicSnippets {
  private let marker: TextMarker?
  private let highlighter: Highlighter

  /// - Parameters:
  ///   - units: the words to be marked, as typed.
  ///   - quotations: those of them that are marked as they are written alone.
  init(
    units: [String], quotations: Set<String>, interpreter: QueryInterpreter,
    highlighter: Highlighter
  ) throws {
    marker = try interpreter.marker(
      of: units, quotations: quotations, field: CivicSchema.prose)
    self.highlighter = highlighter
  }

  /// The paragraph in which the most of the words stand; the beginning of the first where none
  /// does.
  func snippet(of paragraphs: [NormalizedText]) -> Snippet? {
    let found = paragraphs.map { marker?.matches(in: $0) ?? [] }
    // Different words first, then how often they stand there.
    let ranks = found.map { (Set($0.map(\.term)).count, $0.count) }
    let best = found.indices.max { one, other in
      ranks[one] == ranks[other] ? one > other : ranks[one] < ranks[other]
    }
    return best.map { highlighter.snippet(of: paragraphs[$0].text, matches: found[$0]) }
  }
}

extension CivicEntry {
  /// What a snippet may be taken from.
  var paragraphs: [String] {
    guard let record else { return [] }
    let prose = [record.purpose, record.effect, record.text].compactMap(\.self) + record.bullets
    return prose + [record.policyTitle, record.pledgeTitle].compactMap(\.self) + record.rest
  }
}
