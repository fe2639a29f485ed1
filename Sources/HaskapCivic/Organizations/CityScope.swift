/// What names mean that every city has: 市社協 is the council of the city that a report is of, and
/// 本町町内会 the association of a quarter of it.
struct CityScope {
  private let folding: NameFolding
  /// By the key of an alias: the body it means, in the reports of the city of its file.
  private var owners: [String: (body: String, city: String)] = [:]
  private let cities: [String: String]

  init(_ aliases: OrganizationAliases, folding: NameFolding) {
    self.folding = folding
    cities = aliases.cities
    for (body, others) in aliases.aliases {
      guard let city = aliases.cities[body], body.contains(Self.stem(city)) else { continue }
      for alias in others { owners[folding.key(alias.name)] = (body, city) }
    }
  }

  /// The name in full, where the report is of a city that no alias file is for; else as printed.
  func name(_ printed: String, in place: String?) -> String {
    guard let place, !cities.values.contains(Self.withoutWard(place)) else { return printed }
    let core = OrganizationName(printed).core
    let city = Self.isOfWholeCity(core, in: place) ? Self.withoutWard(place) : place
    let stem = Self.stem(city)
    for (short, body) in Self.bodies {
      let spellings = ["", "市", "町", "村", "区", stem, city]
      let isShort = spellings.contains { core == $0 + short }
      if isShort || core == body
        || spellings.dropFirst().prefix(4).contains(where: { core == $0 + body })
      {
        return city + body
      }
    }
    if core.hasPrefix("市"), core.count >= 5, !Self.adjectives.contains(where: core.hasPrefix) {
      return city + core.dropFirst()
    }
    if Self.isOfNeighbors(core) || Self.isPublicSchool(core), !core.contains(stem) {
      return city + core
    }
    guard let owner = owners[folding.key(core)], !core.contains(Self.stem(owner.city)) else {
      return printed
    }
    return core.hasPrefix(stem) ? printed : city + core
  }

  /// False of a body of another city that the record does not name by that city.
  func isMeant(_ body: String?, in record: Record) -> Bool {
    guard let body, let city = cities[body], let own = record.municipality, own != city else {
      return true
    }
    let stem = Self.stem(city)
    return !body.contains(stem)
      || record.searchableStrings.contains { $0.contains(stem) }
  }

  private static func stem(_ city: String) -> String { String(city.dropLast()) }

  /// `さいたま市緑区` is さいたま市.
  private static func withoutWard(_ city: String) -> String {
    guard city.hasSuffix("区"), let end = city.lastIndex(of: "市") else { return city }
    return String(city[...end])
  }

  /// Of the city and not of the ward that the report is of: 市社協, さいたま市社会福祉協議会, 教育委員会.
  private static func isOfWholeCity(_ core: String, in city: String) -> Bool {
    let whole = withoutWard(city)
    return core.hasPrefix("市") || core.hasPrefix(stem(whole)) && !core.hasPrefix(stem(city))
      || ["教委", "教育委員会"].contains(where: core.hasSuffix)
  }

  /// What each quarter has, in every city under the same names; not the word alone, which is a group,
  /// nor what names another city, or students.
  private static func isOfNeighbors(_ core: String) -> Bool {
    ["町内会", "自治会", "子ども会", "子供会", "こども会", "老人クラブ"].contains {
      core.hasSuffix($0) && core.count > $0.count
    } && !core.contains { "市学".contains($0) }
  }

  /// 東小学校, which many cities have; not one that says whose it is.
  private static func isPublicSchool(_ core: String) -> Bool {
    let school = core.hasSuffix("PTA") ? core.dropLast(3) : core[...]
    return schools.contains { school.hasSuffix($0) && school.count > $0.count }
      && !ownerWords.contains(where: school.contains)
  }

  private static let schools = [
    "小学校", "中学校", "幼稚園", "保育園", "保育所", "こども園", "児童館", "公民館",
  ]
  private static let ownerWords = [
    "市", "県立", "道立", "府立", "都立", "町立", "村立", "大学", "附属", "付属", "学園", "学院",
  ]
  private static let bodies = [("社協", "社会福祉協議会"), ("教委", "教育委員会")]
  private static let adjectives = ["市内", "市民", "市立", "市営", "市外", "市街", "市場", "市長", "市役所"]
}
