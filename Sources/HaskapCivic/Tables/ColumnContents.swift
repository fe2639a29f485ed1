import HaskapText

/// What the cells of a column look like, which decides where headings leave it open.
struct ColumnContents {
  private(set) var filled = 0
  /// How many of the filled cells are of each kind.
  private var numbers = 0
  private var integers = 0
  private var departments = 0
  private var bodies = 0
  private var sentences = 0
  private var distinct: Set<String> = []
  private var length = 0
  private var cells: [String] = []

  /// Cells enough to judge a column by.
  private static let sample = 200

  init(_ rows: [ReportTable.Row], column: Int) {
    for row in rows.prefix(Self.sample) {
      let cell = row.cells[safe: column]
      if !cell.isEmpty, !Self.isNothing(cell) { take(cell) }
    }
  }

  private mutating func take(_ cell: String) {
    filled += 1
    length += cell.count
    distinct.insert(cell)
    cells.append(cell)
    let text = Folding.folded(cell.withoutSpaces)
    if Int(text.filter { !".()№".contains($0) }) != nil { integers += 1 }
    if Self.isNumber(text) { numbers += 1 }
    if text.split(whereSeparator: { "、,/／".contains($0) }).allSatisfy({
      Self.isDepartment(String($0))
    }) {
      departments += 1
    }
    if OrganizationList.isIndependent(text) { bodies += 1 }
    if text.hasSuffix("。") { sentences += 1 }
  }

  /// `－` and `中止` in a column of figures tell nothing of what the column holds.
  private static func isNothing(_ cell: String) -> Bool {
    ["-", "－", "―", "—", "ー", "…", "中止", "未実施", "未集計", "集計中", "不明", "未定", "延期"].contains(cell)
      || CellText.isDitto(cell)
  }

  /// True of what is a date once a year is known.
  static func isDate(_ cell: String) -> Bool {
    let text = Folding.folded(cell.withoutSpaces)
    return text.contains { $0.isDigit || "月日".contains($0) } && text.count <= 80
      && OccurrenceCell(DateNotation(fiscalYear: 2000).normalized(cell), fiscalYear: 2000).isDated
  }

  /// True of `10:00` and `午後1時30分`, which say at what time and not on which day.
  private static func isTime(_ cell: String) -> Bool {
    let text = Folding.folded(cell.withoutSpaces)
    return text.count <= 8 && text.contains(where: \.isDigit)
      && text.allSatisfy { $0.isDigit || ":時分半午前後正".contains($0) }
      && text.contains { ":時".contains($0) }
  }

  private static func isNumber(_ text: String) -> Bool {
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
    let text = PeopleCell.withoutVerb(Folding.folded(cell.withoutSpaces))
    return text.count <= 12 && (text.hasSuffix("人") || text.hasSuffix("名"))
      && text.contains(where: \.isNumber) && PeopleCell.isCount(text)
  }

  private static func isDepartment(_ text: String) -> Bool {
    ["課", "室", "係", "局", "部", "センター", "館", "支所", "担当", "委員会", "事務局", "班"].contains {
      text.hasSuffix($0)
    } && !text.contains("の部") && text.count <= 20 && !shops.contains(where: text.hasSuffix)
  }

  /// What ends as offices do and is none of a city.
  private static let shops = [
    "薬局", "郵便局", "放送局", "テレビ局", "旅館", "青年部", "女性部", "婦人部", "教室", "楽部", "茶室", "実行委員会",
    "支部",
  ]

  private func share(_ count: Int) -> Double {
    filled == 0 ? 0 : Double(count) / Double(filled)
  }

  var areNumbers: Bool { share(numbers) >= 0.5 }
  var areIntegers: Bool { share(integers) >= 0.6 }
  /// `320人`, `約40名`: they say so themselves.
  var arePeople: Bool { share(cells.count(where: Self.countsPeople)) >= 0.5 }
  /// Looked at only when it is asked for: cells are taken apart for it.
  var areDates: Bool { !areIntegers && share(cells.count(where: Self.isDate)) >= 0.5 }
  var areTimes: Bool { share(cells.count(where: Self.isTime)) >= 0.5 }
  /// `4`, `4月`, and `8`, `8日`, `3日～5日`: what two columns tell of a day.
  var areMonths: Bool {
    filled > 0
      && cells.allSatisfy { cell in
        let text = Folding.folded(cell.withoutSpaces)
        return Int(text.hasSuffix("月") ? text.dropLast() : text[...])
          .map { (1...12).contains($0) } ?? false
      }
  }
  var areDays: Bool {
    filled > 0
      && cells.allSatisfy { cell in
        let text = Folding.folded(cell.withoutSpaces)
        return text.first?.isDigit == true && !text.contains("月") && text.count <= 24
      }
  }
  var areDepartments: Bool { share(departments) >= 0.5 }
  var areAllDepartments: Bool { share(departments) >= 0.8 }
  var areBodies: Bool { share(bodies) >= 0.5 }
  var areSentences: Bool { share(sentences) >= 0.5 || filled > 0 && length / filled > 40 }
  /// In most cells a few words, as names are.
  var areWords: Bool { filled > 0 && length / filled <= 20 && distinctShare >= 0.8 }
  var distinctShare: Double { share(distinct.count) }
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
