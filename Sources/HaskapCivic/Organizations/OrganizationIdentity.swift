/// Which body a name means: the keys of the body and of its units, aliases resolved.
struct OrganizationIdentity: Hashable {
  var body: String
  var units: [String]
  /// Set when the body's owner is named before it, or it is a branch that only its owner's name gives
  /// away.
  var owner: String?
  /// Whether the body goes by the name's core; a form in front of another may be that of somebody else (the
  /// owner of a school).
  var goesByCore = true

  var id: String { body + units.joined() }
}

/// Resolves names to identities, knowing all names of a set of records.
struct OrganizationResolver {
  let folding: NameFolding
  /// By alias: the key and the name of the body meant.
  private var canonical: [String: String] = [:]
  private(set) var canonicalNames: [String: String] = [:]
  private(set) var aliases: [String: [OrganizationAliases.Alias]] = [:]
  private var known: Set<String> = []
  /// By the key of a name, the kinds of legal forms that it is met with.
  private var kinds: [String: Set<String>] = [:]

  init(aliases file: OrganizationAliases) {
    folding = NameFolding(places: file.places)
    for (name, others) in file.aliases {
      let key = key(of: name)
      canonicalNames[key] = name
      aliases[key, default: []] += others
      for alias in others.map({ self.key(of: $0.name) }) where alias != key {
        canonical[alias] = key
      }
    }
    for alias in canonical.keys { canonical[alias] = head(of: alias) }
  }

  /// A legal form, which an editor may well write, is no part of what a name is known by.
  private func key(of name: String) -> String {
    let parsed = OrganizationName(name)
    return folding.key(parsed.form == nil ? name : parsed.searchable)
  }

  /// An alias may stand for a body that is itself an alias in another file. A circle ends where it
  /// began.
  private func head(of alias: String) -> String {
    var (head, seen) = (alias, Set<String>())
    while let next = canonical[head], seen.insert(head).inserted { head = next }
    return head
  }

  /// Names that stand for a body of another name or that no record may list.
  var aliasKeys: [(alias: String, body: String)] {
    let others = canonical.map { (alias: $0.key, body: $0.value) }
    let own = canonicalNames.keys.map { (alias: $0, body: $0) }
    return (others + own).sorted { $0.alias < $1.alias }
  }

  mutating func learn(_ names: some Sequence<OrganizationName>) {
    for name in names {
      let key = coreKey(name)
      known.insert(key)
      if let kind = name.form?.kind { kinds[key, default: []].insert(kind) }
      guard let former = name.formerName.map({ self.key(of: $0) }), former != key else { continue }
      canonical[former] = canonical[former] ?? canonical[key] ?? key
    }
  }

  /// The name itself, or the one that the alias file says it stands for.
  func meant(by name: OrganizationName) -> OrganizationName {
    let key = folding.key(name.searchable)
    var meant = name
    guard let body = canonical[key], let text = canonicalNames[body] else {
      meant.core = Self.lasting(name.core)
      return meant
    }
    let standard = OrganizationName(text)
    (meant.core, meant.units) = (standard.core, standard.units)
    // A form before another name may be that of another body: 学校法人 of the school's owner.
    meant.form = standard.form
    return meant
  }

  func identity(of name: OrganizationName) -> OrganizationIdentity {
    let core = coreKey(name)
    let other = canonical[core] ?? schoolOf(core, name.form)
    var identity = OrganizationIdentity(
      body: other ?? ownKey(core, name.form), units: name.units.map(folding.key),
      goesByCore: other == nil)
    if let owner = name.owner {
      let key = coreKey(OrganizationName(owner))
      identity.owner = canonical[key] ?? key
    } else if name.units.isEmpty, OrganizationName.isUnit(name.core) {
      identity.owner = owner(of: identity.body)
    }
    return identity
  }

  /// ㈱山田商会 and 有限会社山田商会 are two bodies, and whichever is meant without a form a third; unless an
  /// editor says that the name is one body's.
  private func ownKey(_ core: String, _ form: LegalForm?) -> String {
    guard let kind = form?.kind, let kinds = kinds[core], kinds.count > 1,
      canonicalNames[core] == nil
    else { return core }
    return folding.key(kind) + core
  }

  private func coreKey(_ name: OrganizationName) -> String { folding.key(Self.lasting(name.core)) }

  /// The committee of this year's event is the committee of last year's.
  private static func lasting(_ core: String) -> String {
    core.contains("実行委員会") ? ProjectName.withoutEdition(core) : core
  }

  /// `学校法人京都育英館苫小牧駒澤大学` is the school with its owner's name before it, when the school
  /// is known by itself.
  private func schoolOf(_ core: String, _ form: LegalForm?) -> String? {
    guard form?.name == "学校法人" else { return nil }
    for start in core.indices.dropFirst() {
      let school = String(core[start...])
      guard school.count >= 4 else { return nil }
      if let body = canonical[school] ?? (known.contains(school) ? school : nil) { return body }
    }
    return nil
  }

  /// The longest known body with whose name a branch's name begins: トヨタ自動車北海道 of
  /// トヨタ自動車北海道苫小牧工場. A city does not own every center in it.
  private func owner(of branch: String) -> String? {
    for end in branch.indices.dropFirst(4).reversed() {
      let body = String(branch[..<end])
      if known.contains(body), !Self.isPlace(body) { return canonical[body] ?? body }
    }
    return nil
  }

  /// 苫小牧市, 安平町, 北海道: governments, whose names occur in every text.
  static func isPlace(_ key: String) -> Bool {
    key.count <= 5 && ["市", "町", "村", "区", "県", "府", "都", "道"].contains { key.hasSuffix($0) }
  }
}
