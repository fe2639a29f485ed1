/// Gathers the entities of an `OrganizationRegistry`: first what the records list, then what
/// their texts mention.
struct OrganizationRegistryBuilder {
  private typealias Mention = OrganizationEntity.Mention

  var folding: NameFolding { resolver.folding }
  private var resolver: OrganizationResolver
  private var drafts: [OrganizationDraft] = []
  private var places: [String: Int] = [:]
  /// By the name that a mention means in its city.
  private var parsed: [String: OrganizationName] = [:]
  private let scope: CityScope
  private let misprints: [String]
  /// By city and printed name, what `scope` makes of it.
  private var scoped: [[String?]: String] = [:]

  init(aliases: OrganizationAliases) {
    resolver = OrganizationResolver(aliases: aliases)
    scope = CityScope(aliases, folding: resolver.folding)
    misprints = aliases.misprints
  }

  // MARK: What is listed

  mutating func addListed(in records: RecordList) {
    for record in records {
      for mention in record.namedOrganizations where mention.kind != .group {
        let name = name(mention, in: record)
        parse(name)
        parsed[name]?.printed = mention.name
        if let former = mention.formerName { parsed[name]?.formerName = former }
      }
    }
    resolver.learn(parsed.values)
    parsed = parsed.mapValues(resolver.meant)
    for (index, record) in records.enumerated() {
      for mention in record.namedOrganizations {
        let name = name(mention, in: record)
        add(mention, named: parsed[name], record: index)
      }
    }
  }

  private mutating func name(
    _ mention: Record.OrganizationMention, in record: Record
  ) -> String {
    let key = [record.municipality, mention.name]
    if let name = scoped[key] { return name }
    let name = scope.name(mention.name, in: record.municipality)
    scoped[key] = name
    return name
  }

  private mutating func parse(_ name: String) {
    guard parsed[name] == nil else { return }
    let organization = OrganizationName(name)
    parsed[name] = organization
    for part in organization.members + [organization.facility].compactMap({ $0 }) { parse(part) }
  }

  private mutating func add(
    _ mention: Record.OrganizationMention, named name: OrganizationName?, record: Int
  ) {
    let role = OrganizationEntity.Role(rawValue: mention.role.rawValue) ?? .related
    guard let name, isOrganization(mention, name) else {
      let place = draft(otherID(mention), kind: mention.kind)
      drafts[place].add(mention.name, name: otherName(mention))
      drafts[place].mention(Mention(record: record, role: role, spelling: mention.name))
      return
    }
    add(name, record: record, role: role)
  }

  /// How many a group counts is not a part of its name: 80町内会.
  private func otherName(_ mention: Record.OrganizationMention) -> String {
    guard mention.kind == .group else { return mention.name }
    let name = mention.name.drop { $0.isNumber || "約延べ計,".contains($0) }.trimmed
    return name.hasSuffix("等") ? String(name.dropLast()) : name.isEmpty ? mention.name : name
  }

  /// Persons and groups have ids of their own.
  private func otherID(_ mention: Record.OrganizationMention) -> String {
    let key = folding.key(otherName(mention))
    return (mention.kind == .person ? "person:" : "group:") + key
  }

  /// A person who speaks for a body (教育長 種田 直章) counts for the body.
  private func isOrganization(
    _ mention: Record.OrganizationMention, _ name: OrganizationName
  ) -> Bool {
    guard mention.kind == .person else { return mention.kind == .named }
    return name.office != nil && ["会", "校", "所", "団", "学"].contains { name.core.hasSuffix($0) }
  }

  private mutating func add(_ name: OrganizationName, record: Int, role: OrganizationEntity.Role) {
    let (place, identity) = draft(of: name)
    drafts[place].add(name, isCore: identity.goesByCore)
    drafts[place].mention(Mention(record: record, role: role, spelling: name.printed))
    for part in name.members + [name.facility].compactMap({ $0 }) {
      if let part = parsed[part] { add(part, record: record, role: role) }
    }
  }

  /// The draft of the name's body, with a draft for each body above it.
  private mutating func draft(of name: OrganizationName) -> (Int, OrganizationIdentity) {
    let identity = resolver.identity(of: name)
    var id = identity.body
    var place = draft(id, kind: .named)
    if let owner = identity.owner {
      let above = draft(owner, kind: .named)
      if let printed = name.owner { drafts[above].know(OrganizationName(printed), units: 0) }
      adopt(place, by: owner)
    }
    guard !identity.units.isEmpty else { return (place, identity) }
    drafts[place].know(name, units: 0)
    for (level, unit) in identity.units.enumerated() {
      let parent = id
      id += unit
      place = draft(id, kind: .named)
      adopt(place, by: parent)
      drafts[place].know(name, units: level + 1)
    }
    return (place, identity)
  }

  /// An alias file may say that a body is a branch of its own branch; that is not followed.
  private mutating func adopt(_ place: Int, by parent: String) {
    var ancestor: String? = parent
    while let id = ancestor {
      guard id != drafts[place].id else { return }
      ancestor = places[id].flatMap { drafts[$0].parent }
    }
    drafts[place].parent = parent
  }

  private mutating func draft(_ id: String, kind: OrganizationEntity.Kind) -> Int {
    if let place = places[id] { return place }
    places[id] = drafts.count
    drafts.append(
      OrganizationDraft(
        id: id, kind: kind, core: resolver.canonicalNames[id], misprints: misprints))
    drafts[drafts.count - 1].know(resolver.aliases[id] ?? [])
    return drafts.count - 1
  }

  // MARK: What is mentioned

  mutating func addMentioned(in records: RecordList) {
    let finder = MentionFinder(names: drafts, aliases: resolver.aliasKeys, folding: folding)
    for (index, record) in records.enumerated() {
      for id in finder.find(in: record)
      where scope.isMeant(resolver.canonicalNames[id], in: record) {
        let place = draft(id, kind: .named)
        let text = drafts[place].printedName
        drafts[place].mention(Mention(record: index, role: .mentioned, spelling: text))
      }
    }
  }

  // MARK: The result

  func finished() -> [OrganizationEntity] {
    var children: [String: [String]] = [:]
    for draft in drafts {
      if let parent = draft.parent { children[parent, default: []].append(draft.id) }
    }
    let order: [OrganizationEntity.Kind] = [.named, .person, .group]
    return order.flatMap { kind in
      drafts.filter { $0.kind == kind }.map { $0.finished(children: children[$0.id] ?? []) }
    }
  }
}
