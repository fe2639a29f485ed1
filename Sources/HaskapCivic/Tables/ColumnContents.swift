import HaskapText

/// What the cells of a column look like, which decides where headings leave it open. Each thing is found
/// out when it is first asked for: few are of a column whose heading is known.
///
/// Asked only while the columns are made; to those who read the rows it says no more than how many are filled.
final class ColumnContents: @unchecked Sendable {
  let filled: Int
  private let cells: [String]
  /// Without spaces, in one width.
  private lazy var texts = cells.map { Folding.folded($0.withoutSpaces) }

  /// Cells enough to judge a column by.
  private static let sample = 200

  init(_ rows: [ReportTable.Row], column: Int) {
    cells = rows.prefix(Self.sample).map { $0.cells[safe: column] }
      .filter { !$0.isEmpty && !Self.isNothing($0) }
    filled = cells.count
  }

  /// `－` and `中止` in a column of figures tell nothing of what the column holds.
  private static func isNothing(_ cell: String) -> Bool {
    cell.utf8.count <= 9 && nothing.contains(cell) || CellText.isDitto(cell)
  }

  private static let nothing = [
    "-", "－", "―", "—", "ー", "…", "中止", "未実施", "未集計", "集計中", "不明", "未定", "延期",
  ]

  private static func isInteger(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { "0"..."9" ~= $0 || "+-.()№".unicodeScalars.contains($0) }
      && Int(text.filter { !".()№".contains($0) }) != nil
  }

  /// True of what is a date once a year is known.
  static func isDate(_ cell: String) -> Bool {
    let text = Folding.folded(cell.withoutSpaces)
    return text.contains { $0.isDigit || "月日".contains($0) } && text.count <= 80
      && occurrences(cell).isDated
  }

  /// What a cell of days would tell of some year.
  static func occurrences(_ cell: String) -> OccurrenceCell {
    OccurrenceCell(DateNotation(fiscalYear: 2000).normalized(cell), fiscalYear: 2000)
  }

  /// True of `10:00` and `午後1時30分`, which say at what time and not on which day.
  private static func isTime(_ text: String) -> Bool {
    text.count <= 8 && text.contains(where: \.isDigit)
      && text.allSatisfy { $0.isDigit || ":時分半午前後正".contains($0) }
      && text.contains { ":時".contains($0) }
  }

  private static func isNumber(_ text: String) -> Bool {
    if PeopleCell.plain(text) != nil { return true }
    guard text.count <= 24 else { return false }
    // 約五百人 is a number as well.
    guard text.contains(where: \.isDigit) else {
      return (text.hasSuffix("人") || text.hasSuffix("名")) && PeopleCell.isCount(text)
    }
    // 清流の会ほか3団体 is no number.
    let words = text.prefix { !$0.isDigit }
    if words.count > 2, ["ほか", "外", "他"].contains(where: words.hasSuffix) { return false }
    return text.allSatisfy { $0.isDigit || ".,、-△▲%()+/:円".contains($0) }
      || PeopleCell.isCount(text) || PeopleCell.countsParts(text)
  }

  private static func countsPeople(_ cell: String) -> Bool {
    let text = PeopleCell.withoutVerb(cell)
    return text.count <= 12 && (text.hasSuffix("人") || text.hasSuffix("名"))
      && text.contains(where: \.isNumber) && PeopleCell.isCount(text)
  }

  private static func isDepartment(_ text: String) -> Bool {
    offices.contains(where: text.hasSuffix) && !text.contains("の部") && text.count <= 20
      && !shops.contains(where: text.hasSuffix)
  }

  private static let offices = [
    "課", "室", "係", "局", "部", "センター", "館", "支所", "事務所", "担当", "委員会", "事務局", "班",
  ]
  /// What ends as offices do and is none of a city.
  private static let shops = [
    "薬局", "郵便局", "放送局", "テレビ局", "旅館", "青年部", "女性部", "婦人部", "教室", "楽部", "茶室", "実行委員会",
    "支部", "設計事務所", "法律事務所", "会計事務所", "建築事務所",
  ]

  private static func areDepartments(_ text: String) -> Bool {
    let parts = text.unicodeScalars.split { "、,/／".unicodeScalars.contains($0) }
    if parts.allSatisfy({ isDepartment(String($0)) }) { return true }
    // 農政課（0000-12-3456）, 商工課内線34
    guard text.utf8.count <= 120, text.contains(where: \.isDigit) else { return false }
    let names = DepartmentCell.read(text)
    return !names.isEmpty && names.allSatisfy(DepartmentCell.isSection)
  }

