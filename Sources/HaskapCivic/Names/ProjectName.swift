/// The name of a project, and what of it names the project rather than one year's holding.
struct ProjectName {
  let printed: String
  /// Without marks of the edition: まちかどミーティング, リサイクル川柳 for 第3回リサイクル川柳.
  let title: String
  /// The numbers of 第45回 and the like.
  let editions: [Int]
  /// The years and months in the name, as `2020`, `2020-5`.
  private let times: [String]
  let key: String
  /// Keys of the title without what may be left out: a subtitle, who pays or hosts, 事業, a place in
  /// brackets. Two projects that meet in one may be the same.
  let reducedKeys: Set<String>
  /// The same for what is more often a difference: they count only against a whole title.
  let weaklyReducedKeys: Set<String>
  /// Of the name before a renaming, where it is told: 町民のど自慢大会（旧：町民カラオケ大会）.
  let formerKey: String?

  init(_ printed: String, folding: NameFolding) {
    let (name, former) = Self.withoutFormerName(printed)
    let marks = EditionMarks(name)
    self.printed = printed
    editions = marks.numbers
    times = marks.times
    title = Self.title(name, marks)
    let key = folding.key(title)
    // Of signs alone nothing would be left; in brackets, for dots mean folders in addresses.
    self.key = key.isEmpty ? "「\(title)」" : key
    formerKey = former.map { folding.key(Self.withoutEdition($0)) }
    let reduction = TitleReduction(title, followsMark: Self.hasEarlyMark(name, marks))
    reducedKeys = Set(reduction.reduced.map { folding.key($0) }).subtracting([key, ""])
    weaklyReducedKeys = Set(reduction.weaklyReduced.map { folding.key($0) }).subtracting([key, ""])
  }

  /// The years and months in the name that say more than the year of the report.
  func times(besides fiscalYear: Int?) -> [String] {
    let known = fiscalYear.map(String.init)
    return times.filter { $0 != known }
  }

  private static func withoutFormerName(_ printed: String) -> (name: String, former: String?) {
    guard let (before, inside) = Brackets.trailing(printed), !before.isBlank,
      let colon = inside.firstIndex(where: { ":：".contains($0) }),
      ["旧", "旧名", "旧称", "旧名称", "旧事業名", "前名称"].contains(Trimming.spaces(inside[..<colon])),
      case let former = Trimming.spaces(inside[colon...].dropFirst()), !former.isEmpty
    else { return (printed, nil) }
    return (Trimming.spaces(before), former)
  }

  /// A name without the marks of its edition: えがおの花咲く写真展実行委員会.
  static func withoutEdition(_ name: String) -> String { title(name, EditionMarks(name)) }

  private static func title(_ printed: String, _ marks: EditionMarks) -> String {
    let kept = zip(printed, marks.isMark).map { $1 ? " " : $0 }
    let title = withoutEmptyBrackets(String(kept).split(separator: " ").joined(separator: " "))
    return title.isEmpty ? printed : title
  }

  private static func withoutEmptyBrackets(_ text: String) -> String {
    var characters: [Character] = []
    for character in text {
      let closesNothing = characters.lastIndex { $0 != " " }.map {
        (characters[$0] == "(" || characters[$0] == "（") && (character == ")" || character == "）")
      }
      if closesNothing == true {
        while let last = characters.popLast(), last != "(", last != "（" {}
      } else {
        characters.append(character)
      }
    }
    return String(characters).trimmed
  }

  /// Whether a mark stands before the subtitle: かんばやしまなぶLIVE2020「負けてたまるか」.
  private static func hasEarlyMark(_ printed: String, _ marks: EditionMarks) -> Bool {
    let openings: Set<Character> = ["「", "『", "～", "〜", "~"]
    let subtitle = printed.dropFirst().firstIndex { openings.contains($0) } ?? printed.endIndex
    return marks.isMark.prefix(printed.distance(from: printed.startIndex, to: subtitle))
      .contains(true)
  }
}
