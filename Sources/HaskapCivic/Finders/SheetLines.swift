/// The lines of sheets: labels with their values, from one line on to the first that is neither.
struct SheetLines {
  typealias Row = (line: Int, pairs: [SheetLabel.Pair])

  private(set) var rows: [Row] = []
  /// The index of the first line.
  let start: Int
  /// The index of the line behind the last.
  private(set) var end: Int
  private let lines: [TableGrid.Line]
  /// Whether the value of the last label stands below it.
  private var standsAlone = false
  /// That of the last label.
  private var indent = 0
  private var hasName = false
  /// Among the cells of the last line, where the value of each of its labels begins.
  private var places: [Int] = []

  /// Nil where no label begins a sheet.
  init?(_ lines: [TableGrid.Line], from index: Int) {
    // Markdown has a rule below it.
    let own = SheetLabel.isCaption(lines[index]) ? lines[(index + 1)...].prefix(2) : lines[index...]
    guard let start = own.indices.first(where: { !lines[$0].isBlank }),
      let first = SheetLabel.pairs(lines[start]) ?? SheetLabel.bare(lines, at: start),
      first[0].values != [""] || !Self.isSection(lines[(start + 1)...])
    else { return nil }
    (self.lines, self.start, end) = (lines, start, start)
    take(first, at: start)
    var index = end
    while index < lines.count, step(at: index) { index += 1 }
  }

  /// False of a line that belongs to no sheet.
  private mutating func step(at index: Int) -> Bool {
    if lines[index].isBlank || SheetLabel.isCaption(lines[index]) { return true }
    if let pairs = pairs(at: index) {
      take(pairs, at: index)
    } else if goesOn(at: index) {
      append(lines[index].joined, at: lines[index].filled[0])
      end = index + 1
    } else if let (value, pairs) = valueBeforeLabels(at: index) {
      append(value, at: lines[index].filled[0])
      take(pairs, at: index)
    } else if isSubheading(at: index) {
      end = index + 1
    } else {
      return false
    }
    return true
  }

  private mutating func take(_ pairs: [SheetLabel.Pair], at index: Int) {
    rows.append((lines[index].number, pairs))
    indent = lines[index].indent
    standsAlone = pairs[0].values == [""]
    hasName = hasName || pairs.contains { $0.kind == .name }
    places = Self.places(of: pairs, in: lines[index].cells)
    end = index + 1
  }

  private static func places(of pairs: [SheetLabel.Pair], in cells: [String]) -> [Int] {
    var next = 0
    return pairs.map { pair in
      let place = cells[next...].firstIndex(of: pair.label) ?? next
      next = min(place + 1, cells.count)
      return next
    }
  }

  /// Whether the last label has no value yet.
  private var isWaiting: Bool { standsAlone && rows.last?.pairs.last?.values == [""] }

  private func pairs(at index: Int) -> [SheetLabel.Pair]? {
    // 講習会　52名 right below 参加者数 is its value.
    let isBelowLabel = isWaiting && lines[index].indent > indent
    if let pairs = SheetLabel.pairs(lines[index]) ?? SheetLabel.pairOfClass(lines[index]),
      !(isBelowLabel && hasName && pairs[0].kind == .name)
    {
      return pairs
    }
    let pairs = SheetLabel.pairOfHeading(lines, at: index) ?? SheetLabel.bare(lines, at: index)
    if let pairs { return pairs }
    return isBelowLabel ? nil : pairOfOther(at: index)
  }

  /// Behind two labels at least, and with one in the next line, or soon behind others of its kind.
  private func pairOfOther(at index: Int) -> [SheetLabel.Pair]? {
    guard rows.count > 1 else { return nil }
    let next = lines[(index + 1)...].prefix(3).first {
      SheetLabel.pairOfOther($0) == nil || SheetLabel.pairs($0) != nil
    }
    guard let next, SheetLabel.pairs(next) != nil else { return nil }
    return SheetLabel.pairOfOther(lines[index])
  }

  // MARK: Lines without a label

  /// A value that goes on below its label's line, or stands there.
  private func goesOn(at index: Int) -> Bool {
    let line = lines[index]
    let isBelow = line.cells.count > 1 && line.filled[0] > 0
    let isIndented =
      line.indent >= indent + 4 && !Self.isItem(line.text) && !PrintedLine.isNote(line.text)
      && !PageNumber.matches(line.text)
    let isOne = line.filled.count == 1 || isWaiting && line.indent > indent
    return (isBelow || standsAlone || isIndented) && isOne && (index == end || isWaiting)
      && !line.text.hasPrefix("#")
  }

  /// The rest of a value above, and labels with their values beside it.
  private func valueBeforeLabels(at index: Int) -> (value: String, pairs: [SheetLabel.Pair])? {
    let line = lines[index]
    guard line.filled.count > 2, line.filled[0] > 0, index == end,
      let label = line.filled.dropFirst().first(where: { SheetLabel.meaning(line.cells[$0]) != nil }
      ),
      let pairs = SheetLabel.alternating([""] + line.cells[label...])
    else { return nil }
    return (line.cells[..<label].filter { !$0.isEmpty }.joined(separator: " "), pairs)
  }

  /// `210人` is a value.
  private static func isItem(_ text: String) -> Bool {
    PrintedLine.ordinal(text) != nil || PrintedLine.isMarked(text) && text.first?.isNumber != true
  }

  /// `令和5年度実績` above labels that the sheet has not had yet: a heading inside of it.
  private func isSubheading(at index: Int) -> Bool {
    let line = lines[index]
    guard hasName, line.filled.count == 1, line.text.utf8.count <= 60, !line.text.contains("。"),
      index + 1 < lines.count, let next = SheetLabel.pairs(lines[index + 1])
    else { return false }
    let known = rows.suffix(Self.mostLabels).flatMap { $0.pairs.map(\.label) }
      .map(SheetLabel.withoutMarks)
    return next.allSatisfy {
      $0.kind != .name && !known.contains(SheetLabel.withoutMarks($0.label))
    }
  }

  /// Of one sheet, so that long reports are not looked through again and again.
  private static let mostLabels = 40

  /// `１ 事業実績` above `（１） 植樹祭` and its labels is the heading of a section.
  private static func isSection(_ below: ArraySlice<TableGrid.Line>) -> Bool {
    let next = Array(below.lazy.filter { !$0.isBlank }.prefix(2))
    return next.count == 2 && PrintedLine.startsItem(next[0].joined)
      && SheetLabel.pairs(next[0]) == nil && SheetLabel.pairs(next[1]) != nil
  }

  /// - Parameter place: the cell that it stands in, which tells of several labels which it belongs to.
  private mutating func append(_ text: String, at place: Int) {
    guard let row = rows.indices.last,
      let pair = places.lastIndex(where: { $0 <= place }) ?? rows[row].pairs.indices.last,
      let value = rows[row].pairs[pair].values.indices.last
    else { return }
    // In place: a copy of the value for each of its lines would take a time of their square.
    if !rows[row].pairs[pair].values[value].isEmpty {
      rows[row].pairs[pair].values[value].append(CellText.lineBreak)
    }
    rows[row].pairs[pair].values[value] += text
  }
}
