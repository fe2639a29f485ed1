import HaskapText

/// Whether a row is the headings of a table.
enum TableHeading {
  /// True of a row whose cells are mostly words of headings, two at least.
  static func matches(_ cells: [String]) -> Bool {
    let filled = cells.filter { !$0.isEmpty && !CellText.isDitto($0) }
    // Most rows tell how many came.
    guard filled.count >= 2, !filled.contains(where: isAmount), areShort(filled) else {
      return false
    }
    // `2023` above figures has another year beside it; one alone begins a row.
    guard filled.count(where: isBareYear) != 1, !isBareYear(filled[0]) else { return false }
    let known = filled.count { HeadingWords.meaning(of: $0) != nil }
    guard known >= 2 else { return false }
    let others = filled.count { cell in
      isPeriod(cell) || HeadingWords.meaning(of: cell) == nil && FormWords.inHeading(cell) != nil
    }
    return known * 2 >= filled.count - others
  }

  /// Whether each can be a heading or a period. Numbers, long texts and names are asked first: most rows have
  /// them.
  private static func areShort(_ cells: [String]) -> Bool {
    let isShort = { (cell: String) in canBeHeading(cell) || isPeriod(cell) }
    return !cells.contains { $0.utf8.count > longest || $0.utf8.count != 4 && isFigure($0) }
      && cells.allSatisfy { $0.utf8.count <= 12 || isShort($0) }
      && cells.allSatisfy { $0.utf8.count > 12 || isShort($0) }
  }

  /// In bytes.
  private static let longest = 90

  /// True of a row whose cells are words of headings, where what names it is none and the others are of the kinds
  /// of their columns: `料理講習会`, `内容`, `町内会` below 事業名, 目的 and 主催者.
  static func isRow(_ cells: [String], below headings: [String]) -> Bool {
    let kinds = headings.map { meaning(of: $0)?.kind }
    guard let name = kinds.firstIndex(of: .name), cells.indices.contains(name),
      !cells[name].isEmpty, HeadingWords.meaning(of: cells[name]) == nil
    else { return false }
    let prose: Set<HeadingKind?> = [.purpose, .effect, .goal, .remarks]
    return zip(cells, kinds).allSatisfy { cell, kind in
      guard let own = HeadingWords.meaning(of: cell)?.kind, let kind else { return true }
      return own == kind || own.namesOrganizations && kind.namesOrganizations
        || prose.contains(own) && prose.contains(kind)
    }
  }

  /// True of the lower of two rows of headings: it says what a cell above is parted into.
  static func continues(_ upper: [String], with cells: [String]) -> Bool {
    let filled = cells.filter { !$0.isEmpty && !CellText.isDitto($0) }
    guard !filled.isEmpty, filled.count < max(upper.count, 2), filled.allSatisfy(canBeHeading)
    else {
      return false
    }
    let hasRoom = cells.indices.contains { index in
      cells[index].isEmpty || CellText.isDitto(cells[index])
    }
    let isParted = upper.contains(where: \.isEmpty) || upper.count < cells.count
    guard hasRoom && isParted else { return false }
    var above = ""
    let known = cells.indices.count { index in
      if index < upper.count, !upper[index].isEmpty { above = upper[index] }
      let cell = cells[index]
      guard !cell.isEmpty, !CellText.isDitto(cell) else { return false }
      return HeadingWords.meaning(of: cell) != nil || FormWords.inHeading(cell) != nil
        || parts(above, cell)
    }
    return known * 2 >= filled.count
  }

  /// True of a row all cells of which stand below headings of several columns.
  static func isParted(_ upper: [String], into cells: [String]) -> Bool {
    let isBlank = { (column: Int) in column >= upper.count || upper[column].isEmpty }
    return cells.indices.allSatisfy { index in
      cells[index].isEmpty || CellText.isDitto(cells[index]) || isBlank(index)
        || index + 1 < cells.count && isBlank(index + 1)
    }
  }

  /// Two rows of headings as one: each column has the lower word, else the upper.
  static func joined(_ upper: [String], _ lower: [String]) -> [String] {
    var above = ""
    return (0..<max(upper.count, lower.count)).map { index in
      let own = index < upper.count ? upper[index] : ""
      let below = index < lower.count && !CellText.isDitto(lower[index]) ? lower[index] : ""
      if !own.isEmpty { above = own }
      if below.isEmpty { return own }
      guard parts(above, below) || isPeriod(above) || HeadingWords.meaning(of: below) == nil,
        own.isEmpty || own == above
      else { return below }
      if above.isEmpty { return below }
      // R5参加者数 is of a year.
      return isBareYear(below) ? below + above : "\(above) \(below)"
    }
  }

  /// What a heading says, one of two rows too: `参加人数 大人` counts people, `実施主体 団体` is who held it.
  static func meaning(of heading: String) -> HeadingWords.Meaning? {
    let words = heading.split(separator: " ", maxSplits: 1).map(String.init)
    // 団体名 共催先 is a body of a kind.
    if words.count == 2, parts(words[0], words[1]) || HeadingWords.meaning(of: words[1]) == nil {
      return HeadingWords.meaning(of: words[0]) ?? HeadingWords.meaning(of: heading)
    }
    return HeadingWords.meaning(of: heading)
  }

  /// True of a lower heading that tells a part of what the upper one is about.
  private static func parts(_ above: String, _ below: String) -> Bool {
    guard let kind = HeadingWords.meaning(of: above)?.kind else { return false }
    switch kind {
    case .participants: return ["定員", "実績"].contains(below) || AttendeePart(below) != nil
    case .host, .partner, .organization:
      return below == "名称" || HeadingWords.meaning(of: below)?.kind == .organization
    default: return false
    }
  }

