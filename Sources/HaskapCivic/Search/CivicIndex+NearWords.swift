internal import Haskap
internal import HaskapDocuments
internal import HaskapQuery

extension CivicIndex {
  /// Names of organizations that are spelled nearly like words that nothing has, and words of the
  /// reports that are.
  ///
  /// - Parameter planner: of the request; only what passes its filters has answers.
  func suggestions(for words: [String], _ planner: CivicPlanner) throws -> [String] {
    let bounds = try planner.bounds()
    guard bounds.isEmpty else {
      return try words.flatMap { try near($0, planner, within: bounds) }.uniqued
    }
    return try words.flatMap { word in
      try nearWords.value(of: word) { try near(word, planner) }
    }.uniqued
  }

  private func near(
    _ word: String, _ planner: CivicPlanner, within bounds: [Query] = []
  ) throws -> [String] {
    let near = try NearWords(reader, searcher, planner.interpreter, within: bounds) {
      try self.entry($0).texts
    }
    let asked = try asked(word, .organizations, keys: OrganizationRegistry.keys)
    let bodies =
      try asked.mayBeWhole ? organizations(of: asked.cities).find(asked.name) : []
    let names = bodies.filter { $0.agreement.isNear }.map(\.entity.name)
      .filter { CivicSchema.title(of: $0) != CivicSchema.title(of: word) }
    return try [names, near.all(near: word, limit: Self.mostNear)].flatMap { near in
      // Within bounds not all that has a word is an answer: an organization may have done it otherwise.
      let answering =
        try bounds.isEmpty ? near : near.prefix(Self.mostNear).filter { try planner.finds($0) }
      return answering.prefix(2)
    }
  }

  /// So many words are tried for the two that are suggested.
  private static let mostNear = 8
}

extension NameAgreement {
  /// Whether the whole name was meant; of a part, which may be short, nothing is known.
  fileprivate var isNear: Bool {
    switch self {
    case .exact, .kana, .misspelt: true
    case .part, .misspeltPart: false
    }
  }
}

extension CivicEntry {
  /// All that is read of it.
  var texts: [String] {
    [name] + (record?.organizations.map(\.name) ?? []) + (organization?.spellings ?? [])
      + departments + (record?.prose ?? []) + (record?.rest ?? [])
  }
}
