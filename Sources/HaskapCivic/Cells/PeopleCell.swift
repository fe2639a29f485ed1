/// A cell below 参加者数: how many came, be it bare or in words.
struct PeopleCell: Equatable {
  var number: Int
  /// As printed: 人, 名, チーム; nil for a bare number.
  var unit: String?
  var isApproximate = false

  var countsPeople: Bool { unit == nil || unit == "人" || unit == "名" }

  /// Nil where the cell tells no number (`-`, `未集計`, `中止`), or none for certain: `10～20人`, `-5人`, `0.5`.
  ///
  /// A sum (計, 延べ) counts alone; `60人×5回` is multiplied; what brackets say of another year or of a
  /// part does not count.
  init?(_ cell: String) {
    if let plain = Self.plain(cell) {
      self = plain
      return
    }
    if !Self.mayTell(cell) || Self.isVague(cell) { return nil }
    // 20人×3回=60人
    let folded = Folding.fold(cell)
    let sum = folded.lastIndex(of: "=").map { folded[folded.index(after: $0)...] } ?? folded[...]
    let text = Self.withoutAsides(Self.joined(KanjiNumerals.inCounts(Array(sum))))
    let figures = Self.figures(text)
    guard let first = figures.first, !figures.contains(where: \.isUncertain) else { return nil }
    if let product = Self.products(figures) {
      self.init(product, like: first)
      return
    }
    let counted = figures.filter { !$0.isOther }
    // Of `24チーム 360` the bare number counts people.
    guard
      let usual = counted.first(where: \.countsPeople) ?? counted.first(where: \.isBare)
        ?? counted.first
    else { return nil }
    if let sum = counted.last(where: { $0.isSum && $0.isLike(usual) }) {
      self.init(sum.value, like: sum)
      return
    }
    let parts = counted.filter { $0.isLike(usual) && !$0.isPart }
    guard !parts.isEmpty else { return nil }
    let total = parts.reduce(0.0) { $0 + $1.value }
    self.init(total, like: parts.first ?? usual)
  }

  /// False of most texts: they have no figure, or only such as 第23回 and R5 begin.
  private static func mayTell(_ cell: String) -> Bool {
    var isInName = false
    for scalar in cell.unicodeScalars {
      if scalar.isDigit {
        if !isInName { return true }
        continue
      }
      if KanjiNumerals.mayTell(scalar) { return true }
      switch scalar {
      case "第", "R", "H", "Ｒ", "Ｈ": isInName = true
      default: isInName = false
      }
    }
    return false
  }

  private init(_ number: Int, unit: String?) { (self.number, self.unit) = (number, unit) }

  /// `1,204人`, as most cells are.
  static func plain(_ cell: String) -> Self? {
    var (number, digits, sinceComma) = (0, 0, -1)
    var unit: String?
    for scalar in cell.unicodeScalars {
      if unit != nil { return nil }
      switch scalar {
      case "0"..."9":
        number = number * 10 + Int(scalar.value - 0x30)
        digits += 1
        if sinceComma >= 0 { sinceComma += 1 }
      case "," where digits > 0 && (sinceComma == 3 || sinceComma < 0 && digits <= 3):
        sinceComma = 0
      case "人" where digits > 0, "名" where digits > 0: unit = String(scalar)
      default: return nil
      }
      if digits > 9 { return nil }
    }
    return digits > 0 && (sinceComma < 0 || sinceComma == 3) ? Self(number, unit: unit) : nil
  }

  /// What the columns of 大人 and 子ども tell together.
  init?(adding parts: [Self]) {
    guard var sum = parts.first else { return nil }
    for part in parts.dropFirst() {
      let (number, isTooLarge) = sum.number.addingReportingOverflow(part.number)
      if isTooLarge { return nil }
      sum.number = number
      sum.isApproximate = sum.isApproximate || part.isApproximate
    }
    self = sum
  }

