/// A city that does not exist, with its bodies, departments and projects.
struct MadeCity: Sendable {
  /// 港里市.
  let name: String
  let organizations: [MadeOrganization]
  let series: [MadeSeries]

  /// Cities with different numbers, below `count`, have different names.
  static let count =
    ReportVocabulary.cityBeginnings.count * ReportVocabulary.cityEnds.count
    * ReportVocabulary.cityKinds.count

  /// - Parameter rows: about how many rows its reports have; some cities have more, others fewer.
  init(number: Int, rows: Int, seed: SeededGenerator) {
    var random = seed.derived(1, number)
    let name = Self.name(number)
    self.name = name
    let made = Self.organizations(of: name, number, &random)
    organizations = made
    let departments = ReportVocabulary.departments.shuffled(using: &random).prefix(14).map(\.self)
    var taken: Set<String> = []
    series = (0..<random.number(rows * 3 / 5...rows * 9 / 5)).map { index in
      MadeSeries(
        id: "\(number)-s\(index)", departments: departments, organizations: made, taken: &taken,
        &random)
    }
  }

  /// Neighboring numbers differ in the first character, so that few cities look alike.
  private static func name(_ number: Int) -> String {
    let beginnings = ReportVocabulary.cityBeginnings
    let ends = ReportVocabulary.cityEnds
    let (first, rest) = (number % beginnings.count, number / beginnings.count)
    return beginnings[first] + ends[(rest + first) % ends.count]
      + ReportVocabulary.cityKinds[rest / ends.count % ReportVocabulary.cityKinds.count]
  }

  private static func organizations(
    of city: String, _ number: Int, _ random: inout SeededGenerator
  ) -> [MadeOrganization] {
    let stem = String(city.dropLast())
    var made: [MadeOrganization] = []
    func add(
      _ form: MadeOrganization.LegalForm, _ core: String,
      renamed: (year: Int, core: String)? = nil
    ) {
      made.append(MadeOrganization(id: "\(number)-o\(made.count)", form, core, renamed: renamed))
    }
    add(.welfare, "\(city)社会福祉協議会")
    add(.foundation, "\(city)体育協会", renamed: (2012 + random.number(0...12), "\(city)スポーツ協会"))
    add(.none, "\(stem)商工会議所")
    add(.association, "\(stem)青年会議所")
    add(.none, "\(city)町内会連合会")
    for district in ReportVocabulary.districts.shuffled(using: &random).prefix(8) {
      add(.none, "\(district)町内会")
    }
    for trade in ReportVocabulary.companyTrades.shuffled(using: &random).prefix(4) {
      add(.company, stem + (random.chance(0.5) ? "" : random.name()) + trade)
    }
    for purpose in ReportVocabulary.groupPurposes.shuffled(using: &random).prefix(8) {
      add(random.chance(0.5) ? .nonprofit : .none, stem + purpose)
    }
    for kind in ReportVocabulary.groupKinds.shuffled(using: &random).prefix(8) {
      add(random.chance(0.2) ? .nonprofit : .none, random.name() + random.word() + kind)
    }
    return made
  }
}
