internal import HaskapText

/// A project of a made city that is held again in other years.
struct MadeSeries: Sendable {
  let id: String
  /// Without edition and year.
  let name: String
  let department: String
  let organizations: [MadeOrganization]
  /// 0 to 3: joint hosting, committee, other cooperation, sponsorship.
  let form: Int
  let since: Int
  /// What its reports say every year.
  let purpose: String
  let sentences: MadeSentences
  private let month: Int
  private let day: Int
  private let attendance: Int
  private let renamed: (year: Int, name: String)?
  private let style: Style

  /// How a report writes the name of a year's holding.
  private enum Style {
    case plain, edition, year
    case nickname(String)
  }

  /// - Parameter taken: the names of the city's other projects, among which its own are then.
  init(
    id: String, departments: [String], organizations: [MadeOrganization],
    taken: inout Set<String>, _ random: inout SeededGenerator
  ) {
    self.id = id
    sentences = MadeSentences(&random)
    name = Self.name(sentences.topic, &taken, &random)
    department = random.zipf(departments)
    let count = 1 + (random.chance(0.3) ? 1 : 0) + (random.chance(0.1) ? 2 : 0)
    let drawn = (0..<count).map { _ in organizations[random.number(0...organizations.count - 1)] }
    // A cell names each body once.
    var seen: Set<String> = []
    self.organizations = drawn.filter { seen.insert($0.id).inserted }
    form = random.number(0...3)
    since = 1970 + random.number(0...50)
    purpose = sentences.purpose(&random)
    month = random.number(1...12)
    day = random.number(1...28)
    attendance = random.attendance()
    let isRenamed = random.chance(0.1)
    renamed =
      isRenamed
      ? (2010 + random.number(0...20), Self.name(sentences.topic, &taken, &random)) : nil
    style =
      switch random.number(0...9) {
      case 0, 1: .edition
      case 2: .year
      case 3:
        .nickname(random.chance(0.5) ? random.pick(ReportVocabulary.nicknames) : random.name())
      default: .plain
      }
  }

  private static func name(
    _ topic: String, _ taken: inout Set<String>, _ random: inout SeededGenerator
  ) -> String {
    for _ in 0..<100 {
      let name = topic + random.zipf(ReportVocabulary.events)
      if taken.insert(name).inserted { return name }
    }
    // A city of many projects has several of such a name, in one place and another.
    return random.family() + topic + random.zipf(ReportVocabulary.events)
  }

  func title(in year: Int) -> String {
    let name = renamed.flatMap { year >= $0.year ? $0.name : nil } ?? name
    return switch style {
    case .plain: name
    case .edition: "第\(max(1, year - since + 1))回\(name)"
    case .year: MadeRecord.printed(fiscalYear: year) + name
    case .nickname(let nickname): "\(name)「\(nickname)」"
    }
  }

  /// The day of the year's holding.
  func date(in year: Int) -> PartialDate {
    PartialDate(year: month < 4 ? year + 1 : year, month: month, day: day)
  }

  /// About as many people every year.
  func participants(in year: Int, _ random: inout SeededGenerator) -> Int {
    max(1, attendance * random.number(80...120) / 100)
  }
}