  private init?(_ value: Double, like figure: Figure) {
    // 1.1万 is a little more than 11,000 in binary.
    guard let number = Int(exactly: value.rounded()), abs(value - value.rounded()) < 0.001 else {
      return nil
    }
    self.number = number
    unit = figure.unit
    isApproximate = figure.isApproximate
  }

  // MARK: Figures

  private struct Figure {
    var value: Double
    var unit: String?
    var before: String
    var isTimes = false
    /// The end of a range, less than nothing, or one of two numbers that a slash parts.
    var isUncertain = false

    /// Of no people: how often, a year, a share.
    var isOther: Bool { unit.map { PeopleCell.others.contains($0) } ?? false }
    var countsPeople: Bool { unit == "人" || unit == "名" }
    var isBare: Bool { unit == nil }
    var isSum: Bool { ["計", "延", "総数", "全体"].contains(where: before.contains) }
    var isPart: Bool {
      before.contains("うち") || before.hasSuffix("内") || before.contains("前年")
        || PeopleCell.intended.contains(where: before.contains)
    }
    var isApproximate: Bool { before.contains("約") || before.contains("およそ") }

    func isLike(_ other: Self) -> Bool {
      unit == other.unit
        || (countsPeople || isBare) && (other.countsPeople || other.isBare)
    }
  }

  private static let units = [
    "人", "名", "チーム", "団体", "世帯", "家族", "組", "件", "校", "社", "店舗", "店", "台", "点", "か所", "箇所", "カ所",
    "ヶ所",
    "ケ所", "席", "食", "本", "袋", "区画", "ブース", "kg", "冊", "作品", "枚", "グループ", "クラブ", "町内会", "自治会", "企業",
    "事業所", "施設", "個", "頭", "匹", "羽",
  ]
  /// What tells of those who might have come.
  static let intended = ["定員", "対象", "募集", "申込", "応募", "目標", "予定", "見込", "計画"]
  private static let others = [
    "回", "日", "日間", "年", "年度", "月", "時", "時間", "分", "円", "%", "歳", "才", "期", "級", "次", "割",
  ]

  /// By the character that each begins with.
  private static let longestFirst = Dictionary(
    grouping: (units + others).sorted { $0.count > $1.count }
  ) { $0[$0.startIndex] }

  /// Without brackets that tell of another year or of a part.
  private static func withoutAsides(_ text: [Character]) -> [Character] {
    let asides = PeopleAside.all(in: text)
    guard !asides.isEmpty else { return text }
    var result: [Character] = []
    var last: Character?
    var index = 0
    while index < text.count {
      if let aside = asides[index], aside.isOther || aside.tellsPart(behind: last) {
        index = aside.end + 1
        continue
      }
      result.append(text[index])
      if text[index] != " " { last = text[index] }
      index += 1
    }
    return result
  }

  /// True of `10～20人`, which counts people and is no number.
  static func isUncertain(_ cell: String) -> Bool {
    guard mayTell(cell) else { return false }
    let figures = figures(Folding.fold(cell))
    return figures.contains { $0.isUncertain && $0.countsPeople }
  }

  /// `1 250` and `1 250人` are one number, `70 125` two.
  private static func joined(_ text: [Character]) -> [Character] {
    let digits = text.count - text.reversed().prefix { !$0.isDigit }.count
    let parts = text[..<digits].split(separator: " ")
    guard parts.count > 1, parts.allSatisfy({ $0.allSatisfy(\.isDigit) }), parts[0].count == 1,
      parts.dropFirst().allSatisfy({ $0.count == 3 })
    else { return text }
    return Array(parts.joined()) + text[digits...]
  }

