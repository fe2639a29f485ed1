import HaskapCivic

/// Which organization or department a record means by a name.
struct NamedIDs: Sendable {
  private var organizations: [Int: [String: String]] = [:]
  private var departments: [Int: [String: String]] = [:]
  private var organizationsByName: [String: String] = [:]

  init(_ index: CivicIndex) throws {
    for entity in try index.organizations().entities {
      organizationsByName[entity.name] = organizationsByName[entity.name] ?? entity.id
      for mention in entity.listed {
        organizations[mention.record, default: [:]][mention.spelling] = entity.id
      }
    }
    for department in try index.departments().departments {
      for record in department.records {
        for spelling in department.spellings {
          departments[record, default: [:]][spelling.text] = department.id
        }
      }
    }
  }

  func organization(_ name: String, inRecord place: Int) -> String? {
    organizations[place]?[name] ?? organizationsByName[name]
  }

  /// By the name that answers call it.
  func organization(called name: String) -> String? { organizationsByName[name] }

  func department(_ name: String, inRecord place: Int) -> String? { departments[place]?[name] }
}
