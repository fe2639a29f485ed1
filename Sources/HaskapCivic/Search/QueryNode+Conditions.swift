internal import Haskap
internal import HaskapQuery
internal import HaskapText

extension QueryNode {
  /// The texts that answers are looked for by, left to right, and apart from them what only bounds
  /// the answers: what is excluded, years, and the fields that are no text (`year:`, `type:`,
  /// `form:`).
  var textsAndConditions: (texts: [String], conditions: [QueryNode]) {
    switch self {
    case .word(let text) where ContentWords.isYear(text): return ([], [takingTimes])
    case .word, .phrase, .prefix, .wildcard, .fuzzy, .near: return (positiveTexts, [])
    case .not: return ([], [takingTimes])
    case .range: return ([], [self])
    case .field(let name, let node):
      let isText = CivicSchema.textFields.contains { $0.name == name }
      return isText ? (node.positiveTexts, []) : ([], [self])
    case .all(let nodes):
      let parts = nodes.map(\.textsAndConditions)
      return (parts.flatMap(\.texts), parts.flatMap(\.conditions))
    case .any(let nodes):
      // A condition of one alternative does not bound the others.
      return (nodes.flatMap(\.textsAndConditions.texts), [])
    }
  }

  /// A year, month or day among the words means what is of that time, as well as what names it:
  /// `令和2年度 美術展`, `2023年10月14日`.
  var takingTimes: QueryNode {
    switch self {
    case .word(let text) where ContentWords.isYear(text):
      .any([self, .field(CivicSchema.year, .word(text))])
    case .word(let text) where ContentWords.date(text) != nil:
      .any([self, .field(CivicSchema.time, .word(text))])
    case .all(let nodes): .all(nodes.map(\.takingTimes))
    case .any(let nodes): .any(nodes.map(\.takingTimes))
    case .not(let node): .not(node.takingTimes)
    default: self
    }
  }

  /// What is looked for in names is so in aliases too, but for quotations.
  var takingAliases: QueryNode {
    switch self {
    case .field(CivicSchema.name, .phrase): self
    case .field(CivicSchema.name, let node): .any([self, .field(CivicSchema.aliases, node)])
    case .all(let nodes): .all(nodes.map(\.takingAliases))
    case .any(let nodes): .any(nodes.map(\.takingAliases))
    case .not(let node): .not(node.takingAliases)
    default: self
    }
  }

  /// What is excluded, and whether there is a name at all, is so in aliases too where the rest is looked for
  /// as it is written.
  var takingAliasesWithoutText: QueryNode {
    switch self {
    case .field(CivicSchema.name, .word("*")), .not: takingAliases
    case .all(let nodes): .all(nodes.map(\.takingAliasesWithoutText))
    case .any(let nodes): .any(nodes.map(\.takingAliasesWithoutText))
    default: self
    }
  }

  /// What is said of years that are written otherwise than reports print them, or the last one first, and
  /// of days.
  var timeNotes: [String] {
    switch self {
    case .word(let text):
      if let time = ContentWords.printedYear(of: text) ?? ContentWords.date(text)?.wareki {
        ["「\(text)」は\(time)の記録も含めて探しました。"]
      } else if let years = CivicFilters.swapped(text) {
        ["「\(text)」は終わりの年が始まりより前なので、文字のまま探しました。year:\(years) のように書きます。"]
      } else {
        []
      }
    case .all(let nodes), .any(let nodes): nodes.flatMap(\.timeNotes)
    case .not(let node): node.timeNotes
    default: []
    }
  }

  /// Whether texts are looked for, not only bounds set.
  var looksForText: Bool { !textsAndConditions.texts.isEmpty }

  /// Whether it is looked for, or a time among the words.
  var isWord: Bool { if case .word = self { true } else { looksForText } }

  /// The parts that a match must have, each by itself.
  var clauses: [QueryNode] {
    if case .all(let nodes) = self { nodes } else { [self] }
  }
}
