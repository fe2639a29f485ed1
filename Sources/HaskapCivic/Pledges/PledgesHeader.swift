import HaskapText

/// What stands around the table of pledges: the time it covers, the list of policies, and the summary
/// with all per cents.
struct PledgesHeader {
  struct Entry: Equatable {
    var line: Int
    var title: String
    var percent: Int?
  }
  /// Where a pledge stands: the policy's numeral and its number there.
  struct Place: Hashable {
    var policy: String
    var number: Int
  }
  private(set) var policies: [String: Entry] = [:]
  private(set) var pledges: [Place: Entry] = [:]
  /// The months that the work covers: `令和4年7月～令和6年3月末`.
  private(set) var period: (start: PartialDate, end: PartialDate)?
  /// The year at whose end the state was taken: 令和5年度末.
  private(set) var stateYear: Int?
  /// Every title in the file, for telling wrapped spaces from real ones.
  private(set) var titles: [String] = []
  /// The lines that were understood as summary.
  private(set) var lines: Set<Int> = []

  init(rows: [(line: Int, text: Substring)]) {
    var policy: String?
    for row in rows where row.text.isShort {
      readTime(row.text)
      if !row.text.hasTab, let title = PolicyNumeral.heading(row.text)?.rest {
        record(title, row.line)
      } else {
        readSummary(row.text, at: row.line, policy: &policy)
      }
    }
  }

  var fiscalYear: Int? { stateYear ?? period?.end.fiscalYear }

  // MARK: Time

  private mutating func readTime(_ line: Substring) {
    if stateYear == nil, line.contains("年度末") { stateYear = PrintedYear.year(in: line) }
    guard period == nil, line.contains("取組事業内容") || line.contains("実施内容"),
      let open = line.firstIndex(where: { "(（".contains($0) }),
      let close = line.lastIndex(where: { ")）".contains($0) }), open < close
    else { return }
    let text = line[line.index(after: open)..<close]
    guard let middle = text.firstRange(of: "から")?.upperBound ?? text.firstIndex(of: "～"),
      let start = Self.month(in: text[..<middle]), let end = Self.month(in: text[middle...])
    else { return }
    period = (start, end)
  }

  /// `令和6年3月末` → 2024-03.
  private static func month(in text: Substring) -> PartialDate? {
    guard let year = PrintedYear.year(in: text), let range = text.firstRange(of: "年") else {
      return nil
    }
    let digits = text[range.upperBound...].prefix { $0.isWholeNumber }
    guard let month = Int(digits.ascii), (1...12).contains(month) else { return nil }
    return PartialDate(year: year, month: month)
  }

  // MARK: Summary

  /// A summary's row has a title and a per cent, no more: `Ⅱ title ⇥ 56`, `3 title ⇥ 52`.
  private mutating func readSummary(_ line: Substring, at number: Int, policy: inout String?) {
    let cells = line.cells.map { TaggedText.lines($0).map(\.text).joined(separator: " ") }
    guard cells.count == 2, let percent = Self.percent(cells[1]) else { return }
    if cells[0].filter({ !$0.isWhitespace }) == "全体" {
      lines.insert(number)
    } else if let (numeral, title) = PolicyNumeral.prefix(cells[0]) {
      policy = numeral
      policies[numeral] = Entry(line: number, title: title, percent: percent)
      record(title, number)
    } else if let current = policy, case (let order?, let title) = CellText.numbered(cells[0]) {
      pledges[Place(policy: current, number: order)] = Entry(
        line: number, title: title, percent: percent)
      record(title, number)
    }
  }

  private mutating func record(_ title: String, _ line: Int) {
    titles.append(title)
    lines.insert(line)
  }

  /// A whole per cent; the part behind the point of an overall mean is dropped.
  private static func percent(_ text: String) -> Int? {
    let number = Double(Folding.folded(text).filter { $0 != "%" && $0 != " " })
    return number.flatMap { (0...100).contains($0) ? Int($0) : nil }
  }

  // MARK: Titles

  /// The title without the spaces that a narrow column left in it.
  ///
  /// A space goes where another print of the same letters has none: the two letters on each side stand
  /// joined in some other title.
  func unwrapped(_ title: String) -> String {
    let letters = Array(title)
    var kept = ""
    for (place, letter) in letters.enumerated() {
      if letter == " ", place >= 2, place + 2 < letters.count {
        let joined = String(letters[(place - 2)..<place] + letters[(place + 1)...(place + 2)])
        if titles.contains(where: { $0.contains(joined) }) { continue }
      }
      kept.append(letter)
    }
    return kept
  }
}
