/// The headings of a table in plain text: where each begins and ends.
enum GridHeading {
  /// No table that is read has more columns.
  private static let mostColumns = 24
  /// Longer words are text.
  private static let longest = 22

  /// The headings on a line, from `No.` on; nil where most of its words are others, or a number is one of them.
  ///
  /// - Parameters:
  ///   - below: the words of the next line, where 番号 may stand below 整理.
  ///   - parts: headings of their own, as `parts(_:behind:)` finds them.
  static func columns(
    _ words: [GridWord], above below: [GridWord], parts: [GridWord]
  ) -> [Range<Int>]? {
    let headings = joined(words)
    let texts = headings.map(\.text)
    let isBelow = below.first.map { $0.start < words.first?.end ?? 0 } ?? false
    let rest = isBelow ? below[0].text : ""
    guard (3...mostColumns).contains(texts.count),
      [texts[0], texts[0] + rest].contains(where: TableHeadings.isNumberHeading),
      texts.allSatisfy({ $0.count <= longest && !$0.contains("。") && !$0.allSatisfy(\.isNumber) })
    else { return nil }
    let kinds = texts.compactMap(kind)
    let known = Set(kinds).subtracting([other]).count
    // A heading with spaces in it counts as several words.
    let areHeadings =
      known > 1 && kinds.count * 5 >= texts.count * 3
      || known > 2 && kinds.count * 5 >= texts.count * 2
    return areHeadings ? headings.map(\.columns) + parts.map(\.columns) : nil
  }

  /// Of whom a count is, in the line below the other headings and at their right: `大人　子ども　合計`.
  static func parts(_ below: [GridWord], behind words: [GridWord]) -> [GridWord] {
    guard let end = words.last?.end, below.count > 1,
      below.allSatisfy({
        $0.start > end && (AttendeePart($0.text) != nil || SumWord.matches($0.text))
      })
    else { return [] }
    return below
  }

  /// The headings on a line of a table without numbers; nil where a figure is one of them, or none of the first
  /// ones is of names.
  static func unnumbered(
    _ words: [GridWord], parts: [GridWord], isFirst: Bool
  ) -> [Range<Int>]? {
    let headings = joined(words)
    let texts = headings.map(\.text)
    let kinds = Set(texts.compactMap(kind)).subtracting([other])
    guard (fewestUnnumbered...mostColumns).contains(texts.count + parts.count),
      !isFirst || kinds.contains("name") && kinds.count > 1,
      texts.allSatisfy({ $0.count <= longest && !$0.contains("。") && !tellsFigure($0) })
    else { return nil }
    return headings.map(\.columns) + parts.map(\.columns)
  }

  /// Fewer words may be a title.
  private static let fewestUnnumbered = 5

  /// True of `34人` and `10月`, and not of the years and quarters that figures are of.
  private static func tellsFigure(_ text: String) -> Bool {
    text.contains(where: \.isNumber) && !text.contains("年度") && !text.contains("期")
  }

  /// `(担当課)` and a single letter go on with the heading before.
  private static func joined(_ words: [GridWord]) -> [(text: String, columns: Range<Int>)] {
    words.reduce(into: []) { headings, word in
      let goesOn = "（(".contains(word.text.first ?? " ") || word.text.count == 1
      if let last = headings.last, !word.isApart, goesOn {
        headings[headings.count - 1] = (
          last.text + word.text, last.columns.lowerBound..<word.end
        )
      } else {
        headings.append((word.text, word.start..<word.end))
      }
    }
  }

  /// The kind of a heading that only its end tells.
  private static let other = "other"

  /// What a heading says: of `協働事業の目的、内` the first part, since its column may be too narrow for the whole.
  private static func kind(_ text: String) -> String? {
    let word = String(text.prefix { !"（(、".contains($0) })
    if TableHeadings.isNumberHeading(word) { return "number" }
    if word.contains(where: \.isNumber), !word.contains("年度") { return nil }
    if let meaning = HeadingWords.meaning(of: word) { return "\(meaning.kind)" }
    return TableHeadings.areHeadings([word]) ? other : nil
  }
}