  private static func figures(_ text: [Character]) -> [Figure] {
    var figures: [Figure] = []
    var before = ""
    var index = 0
    while index < text.count {
      // R5 is a year.
      let isInName =
        index > 0
        && (text[index - 1] == "第" || text[index - 1].isDigit || "RH".contains(text[index - 1]))
      guard text[index].isDigit, !isInName, let (value, end) = number(text, at: index) else {
        if "、。\n".contains(text[index]) { before = "" } else { before.append(text[index]) }
        index += 1
        continue
      }
      let rest = text[end...].drop { $0 == " " }
      let unit = rest.first.flatMap { longestFirst[$0] }?.first { rest.starts(with: $0) }
      let isTimes = before.last.map { "×xX*✕".contains($0) } ?? false
      var figure = Figure(value: value, unit: unit, before: before, isTimes: isTimes)
      relate(&figure, to: &figures)
      figures.append(figure)
      before = ""
      index = unit.map { rest.startIndex + $0.count } ?? end
    }
    return figures
  }

  /// What stands between two figures may make them a day (`5/20`), a time (`10:30`) or a range of numbers.
  private static func relate(_ figure: inout Figure, to figures: inout [Figure]) {
    let mark = figure.before.filter { $0 != " " }
    guard let last = figures.indices.last, mark.count == 1 else {
      let isFirst = mark.count == 1 || figure.before.dropLast().last == " "
      figure.isUncertain =
        isFirst && figure.before.last == "-" || "△▲".contains(figure.before.last ?? " ")
      return
    }
    switch mark {
    case "/", ":":
      let isDay = figures[last].value <= 12 && figure.value <= 31 || figures[last].value >= 1000
      if mark == ":" || figure.isBare && (isDay || figures[last].isOther) {
        (figures[last].unit, figure.unit) = ("日", "日")
      } else if figures[last].isBare {
        figure.isUncertain = true
      }
    case "~", "-":
      if figure.isOther, figures[last].isBare { figures[last].unit = figure.unit }
      figure.isUncertain = !figure.isOther && !figures[last].isOther
    case "△", "▲": figure.isUncertain = true
    default: break
    }
  }

  private static let scales: [Character: Double] = ["百": 100, "千": 1_000, "万": 10_000]

  /// `1,204`, `320.0`, `1.2万`, `1万2,300`, `3千5百`, whose scales grow less.
  private static func number(
    _ text: [Character], at start: Int, below limit: Double = .infinity
  ) -> (Double, Int)? {
    var end = start
    var digits = ""
    while end < text.count {
      let isInside = end + 1 < text.count && text[end + 1].isDigit && !digits.isEmpty
      if text[end].isDigit || text[end] == "." && isInside && !digits.contains(".") {
        digits.append(text[end])
      } else if !(",、".contains(text[end]) && isInside && isThousand(text, after: end)) {
        break
      }
      end += 1
    }
    guard let value = Double(digits) else { return nil }
    guard end < text.count, let scale = scales[text[end]] else { return (value, end) }
    guard scale < limit else { return nil }
    guard end + 1 < text.count, text[end + 1].isDigit,
      let (rest, last) = number(text, at: end + 1, below: scale), rest < scale
    else { return (value * scale, end + 1) }
    return (value * scale + rest, last)
  }

  private static func isThousand(_ text: [Character], after comma: Int) -> Bool {
    text[(comma + 1)...].prefix(4).prefix { $0.isDigit }.count == 3
  }

  /// `60人×5回`, `5回×60人`, `20人×3回、30人×2回`.
  private static func products(_ figures: [Figure]) -> Double? {
    guard figures.count.isMultiple(of: 2), !figures.isEmpty,
      figures.indices.allSatisfy({ figures[$0].isTimes == !$0.isMultiple(of: 2) })
    else { return nil }
    return stride(from: 0, to: figures.count, by: 2).reduce(0) {
      $0 + figures[$1].value * figures[$1 + 1].value
    }
  }

  /// `数十人` and `十数名` tell no number.
  private static func isVague(_ cell: String) -> Bool {
    guard cell.contains("数"), let place = cell.firstIndex(of: "数") else { return false }
    let (left, right) = (cell[..<place].last, cell[cell.index(after: place)...].first)
    // 参加者数十人 is ten of them.
    let isCounted = left.map { "者員人".contains($0) } ?? false
    return !isCounted && right.map { "十百千万人名".contains($0) } ?? false
      || left.map { "十百千万".contains($0) || $0.isNumber } ?? false
  }
}
