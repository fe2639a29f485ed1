/// The lines that say of the rows below how the city took part, and how far they hold:
///
///     【共催】
///     事業名    団体名
///     川の清掃  川の会
///     【補助】
struct FormSections {
  /// From which line on each form holds, or none.
  private var starts: [Int] = []
  private var forms: [String?] = []

  /// - Parameter sheet: the name of the sheet of a workbook that a line is in.
  init(_ lines: [TableGrid.Line], sheet: (_ line: Int) -> String?) {
    var (style, last) = ("", String?.none)
    for (index, line) in lines.enumerated() {
      let own = sheet(line.number)
      if own != last {
        start(own.flatMap(FormWords.ofSection), at: line.number)
        (style, last) = ("", own)
      }
      guard line.filled.count == 1, line.text.utf8.count <= 120 else { continue }
      if let form = FormWords.ofSection(line.text) {
        guard heads(lines, index, form) else { continue }
        start(form, at: line.number)
        style = Self.style(of: line.text)
      } else if holds, ends(lines, index, style) {
        let isOther = PrintedLine.name(PrintedLine.withoutOrdinal(line.text)).hasPrefix("その他")
        start(isOther ? "その他" : nil, at: line.number)
      }
    }
  }

  private var holds: Bool { forms.last.flatMap(\.self) != nil }

  private mutating func start(_ form: String?, at line: Int) {
    guard form != nil || holds else { return }
    starts.append(line)
    forms.append(form)
  }

  /// Rows or items follow it; a label with its value below it is none, nor the rest of a name.
  private func heads(_ lines: [TableGrid.Line], _ index: Int, _ form: String) -> Bool {
    guard let next = lines[(index + 1)...].first(where: { !$0.isBlank }) else { return false }
    // 共催 below 協働の形態 is its value.
    let above = lines[..<index].last { !$0.isBlank }
    if let above, above.filled.count == 1, SheetLabel.meaning(above.text) == .classification {
      return false
    }
    let isApart =
      index == 0 || lines[index - 1].isBlank || next.isHeading
      || !Self.style(of: lines[index].text).isEmpty
    guard isApart || FormWords.standsAlone(form) else { return false }
    if next.filled.count > 1 || PrintedLine.isMarked(next.text) || PrintedLine.startsItem(next.text)
      || PrintedLine.office(next.text) != nil
    {
      return true
    }
    return isApart && !BodyEnding.endsAlone(next.text)
  }

  /// True of a line that begins something else: another title, or one that is marked as the form's was.
  private func ends(_ lines: [TableGrid.Line], _ index: Int, _ style: String) -> Bool {
    let text = lines[index].text
    if PrintedLine.isNote(text) || PrintedLine.office(text) != nil || SumWord.matches(text) {
      return false
    }
    if PrintedLine.isTitle(text) { return true }
    guard Self.style(of: text) == style else { return false }
    guard style.isEmpty else { return text.count <= 30 && !text.contains { "。：:".contains($0) } }
    let isApart = index == 0 || lines[index - 1].isBlank
    let next = lines[(index + 1)...].first { !$0.isBlank }
    return isApart && text.count <= 20 && next?.isHeading ?? false
  }

  /// What a line begins with; nothing for a letter.
  private static func style(of text: String) -> String {
    guard let first = text.first else { return "" }
    if first.isNumber, !first.isLetter { return first.isDigit ? "1" : "①" }
    return first.isLetter ? "" : String(Folding.fold(first))
  }

  func form(of line: Int) -> String? {
    let place = starts.count(notAbove: line)
    return place == 0 ? nil : forms[place - 1]
  }

  /// The tables with the forms of their rows.
  func labeled(_ tables: [ReportTable]) -> [ReportTable] {
    guard !starts.isEmpty else { return tables }
    var tables = tables
    for table in tables.indices {
      for row in tables[table].rows.indices {
        tables[table].rows[row].form = form(of: tables[table].rows[row].line)
      }
    }
    return tables
  }
}
