internal import FoundationEssentials
internal import Haskap

/// Turns records into the documents of the index.
struct CivicDocuments {
  private let records: [Record]
  private let registry: OrganizationRegistry
  private let bodies: [Int: [String]]
  private let encoder = JSONEncoder()
  /// Of what was written so far.
  private(set) var checksum = Checksum64.empty

  init(records: [Record], aliases: OrganizationAliases) {
    self.records = Self.named(records)
    registry = OrganizationRegistry(records: records, aliases: aliases)
    var bodies: [Int: [String]] = [:]
    for entity in registry.entities {
      for mention in entity.mentions { bodies[mention.record, default: []].append(entity.id) }
    }
    self.bodies = bodies
  }

  /// The records with a name of their own each, though two files may be called alike.
  private static func named(_ records: [Record]) -> [Record] {
    var names: [String: Int] = [:]
    return records.map { record in
      var record = record
      let name = record.id ?? record.place
      names[name, default: 0] += 1
      let count = names[name] ?? 1
      record.id = count == 1 ? name : "\(name)~\(count)"
      return record
    }
  }

  /// What is made of the records together.
  var entities: MadeEntities { MadeEntities(records: records, organizations: registry) }

  var organizationCount: Int { registry.organizations.count }

  /// Of the organisations, without their legal forms, and of the projects.
  var names: [String] {
    let organizations = registry.organizations.flatMap { entity in
      entity.spellings.map { OrganizationName($0.text).core }
    }
    return organizations + records.map(\.name)
  }

  /// Calls `body` with every document: each project followed by its activities, then the
  /// organisations.
  mutating func write(to body: (Document) throws -> Void) throws {
    for (index, record) in records.enumerated() {
      try body(project(record, index))
      for occurrence in record.occurrences.indices {
        try body(activity(record, index, occurrence))
      }
    }
    for entity in registry.organizations {
      try body(organization(entity))
    }
  }

  private mutating func project(_ record: Record, _ index: Int) throws -> Document {
    var document = try base(CivicEntry(type: .project, record: record))
    document.append(record.name, to: CivicSchema.name)
    append(record.organizations.map(\.name), to: CivicSchema.organizations, of: &document)
    append(record.prose, to: CivicSchema.prose, of: &document)
    append(record.figureTexts, to: CivicSchema.figures, of: &document)
    append(record.rest, to: CivicSchema.rest, of: &document)
    append(record.number.map { [String($0)] } ?? [], to: CivicSchema.rest, of: &document)
    append(bodies[index] ?? [], to: CivicSchema.organization, of: &document)
    return document
  }

  /// An activity is found by its own label; its project's name counts as prose.
  private mutating func activity(_ record: Record, _ index: Int, _ place: Int) throws -> Document {
    var own = record
    let occurrence = record.occurrences[place]
    own.occurrences = [occurrence]
    (own.purpose, own.effect, own.text, own.bullets, own.results) = (nil, nil, nil, [], [])
    own.rest = []
    own.id = record.id.map { "\($0)#\(place + 1)" }
    var document = try base(CivicEntry(type: .activity, record: own))
    append([occurrence.label].compactMap(\.self), to: CivicSchema.name, of: &document)
    append([record.name], to: CivicSchema.prose, of: &document)
    append(occurrence.figureTexts, to: CivicSchema.figures, of: &document)
    append(record.organizations.map(\.name), to: CivicSchema.organizations, of: &document)
    append(bodies[index] ?? [], to: CivicSchema.organization, of: &document)
    return document
  }

  private mutating func organization(_ entity: OrganizationEntity) throws -> Document {
    let summary = summary(of: entity)
    var document = try base(CivicEntry(type: .organization, organization: summary))
    append(summary.spellings, to: CivicSchema.name, of: &document)
    append(entity.otherNames, to: CivicSchema.name, of: &document)
    append(summary.activities, to: CivicSchema.prose, of: &document)
    append([entity.id], to: CivicSchema.organization, of: &document)
    return document
  }

  private func summary(of entity: OrganizationEntity) -> CivicEntry.OrganizationSummary {
    let own = entity.listed.map { records[$0.record] }
    return CivicEntry.OrganizationSummary(
      id: entity.id, name: entity.name, kind: entity.kind,
      spellings: entity.spellings.sorted { $0.count > $1.count }.map(\.text),
      years: Set(own.compactMap(\.fiscalYear)).sorted(), activities: unique(own.map(\.title)),
      forms: unique(own.compactMap(\.formLabel)), departments: unique(own.flatMap(\.departments)))
  }

  private mutating func base(_ entry: CivicEntry) throws -> Document {
    var document: Document = [:]
    document.append(entry.id, to: CivicSchema.key)
    document.append(entry.type.rawValue, to: CivicSchema.type)
    append(entry.fiscalYears.map(String.init), to: CivicSchema.year, of: &document)
    append(entry.forms, to: CivicSchema.form, of: &document)
    append(entry.departments, to: CivicSchema.department, of: &document)
    append(entry.departments, to: CivicSchema.departments, of: &document)
    let bytes = [UInt8](try encoder.encode(entry))
    checksum = Checksum64.of(bytes, after: checksum)
    document.append(.bytes(bytes), to: CivicSchema.stored)
    return document
  }

  private func append(_ texts: [String], to field: String, of document: inout Document) {
    for text in texts { document.append(text, to: field) }
  }

  /// Each text once, in the order of first appearance.
  private func unique(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }
}
