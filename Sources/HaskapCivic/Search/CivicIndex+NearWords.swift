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
      return try words.flatMap { try near($0, planner.interpreter, within: bounds) }.uniqued
    }
    return try words.flatMap { word in
      try nearWords.value(of: word) { try near(word, planner.interpreter) }
    }.uniqued
  }

  private func near(
    _ word: String, _ interpreter: QueryInterpreter, within bounds: [Query] = []
  ) throws -> [String] {
    let near = try NearWords(reader, interpreter, within: bounds) { try self.entry($0).texts }
    let asked = try asked(word, .organizations, keys: OrganizationRegistry.keys)
    let names = try organizations(of: asked.cities).find(asked.name).filter {
      $0.agreement.isNear
    }.prefix(2).map(\.entity.name)
    let answering = try names.filter {
      try bounds.isEmpty
        || searcher.count(.all([interpreter.query(.phrase($0))] + bounds)) > 0
    }
    return try answering + near.all(near: word)
  }
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
