/// Whether the rows of a table are projects at all.
extension TableColumns {
  /// False of offices with their telephones, schedules, members, expenses and counts by form or year: no heading
  /// names projects or bodies, and the others tell of no event.
  var areProjects: Bool {
    if isSheet || namesProjects || haveNamesBodies || act != nil { return true }
    if isOfPersons || isOfContacts || isOfShares { return false }
    if headings.indices.contains(where: namesBodies) { return true }
    let hasDay = kinds.contains { [.date, .start].contains($0) }
    let hasPlace = kinds.contains { [.place, .area].contains($0) }
    if hasDay { return hasPlace || kinds.contains(where: \.tellsOfEvent) }
    return hasPlace && !areFigures
      || name.map { kinds[$0] == .other } ?? false && kinds.contains(where: \.tellsOfEvent)
  }

  /// 項目 beside figures names what was asked or spent.
  private var namesProjects: Bool {
    columns(.name).contains { column in
      contents[column].filled > 0
        && (!Self.vague.contains(headings[column].withoutSpaces)
          || kinds.contains { $0.tellsOfEvent || [.date, .start].contains($0) })
    }
  }

  private static let vague: Set = ["項目", "事項", "件名", "名称"]

  private func namesBodies(_ column: Int) -> Bool {
    contents[column].filled > 0
      && (kinds[column].namesOrganizations && meanings[column]?.kind.namesOrganizations ?? true)
  }

  /// Bodies with their telephones, and nothing that they did.
  private var isOfContacts: Bool {
    kinds.contains(.contact) && name.map { kinds[$0].namesOrganizations } ?? false
      && kinds.allSatisfy {
        $0.namesOrganizations
          || [.contact, .person, .code, .classification, .place, .area, .remarks].contains($0)
      }
  }

  /// What shares of those who were asked answered.
  private var isOfShares: Bool {
    headings.contains { ["割合", "構成比", "比率"].contains(where: $0.hasPrefix) }
      && !kinds.contains { [.date, .start].contains($0) || $0.namesOrganizations }
  }

  /// Districts with nothing but their figures: 世帯数, 人口.
  private var areFigures: Bool {
    kinds.indices.allSatisfy { column in
      [.place, .area, .code].contains(kinds[column]) || contents[column].filled == 0
        || kinds[column] == .count && contents[column].areNumbers
    }
  }

  /// 氏名 with 役職 or 所属, and no day of anything.
  private var isOfPersons: Bool {
    kinds.contains(.person) && headings.contains { $0.hasPrefix("氏名") || $0.hasPrefix("委員") }
      && !kinds.contains { [.date, .start, .participants, .place].contains($0) }
      && !headings.indices.contains {
        contents[$0].filled > 0 && meanings[$0]?.kind.namesOrganizations ?? false
      }
  }
}

extension HeadingKind {
  /// Who or how many came, and who looked after it.
  fileprivate var tellsOfEvent: Bool {
    [.participants, .department, .host, .partner, .organization].contains(self)
  }
}
