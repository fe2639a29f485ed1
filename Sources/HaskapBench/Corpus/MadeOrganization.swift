/// A body of a made city, with the ways in which reports write it.
struct MadeOrganization: Sendable {
  /// The same through all years, whatever the name.
  let id: String
  /// With its legal form.
  let name: String
  /// In full first.
  let spellings: [String]
  /// The name from some year on; nil where the body keeps its name.
  private(set) var renamed: (year: Int, spellings: [String])?

  init(id: String, _ form: LegalForm, _ core: String, renamed: (year: Int, core: String)? = nil) {
    self.id = id
    spellings = form.spellings(of: core)
    name = spellings[0]
    self.renamed = renamed.map { ($0.year, form.spellings(of: $0.core)) }
  }

  /// As a report of a year writes it: mostly in full, sometimes short, seldom with a fault.
  func written(in year: Int, _ random: inout SeededGenerator) -> String {
    let spellings = renamed.flatMap { year >= $0.year ? $0.spellings : nil } ?? spellings
    let spelling = random.chance(0.6) ? spellings[0] : random.pick(spellings)
    return random.chance(0.02) ? Self.misread(spelling, &random) : spelling
  }

  /// The name before a renaming, which reports tell for two years.
  func formerName(in year: Int) -> String? {
    renamed.flatMap { 0...1 ~= year - $0.year ? spellings[0] : nil }
  }

  /// What recognition of print confuses.
  private static let lookalikes: [Character: Character] = [
    "ー": "一", "ロ": "口", "カ": "力", "ニ": "二", "苫": "苦", "末": "未", "夕": "タ",
  ]

  private static func misread(_ text: String, _ random: inout SeededGenerator) -> String {
    let faults = text.indices.filter { lookalikes[text[$0]] != nil }
    guard !faults.isEmpty else { return text }
    var text = text
    let index = faults[random.number(0...faults.count - 1)]
    text.replaceSubrange(index...index, with: lookalikes[text[index]].map { String($0) } ?? "")
    return text
  }
}

extension MadeOrganization {
  /// What stands before the name of a body, in all its spellings.
  enum LegalForm {
    case none, company, nonprofit, foundation, association, welfare

    func spellings(of core: String) -> [String] {
      let (long, short): (String, [String]) =
        switch self {
        case .none: ("", [])
        case .company: ("株式会社", ["㈱", "(株)", "（株）"])
        case .nonprofit: ("特定非営利活動法人", ["NPO法人", "ＮＰＯ法人", "NPO法人 "])
        case .foundation: ("公益財団法人", ["(公財)", "（公財）", "公益財団法人 "])
        case .association: ("一般社団法人", ["(一社)", "（一社）"])
        case .welfare: ("社会福祉法人", ["(社福)", "", "社会福祉法人 "])
        }
      return [long + core] + short.map { $0 + core }
    }
  }
}
