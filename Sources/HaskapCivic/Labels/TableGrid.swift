/// The lines of a report as rows of cells.
struct TableGrid {
  struct Line {
    /// Counted from 1.
    var number: Int
    /// Between tabs, without tags and outer spaces; one cell for a line of text.
    var cells: [String] {
      didSet { known = nil }
    }
    /// The indices of the cells that hold something.
    var filled: [Int]
    /// The columns of white space before it.
    var indent = 0
    /// Whether a cell of the row above goes on in it.
    var isBelowSpan = false
    /// What is asked of nearly every line, where it has been found out beforehand.
    private(set) var known: Known?

    struct Known {
      var isHeading: Bool
      var labels: [SheetLabel.Pair]?
      /// Of a line with one cell.
      var year: Int?
    }

    /// Whether its cells are the headings of a table.
    var isHeading: Bool { known?.isHeading ?? TableHeading.matches(cells) }

    /// The fiscal year that the whole line prints.
    var year: Int? {
      guard let known, filled.count == 1 else { return TitleYear.year(in: joined) }
      return known.year
    }

    var isRow: Bool { filled.count > 1 || cells.count > 1 }
    var isBlank: Bool { filled.isEmpty }
    /// All that the cells hold.
    var joined: String {
      filled.count == 1 ? text : filled.map { cells[$0] }.joined(separator: " ")
    }
    /// Of a line with one cell.
    var text: String { filled.first.map { cells[$0] } ?? "" }
  }

  let lines: [Line]
  /// Before months of lines of their own were put into those below.
  let printed: [Line]

  init(_ lines: [String], isBelowSpan: @escaping @Sendable (_ line: Int) -> Bool = { _ in false }) {
    printed = SharedWork.map(lines.count) { index in
      var line = Self.line(lines[index], number: index + 1).knowing()
      line.isBelowSpan = isBelowSpan(index + 1)
      return line
    }
    self.lines = Self.dated(Self.withoutPrint(printed))
  }

  private static func withoutPrint(_ lines: [Line]) -> [Line] {
    let print = BrowserPrint.lines(in: lines)
    return print.isEmpty ? lines : lines.indices.filter { !print.contains($0) }.map { lines[$0] }
  }

  /// With the month, or year, of a line of its own before the days of the rows below it:
  ///
  ///     4月
  ///       9日    清掃
  ///
  /// Or where the first day of it stands beside it:
  ///
  ///     4月　2日　総会
  ///     　　 9日　清掃
  private static func dated(_ lines: [Line]) -> [Line] {
    guard lines.contains(where: { Self.time(of: $0) != nil || month(before: $0) != nil }) else {
      return lines
    }
    var (result, time, indent) = ([Line](), String?.none, Int?.none)
    for (index, line) in lines.enumerated() {
      if let (own, joined) = month(before: line),
        time != nil || daysFollow(lines[(index + 1)...], own)
      {
        (time, indent) = (own, line.indent)
        result.append(joined)
      } else if let own = Self.time(of: line), daysFollow(lines[(index + 1)...], own) {
        // The days of all months are one list.
        if time != nil { result.removeLast(result.reversed().prefix(while: \.isBlank).count) }
        (time, indent) = (own, nil)
      } else if let own = time, isDay(line, of: own) {
        var line = line
        let text = line.text
        let day = text.firstIndex(where: \.isNumber) ?? text.startIndex
        line.cells[line.filled[0]] = text[..<day] + own + text[day...]
        line.indent = indent ?? line.indent
        result.append(line)
      } else {
        if line.filled.count == 1 { time = nil }
        result.append(line)
      }
    }
    return result
  }

  /// `4月`, `## 4月`, `【4月】`, `令和6年`.
  private static func time(of line: Line) -> String? {
    guard line.filled.count == 1, line.text.utf8.count <= 20 else { return nil }
    let text = line.text.filter { !"#■●○◆【】＜＞<>〈〉* ".contains($0) }
    if text.hasSuffix("年"), text.count <= 5, TitleYear.year(in: text) != nil { return text }
    guard text.count <= 3, text.hasSuffix("月"), let number = Int(Folding.folded(text.dropLast())),
      (1...12).contains(number)
    else { return nil }
    return text
  }

  /// The month of `4月　2日　総会`, a line of text, and the line as `4月2日　総会`.
  private static func month(before line: Line) -> (month: String, line: Line)? {
    guard line.cells.count == 1, line.text.first?.isNumber == true, line.text.utf8.count <= 300
    else { return nil }
    let words = line.text.split(maxSplits: 2, whereSeparator: \.isWhitespace).map(String.init)
    guard words.count == 3, DayText.isMonth(words[0]), DayText.isDay(words[1]) else { return nil }
    var line = line
    line.cells[line.filled[0]] = "\(words[0])\(words[1])\u{3000}\(Trimming.spaces(words[2]))"
    return (words[0], line)
  }

  /// The days stand in the next line, or below headings there.
  private static func daysFollow(_ lines: ArraySlice<Line>, _ time: String) -> Bool {
    let next = lines.lazy.filter { !$0.isBlank }.prefix(2)
    guard let first = next.first else { return false }
    return isDay(first, of: time)
      || first.isHeading && next.dropFirst().contains { isDay($0, of: time) }
  }

  /// True of a row that begins with `9日`, `9日（日）` or `9日～11日` of a month, `5月9日` of a year.
  private static func isDay(_ line: Line, of time: String) -> Bool {
    guard let word = dayWord(of: line), word.first?.isNumber == true, word.utf8.count <= 40
    else { return false }
    let text = Folding.folded(word.withoutSpaces)
    let number = text.prefix(while: \.isDigit)
    let rest = text[number.endIndex...]
    return number.count <= 2 && rest.first == (time.hasSuffix("年") ? "月" : "日")
      && rest.allSatisfy { $0.isDigit || "日月火水木金土祝休・()~-、".contains($0) }
  }

  /// The first cell of a row, or the first word of an item: `- 9日 清掃`, `9日　清掃`.
  private static func dayWord(of line: Line) -> String? {
    if line.filled.count > 1 { return line.text }
    return line.text.drop { PrintedLine.bullets.contains($0) }
      .split(maxSplits: 1, whereSeparator: \.isWhitespace).first.map(String.init)
  }

  private static func line(_ text: String, number: Int) -> Line {
    let isTagged = text.has("<") || text.has("&")
    let cells = text[...].cells.map {
      isTagged
        ? Trimming.spaces(CellText.untagged($0, separator: CellText.lineBreak))
        : Trimming.spaces($0)
    }
    let white = text.unicodeScalars.prefix(while: \.isSpace)
    // A rule parts as a blank line does.
    let isRule = cells.count == 1 && AlignedText.isRule(cells[0])
    return Line(
      number: number, cells: cells,
      filled: isRule ? [] : cells.indices.filter { !cells[$0].isEmpty },
      indent: white.reduce(0) { $0 + ($1.isASCII ? 1 : 2) })
  }
}

extension TableGrid.Line {
  fileprivate func knowing() -> Self {
    guard !isBlank else { return self }
    var line = self
    line.known = Known(
      isHeading: TableHeading.matches(cells), labels: SheetLabel.findPairs(self),
      year: filled.count == 1 ? TitleYear.year(in: text) : nil)
    return line
  }
}