  private func share(_ count: Int) -> Double {
    filled == 0 ? 0 : Double(count) / Double(filled)
  }

  /// Whether so large a share of the column is of a kind; no more cells are looked at than that takes.
  private func reaches(
    _ share: Double, in cells: [String], _ isOfKind: (String) -> Bool
  ) -> Bool {
    var count = 0
    for (place, cell) in cells.enumerated() {
      if isOfKind(cell) { count += 1 }
      if self.share(count) >= share { return true }
      if self.share(count + filled - place - 1) < share { return false }
    }
    return false
  }

  private(set) lazy var areNumbers = reaches(0.5, in: texts, Self.isNumber)
  private(set) lazy var areIntegers = reaches(0.6, in: texts, Self.isInteger)
  /// `320人`, `約40名`: they say so themselves.
  private(set) lazy var arePeople = reaches(0.5, in: texts, Self.countsPeople)
  private(set) lazy var areDates = !areIntegers && reaches(0.5, in: cells, Self.isDate)
  private(set) lazy var areTimes = reaches(0.5, in: texts, Self.isTime)
  /// `4`, `4月`, and `8`, `8日`, `3日～5日`: what two columns tell of a day.
  var areMonths: Bool {
    filled > 0
      && texts.allSatisfy { text in
        Int(text.hasSuffix("月") ? text.dropLast() : text[...])
          .map { (1...12).contains($0) } ?? false
      }
  }
  var areDays: Bool {
    filled > 0
      && texts.allSatisfy { text in
        text.first?.isDigit == true && !DayText.withoutWeekday(text).contains("月")
          && text.count <= 24
      }
  }
  private(set) lazy var areDepartments = reaches(0.5, in: texts, Self.areDepartments)
  private(set) lazy var areAllDepartments = reaches(0.8, in: texts, Self.areDepartments)
  private(set) lazy var areBodies = reaches(0.5, in: texts, OrganizationList.isIndependent)
  /// `後援`, `共催`: how the city took part, whatever bodies the heading speaks of.
  private(set) lazy var areForms = reaches(0.8, in: texts) { text in
    text.split { "・、".contains($0) }.allSatisfy { Self.forms.contains(String($0)) }
  }
  private static let forms: Set = ["後援", "共催", "協賛", "協力", "主催", "委託", "補助", "名義後援"]
  private(set) lazy var areNamesOfForms = reaches(0.8, in: cells) { !FormWords.forms($0).isEmpty }
  /// `○` and `－`
  private(set) lazy var areMarks = reaches(0.8, in: texts, FormWords.isMark)
  private(set) lazy var areSentences =
    reaches(0.5, in: texts) { $0.hasSuffix("。") } || filled > 0 && meanLength > 40
  var areShort: Bool { filled > 0 && meanLength <= 20 }
  /// In most cells a few words, as names are.
  var areWords: Bool { filled > 0 && meanLength <= 20 && distinctShare >= 0.8 }
  private(set) lazy var distinctShare = share(Set(cells).count)
  /// In characters.
  private lazy var meanLength = cells.reduce(0) { $0 + $1.count } / filled
}

extension PeopleCell {
  /// True of `320人`, `約300`, `延べ40チーム`, `250(前年320)`: a number with its unit and nothing else.
  static func isCount(_ text: String) -> Bool {
    guard text.count <= 30, let count = PeopleCell(text) else { return false }
    let isAlone = text.drop { $0.isDigit || ",".contains($0) }.first == "("
    return count.unit != nil || isAlone || text.hasPrefix("約") || text.hasPrefix("延")
  }

  /// `120名参加` is 120名.
  static func withoutVerb(_ text: String) -> String {
    let verb = ["が参加", "参加", "来場", "出席", "受講"].first(where: text.hasSuffix)
    return verb.map { String(text.dropLast($0.count)) } ?? text
  }

  /// True of `大人60子ども45` and `見込200・実績231`.
  static func countsParts(_ text: String) -> Bool {
    text.last?.isDigit == true && text.first?.isDigit == false
      && text.split { $0.isDigit || "、,・/".contains($0) }.allSatisfy {
        AttendeePart(String($0)) != nil || $0 == "実績" || intended.contains(String($0))
      }
  }
}