  /// `令和4年度`, `R4実績`, `4月`, `7-9月`, `上半期`: above the figures of a time.
  private static func isPeriod(_ cell: String) -> Bool {
    if isBareYear(cell) { return true }
    guard cell.utf8.count <= 36, let last = cell.last, "期度績算込画数月況果".contains(last) else {
      return false
    }
    if ["上半期", "下半期", "四半期", "上期", "下期"].contains(where: cell.hasSuffix) { return true }
    let isOfYear = ["年度", "実績", "決算", "予算", "見込", "計画", "人数", "者数", "件数", "回数", "状況", "成果"]
      .contains(where: cell.hasSuffix)
    if isOfYear {
      return TitleYear.year(ofHeading: cell) != nil || isOfMonths(cell) && cell.count <= 14
    }
    guard cell.hasSuffix("月") else { return false }
    let months = Folding.folded(cell.dropLast().withoutSpaces).split { "-~・月".contains($0) }
    return !months.isEmpty
      && months.allSatisfy { month in Int(month).map { (1...12).contains($0) } ?? false }
  }

  /// `4月～9月の実績`, `上期人数`.
  private static func isOfMonths(_ cell: String) -> Bool {
    cell.first?.isNumber == true && cell.contains("月") && !cell.contains("日")
  }

  /// `R5`, `令和5年`, `2023`: above the figures of a year.
  private static func isBareYear(_ cell: String) -> Bool {
    guard let last = cell.last, last.isNumber || last == "年", cell.utf8.count <= 36,
      cell.utf8.count == 4 || !isFigure(cell)
    else { return false }
    let text = Folding.folded(cell.withoutSpaces)
    let isWhole =
      text.filter(\.isDigit).count == 4
      || Era.allCases.contains { era in
        text.hasPrefix(era.rawValue) || text.first == era.letter
      }
    return isWhole && text.count <= 6 && TitleYear.year(ofCell: cell, near: nil) != nil
  }

  /// `2,350人`, `5,000円`.
  private static func isAmount(_ cell: String) -> Bool {
    guard let last = cell.unicodeScalars.last, last == "人" || last == "円" else { return false }
    return cell.utf8.count > 3
      && cell.unicodeScalars.dropLast().allSatisfy { $0.isDigit || $0 == "," || $0 == "，" }
  }

  /// `Q1.事業名`, `(2)団体名`.
  private static func isNumbered(_ cell: String) -> Bool {
    guard let first = cell.first, first.isNumber || "QqＱ問設(（".contains(first),
      cell.utf8.count <= 60
    else { return false }
    let text = Folding.fold(cell.withoutSpaces)
    let word = HeadingWords.withoutOrdinal(text)
    return word.count < text.count && !word.contains(where: \.isDigit)
      && HeadingWords.meaning(of: cell) != nil
  }

  /// `1次評価`, `第2次審査`, `1日目`, `第3回`.
  private static func isOfStage(_ cell: String) -> Bool {
    let stage = cell.drop { $0 == "第" }
    guard stage.first?.isDigit == true else { return false }
    let text = Folding.folded(stage)
    let rest = text.drop(while: \.isDigit)
    if ["日目", "回目", "回", "年目"].contains(rest) { return true }
    return rest.first == "次" && rest.count <= 6
      && !rest.contains(where: \.isDigit)
  }

  /// `実施日（令和5年4月～令和6年3月）`, `参加者数（令和5年度）`.
  private static func isOfPeriod(_ cell: String) -> Bool {
    guard let (before, inside) = Brackets.trailing(cell), !before.contains(where: \.isDigit)
    else { return false }
    return inside.contains { "年月".contains($0) } && HeadingWords.isListed(Trimming.spaces(before))
  }

  /// `採点（100点満点）`, `評価（5段階）`, `補助額（上限10万円）`: how high a figure below may be.
  private static func isOfScale(_ cell: String) -> Bool {
    guard let (before, inside) = Brackets.trailing(cell), (2...12).contains(before.count),
      !before.contains(where: \.isDigit)
    else { return false }
    return ["点満点", "段階", "段階評価"].contains(where: inside.hasSuffix)
      || HeadingWords.isListed(Trimming.spaces(before))
        && ["点", "円", "円以内", "円まで"].contains(where: inside.hasSuffix)
  }

  /// `12`: most rows begin so.
  private static func isFigure(_ cell: String) -> Bool {
    cell.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// Short, and with no figure but that of a year.
  private static func canBeHeading(_ cell: String) -> Bool {
    guard cell.utf8.count <= longest, !isFigure(cell) else { return false }
    guard cell.contains(where: \.isDigit) else { return !cell.contains("。") }
    if isNumbered(cell) || isOfStage(cell) || isOfPeriod(cell) || isOfScale(cell) { return true }
    // 連携先1, 連携先2
    if let word = HeadingWords.withoutPlace(cell) { return HeadingWords.meaning(of: word) != nil }
    if FormWords.inHeading(cell) != nil { return true }
    guard cell.count <= 16, HeadingWords.meaning(of: cell) != nil, !cell.hasSuffix("年度") else {
      return false
    }
    return ["年度", "実績", "決算", "予算", "参加者", "人数"].contains(where: cell.contains)
      || cell.count <= 12 && TitleYear.year(ofHeading: cell) != nil
  }
}
