import HaskapCivic
import HaskapDocuments

/// Tells which words an answer has in place of those that were asked for.
enum MeaningText {
  /// For each relation a line, the nearest first: 同義: 就職 → 就労、雇用
  static func lines(_ meanings: [CivicMeaning]) -> [String] {
    Thesaurus.Relation.allCases.compactMap { relation in
      let some = meanings.filter { $0.relation == relation }
      guard !some.isEmpty else { return nil }
      let words = some.map(\.word).reduce(into: [String]()) { words, word in
        if !words.contains(word) { words.append(word) }
      }
      let parts = words.map { word in
        let found = some.filter { $0.word == word }.prefix(3).map(\.found)
        return "\(word) → \(found.joined(separator: Language.current.listMark))"
      }
      return "\(label(relation)): \(parts.joined(separator: "; "))"
    }
  }

  static func label(_ relation: Thesaurus.Relation) -> String {
    switch relation {
    case .same: told("同義")
    case .narrower: told("狭義")
    case .related: told("関連")
    case .broader: told("広義")
    }
  }
}
