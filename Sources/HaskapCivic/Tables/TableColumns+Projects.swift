/// Whether the rows of a table are projects at all.
extension TableColumns {
  /// False of offices with their telephones, schedules, members, expenses and counts by form or year: no heading
  /// names projects or bodies, and the others tell of no event.
  var areProjects: Bool {
    if isSheet { return true }
    if isOfOtherMatters || isOfTelephones { return false }
    if namesProjects || haveNamesBodies || act != nil { return true }
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

  /// Bids, awards, agendas and inventories, whatever word is over what they list: no heading of a name speaks of
  /// projects.
  private var isOfOtherMatters: Bool {
    let names = columns(.name).map { headings[$0] }
    if names.contains(where: { name in Self.projects.contains(where: name.contains) }) {
      return false
    }
    if headings.contains(where: { word in Self.otherMatters.contains(where: word.contains) }) {
      return true
    }
    // 議題 of meetings that no body or office took part in.
    return !names.isEmpty && names.allSatisfy(Self.agendas.contains)
      && !kinds.contains { $0.namesOrganizations || $0 == .department }
  }

  private static let projects = [
    "事業", "行事", "講座", "教室", "取組", "取り組み", "活動", "イベント", "大会", "訓練", "研修", "催", "提案", "協働", "企画",
    "プロ",
  ]
  private static let otherMatters = [
    "落札", "応札", "入札", "予定価格", "指名停止", "受賞", "表彰", "功績", "受験者", "合格者", "待機児童", "人口", "購入年月日", "購入日",
    "面積", "加入世帯", "収容人数", "収容人員", "認証年月日", "設置場所",
  ]
  private static let agendas: Set = ["議題", "審議事項", "議案", "案件", "付議案件", "協議事項", "報告事項", "審議内容"]

  /// Offices with their telephones and what they are for.
  private var isOfTelephones: Bool {
    kinds.contains(.contact) && kinds.contains(.department) && columns(.name).isEmpty
      && !kinds.contains {
        [.date, .start, .participants, .money].contains($0) || $0.namesOrganizations
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
