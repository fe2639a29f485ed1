/// What the grouping of projects needs to know of each record.
struct ProjectFacts {
  var name: ProjectName
  var fiscalYear: Int?
  /// The list it stands in: document and section.
  var list: String
  /// The bodies it names, each by the id of the body at its head.
  var bodies: [String]
  var departments: [String]

  static func all(
    _ records: RecordList, _ organizations: OrganizationRegistry
  ) -> [ProjectFacts] {
    let bodies = heads(records.count, organizations)
    var names: [String: ProjectName] = [:]
    return records.enumerated().map { index, record in
      let name = names[record.name] ?? ProjectName(record.name, folding: organizations.folding)
      names[record.name] = name
      return ProjectFacts(
        name: name, fiscalYear: record.fiscalYear,
        list: record.document + "/" + (record.section ?? ""), bodies: bodies[index],
        departments: record.departments.map { organizations.folding.key($0) })
    }
  }

  private static func heads(_ count: Int, _ organizations: OrganizationRegistry) -> [[String]] {
    var heads = Array(repeating: [String](), count: count)
    for entity in organizations.entities where entity.kind != .group {
      let head = organizations.head(of: entity).id
      for mention in entity.listed { heads[mention.record].append(head) }
    }
    return heads.map(\.uniqued)
  }
}
