/// An entity while its records are being read.
struct OrganizationDraft {
  let id: String
  let kind: OrganizationEntity.Kind
  var parent: String?
  private var otherNames: [String] = []
  private var formerNames: [String] = []
  /// The name that the alias file gives.
  private let canonicalCore: String?
  /// What no name that is shown should have.
  private let misprints: [String]
  private var spellings: [String: Int] = [:]
  /// Full names without their forms, and forms, by how often each was met.
  private var cores: [String: Int] = [:]
  private var forms: [LegalForm: Int] = [:]
  private var secretariats = 0
  private var mentions: [OrganizationEntity.Mention] = []
  private var records: Set<Int> = []

  init(id: String, kind: OrganizationEntity.Kind, core: String?, misprints: [String]) {
    (self.id, self.kind, canonicalCore, self.misprints) = (id, kind, core, misprints)
  }

  mutating func add(_ printed: String, name: String) {
    spellings[printed, default: 0] += 1
    cores[name, default: 0] += 1
  }

  /// - Parameter isCore: whether the body goes by this core; else a form in front of it may be
  ///   that of somebody else (the owner of a school).
  mutating func add(_ name: OrganizationName, isCore: Bool) {
    spellings[name.printed, default: 0] += 1
    if isCore || !name.units.isEmpty { know(name, units: name.units.count) }
    if name.office?.hasPrefix("事務局") == true { secretariats += 1 }
    if let gloss = name.gloss, !otherNames.contains(gloss) { otherNames.append(gloss) }
    if let former = name.formerName, !formerNames.contains(former) { formerNames.append(former) }
  }

  mutating func know(_ aliases: [OrganizationAliases.Alias]) {
    // A file of the user's may say what the one that ships says already.
    for alias in aliases where !(otherNames + formerNames).contains(alias.name) {
      if alias.isFormer { formerNames.append(alias.name) } else { otherNames.append(alias.name) }
    }
  }

  /// Learns the name of the body, or of one of the units above the one named.
  mutating func know(_ name: OrganizationName, units: Int) {
    let parts = [units == 0 ? name.core : name.fullCore] + name.units.prefix(units)
    cores[parts.joined(separator: " "), default: 0] += 1
    if units == 0, let form = name.form {
      let position: LegalForm.Position = form.position == .before ? .before : .after
      forms[LegalForm(name: form.name, position: position), default: 0] += 1
    }
  }

  /// One mention a record: the first, and lists are read before texts.
  mutating func mention(_ mention: OrganizationEntity.Mention) {
    if records.insert(mention.record).inserted { mentions.append(mention) }
  }

  var spellingTexts: [String] { spellings.keys.sorted() }

  var printedName: String {
    var core = canonicalCore ?? commonest(cores) ?? commonest(spellings) ?? id
    if secretariats > 0, secretariats == spellings.values.reduce(0, +) { core += "事務局" }
    let form = forms.max { ($0.value, $1.key.name) < ($1.value, $0.key.name) }?.key
    guard let form, !core.contains(form.name) else { return core }
    return form.position == .before ? form.name + core : core + form.name
  }

  /// The commonest that is no known misprint; of equals the one with the fewest spaces, then the longest,
  /// then the first.
  private func commonest(_ names: [String: Int]) -> String? {
    func rank(_ name: String, _ count: Int) -> (Int, Int, Int, Int) {
      let isMisprint = misprints.contains { name.contains($0) }
      return (isMisprint ? 0 : 1, count, -name.count { $0 == " " }, name.count)
    }
    return names.max {
      let (one, other) = (rank($0.key, $0.value), rank($1.key, $1.value))
      return one == other ? $0.key > $1.key : one < other
    }?.key
  }

  func finished(children: [String]) -> OrganizationEntity {
    var entity = OrganizationEntity(id: id, kind: kind, name: printedName)
    entity.spellings = spellings.map { .init(text: $0.key, count: $0.value) }.sorted {
      ($1.count, $0.text) < ($0.count, $1.text)
    }
    entity.otherNames = otherNames
    entity.formerNames = formerNames
    entity.mentions = mentions.sorted { $0.record < $1.record }
    entity.parent = parent
    entity.children = children
    return entity
  }
}
