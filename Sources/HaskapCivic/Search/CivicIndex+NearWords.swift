internal import Haskap
internal import HaskapDocuments
internal import HaskapText

extension CivicIndex {
  /// Names of organizations that are spelled nearly like words that nothing has, and words of the
  /// reports that are.
  func suggestions(for words: [String]) throws -> [String] {
    guard !words.isEmpty else { return [] }
    let interpreter = QueryInterpreter(
      reader.schema, defaults: CivicSchema.textFields, reader: reader)
    let near = try NearWords(reader, interpreter) { try self.entry($0).texts }
    return try words.flatMap { word in
      let asked = try asked(word, .organizations, keys: OrganizationRegistry.keys)
      let names = try organizations(of: asked.cities).find(asked.name).filter {
        $0.agreement.isNear
      }.prefix(2).map(\.entity.name)
      return try names + near.all(near: word)
    }.reduce(into: []) { all, word in
      if !all.contains(word) { all.append(word) }
    }
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
