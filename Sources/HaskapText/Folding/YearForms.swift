/// Other ways to write the years in a query. A rule, since a table would have every year.
///
/// 年 stays 年 and 年度 stays 年度. A year that says neither (R5, 令5, 2023) is looked for with 年
/// behind it, which stands in 年度 as well: without, 平成3 would be found in 平成31.
enum YearForms {
  /// Years that a bare number can mean.
  private static let years = 1868..<2200
  private static let dashes = ["~", "-"]

  static func forms(of text: [UInt32]) -> [[UInt32]] {
    guard text.contains(where: { 0x30...0x39 ~= $0 || $0 == year || $0 == firstYear }) else {
      return []
    }
    let string = String(text)
    if let span = try? YearExpression.parse(string) {
      return forms(of: span).filter { $0 != string }.map { $0.unicodeScalars.map(\.value) }
    }
    return YearMention.all(in: string).filter { $0.span.kind != .unspecified }.flatMap { mention in
      forms(of: mention.span).map { form in
        string.replacingCharacters(in: mention.range, with: form).unicodeScalars.map(\.value)
      }
    }
  }

  /// 年 and 元: without them and without digits no text names a year.
  private static let (year, firstYear): (UInt32, UInt32) = (0x5E74, 0x5143)

  private static func forms(of span: YearSpan) -> [String] {
    guard let first = span.first, let last = span.last, years.contains(first),
      years.contains(last)
    else { return [] }
    let unit = span.kind == .fiscal || span.kind == .unspecified && first < last ? "年度" : "年"
    guard first < last else { return names(of: first).map { $0 + unit } }
    return dashes.flatMap { ranges(first, last, unit, dash: $0) }
  }

  /// Each way to write a year up to its 年: 令和5, 2023, r5, 令5, 令和五, 二〇二三; of a year with
  /// two eras, in both.
  private static func names(of year: Int) -> [String] {
    let eras = Era.allCases.filter { $0.years.contains(year) }
    let japanese = eras.flatMap { era -> [String] in
      let number = year - era.firstYear + 1
      let first = number == 1 ? [era.rawValue + "元"] : []
      let kanji = Numerals.kanji(number).map { [era.rawValue + String($0)] } ?? []
      let short = ["\(era.letter.lowercased())\(number)", "\(era.rawValue.prefix(1))\(number)"]
      return first + ["\(era.rawValue)\(number)"] + short + kanji
    }
    return [String(year)] + japanese + [String(Numerals.positional(year))]
  }

  /// 令和2~5年度, 令和2年度~令和5年度, 2020~2023年度, r2~r5年度 and so on.
  private static func ranges(_ first: Int, _ last: Int, _ unit: String, dash: String) -> [String] {
    var ranges = ["\(first)\(dash)\(last)\(unit)", "\(first)\(unit)\(dash)\(last)\(unit)"]
    for from in Era.allCases where from.years.contains(first) {
      for to in Era.allCases where to.years.contains(last) {
        let ends = (from.printed(westernYear: first), to.printed(westernYear: last))
        ranges.append("\(ends.0)\(unit)\(dash)\(ends.1)\(unit)")
        let letters = (from.letter.lowercased(), to.letter.lowercased())
        let numbers = (first - from.firstYear + 1, last - to.firstYear + 1)
        ranges.append("\(letters.0)\(numbers.0)\(dash)\(letters.1)\(numbers.1)\(unit)")
        if from == to { ranges.append("\(ends.0)\(dash)\(numbers.1)\(unit)") }
      }
    }
    return ranges
  }
}

extension String {
  /// Of scalars out of text, which are valid.
  init(_ scalars: [UInt32]) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(3 * scalars.count)
    for scalar in scalars { UTF8Decoder.append(scalar, to: &bytes) }
    self.init(decoding: bytes, as: UTF8.self)
  }

  fileprivate func replacingCharacters(in range: Range<Index>, with form: String) -> String {
    self[..<range.lowerBound] + form + self[range.upperBound...]
  }
}
