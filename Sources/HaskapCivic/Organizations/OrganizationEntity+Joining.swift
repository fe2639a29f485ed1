extension OrganizationEntity {
  /// What several cities list of one body.
  enum Listed {
    /// The name where it is listed most; of equals the first.
    static func name(_ all: [(name: String, spellings: [Spelling])]) -> String {
      var (best, most) = ("", -1)
      for (name, spellings) in all {
        let count = spellings.reduce(0) { $0 + $1.count }
        if count > most { (best, most) = (name, count) }
      }
      return best
    }

    /// Each once, the commonest first.
    static func spellings(_ all: [Spelling]) -> [Spelling] {
      Dictionary(all.map { ($0.text, $0.count) }, uniquingKeysWith: +)
        .map { Spelling(text: $0.key, count: $0.value) }
        .sorted { ($1.count, $0.text) < ($0.count, $1.text) }
    }
  }

  /// One body of what several cities tell of it, in the order of their records; the children are
  /// left to whoever knows all bodies.
  static func joined(_ parts: [OrganizationEntity]) -> OrganizationEntity {
    var body = parts[0]
    body.name = Listed.name(parts.map { ($0.name, $0.spellings) })
    body.spellings = Listed.spellings(parts.flatMap(\.spellings))
    body.otherNames = parts.flatMap(\.otherNames).uniqued
    body.formerNames = parts.flatMap(\.formerNames).uniqued
    body.mentions = parts.flatMap(\.mentions)
    body.parent = parts.lazy.compactMap(\.parent).first
    return body
  }
}
