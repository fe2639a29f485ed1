/// What names mean that every city has: 市社協 is the council of the city that a report is of.
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
  func name(_ printed: String, in city: String?) -> String {
    guard let city, !cities.values.contains(city) else { return printed }
    let core = OrganizationName(printed).core
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

  private static let bodies = [("社協", "社会福祉協議会"), ("教委", "教育委員会")]
  private static let adjectives = ["市内", "市民", "市立", "市営", "市外", "市街", "市場", "市長", "市役所"]
}
