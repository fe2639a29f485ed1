internal import Haskap

/// Chooses what of an answer's text is shown under it.
struct CivicSnippets {
  /// The words to be marked, as typed.
  let units: [String]
  /// Those of them that are marked as they are written alone.
  let quotations: Set<String>
  let interpreter: QueryInterpreter
  let highlighter: Highlighter

  /// The paragraph in which the most of the words stand; the beginning of the first where none
  /// does.
  func snippet(of entry: CivicEntry) throws -> Snippet? {
    let paragraphs = entry.paragraphs
    let found = try paragraphs.map { paragraph in
      try interpreter.matches(
        of: units, quotations: quotations, in: paragraph, field: CivicSchema.prose)
    }
    let best = found.indices.max { one, other in
      let (left, right) = (Self.rank(found[one]), Self.rank(found[other]))
      return left == right ? one > other : left < right
    }
    return best.map { highlighter.snippet(of: paragraphs[$0], matches: found[$0]) }
  }

  /// Different words first, then how often they stand there.
  private static func rank(_ matches: [TextMatch]) -> (Int, Int) {
    (Set(matches.map(\.term)).count, matches.count)
  }
}

extension CivicEntry {
  /// What a snippet may be taken from.
  fileprivate var paragraphs: [String] {
    guard let record else { return [] }
    let prose = [record.purpose, record.effect, record.text].compactMap(\.self) + record.bullets
    return prose + [record.policyTitle, record.pledgeTitle].compactMap(\.self) + record.rest
  }
}
