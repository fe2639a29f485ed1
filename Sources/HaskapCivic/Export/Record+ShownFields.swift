internal import HaskapDocuments

extension Record {
  /// What the record says beside its name, year and place, by field and for people; lists a line each.
  package var shownFields: [(field: String, text: String)] {
    let texts: [(String, String?)] = [
      ("section", section), ("number", number.map(String.init)), ("departments", departments.cell),
      ("since", implementation?.since.map(String.init)),
      ("organizations", organizations.map(\.text).cell),
      ("occurrences", occurrences.map(\.text).cell),
      ("totalParticipants", totalParticipants.map(String.init)),
      ("cancelled", cancelled.map(String.init)), ("purpose", purpose), ("effect", effect),
      ("remarks", remarks.cell), ("base", base), ("service", service), ("subItem", subItem),
      ("goal", goal), ("results", results.map(\.shown).cell), ("policy", policy),
      ("policyTitle", policyTitle), ("pledge", pledge.map(String.init)),
      ("pledgeTitle", pledgeTitle), ("measure", measure.map(String.init)),
      ("stars", stars.map(String.init)), ("progress", progress.map(String.init)),
      ("bullets", bullets.cell), ("text", text), ("rest", rest.cell),
      ("notes", notes.map { "\($0.field): \($0.reason)" }.cell),
    ]
    return texts.compactMap { field, text in
      text.flatMap { $0.isEmpty ? nil : (field, $0) }
    }
  }
}

extension Record.Result {
  /// With its year: `2025 参加支援 10件`.
  fileprivate var shown: String {
    [fiscalYear.map(String.init), text].compactMap(\.self).joined(separator: " ")
  }
}
