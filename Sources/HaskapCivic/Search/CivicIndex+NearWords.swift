internal import Haskap
internal import HaskapDocuments
internal import HaskapText

extension CivicIndex {
  /// Names of organizations that are spelled nearly like words that nothing has, and words of the
  /// reports that are.
  ///
  /// - Parameter interpreter: of words in the text fields.
  func suggestions(for words: [String], _ interpreter: QueryInterpreter) throws -> [String] {
    try words.flatMap { word in
      try nearWords.value(of: word) { try near(word, interpreter) }
    }.uniqued
  }

  private func near(_ word: String, _ interpreter: QueryInterpreter) throws -> [String] {
    let near = try NearWords(reader, interpreter) { try self.entry($0).texts }
    let asked = try asked(word, .organizations, keys: OrganizationRegistry.keys)
    let names = try organizations(of: asked.cities).find(asked.name).filter {
      $0.agreement.isNear
    }.prefix(2).map(\.entity.name)
    return try names + near.all(near: word)
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
