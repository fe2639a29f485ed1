internal import HaskapText

/// Titles and numbers of pages among the lines of a table.
extension AlignedText {
  /// The title of the report with the number of the page beside it.
  static func isTitleWithNumber(_ pieces: [Piece]) -> Bool {
    pieces.count == 2 && PageNumber.matches(pieces[1].text) && PrintedLine.isTitle(pieces[0].text)
  }

  /// `みなと市　令和5年度　協働事業一覧`: words one wide space apart, with a year and one word of headings at most.
  ///
  /// - Parameter most: how far apart the words may stand.
  static func isTitle(_ line: [Piece], within most: Int = 2) -> Bool {
    let pieces = withoutEdge(line)
    let areSpaced = zip(pieces, pieces.dropFirst()).allSatisfy {
      $1.columns.lowerBound - $0.columns.upperBound <= most
    }
    let headings = pieces.count { TableHeadings.isHeading($0.text, butName: true) }
    let isNamed = pieces.last.map { endsTitle($0.text) } ?? false
    let years = pieces.count {
      $0.text.contains("年度") && TitleYear.year(in: $0.text) != nil
    }
    // Two years are headings of columns.
    return areSpaced && (years == 1 ? headings < 2 || isNamed : isNamed && headings == 0)
  }

  /// As far apart stand the words of a title that nothing like it follows: `pdftotext -layout` writes three
  /// spaces for a wide one, and more beside wide letters.
  static let widestTitle = 8

  static func title(_ pieces: [Piece]) -> String {
    withoutEdge(pieces).map(\.text).joined()
  }

  /// Without the number of the page, what the figures are in, the city, or an office in brackets, at the right of a
  /// title.
  private static func withoutEdge(_ pieces: [Piece]) -> [Piece] {
    guard pieces.count > 1, let last = pieces.last?.text else { return pieces }
    let isAside = "（(".contains(last.first ?? " ") && "）)".contains(last.last ?? " ")
    let isCity = last.count <= 6 && "市町村".contains(last.last ?? " ")
    let isEdge = PageNumber.matches(last) || last.contains("単位") || isAside || isCity
    return isEdge ? pieces.dropLast() : pieces
  }

  static func endsTitle(_ text: String) -> Bool { titleEnds.contains(where: text.hasSuffix) }

  private static let titleEnds = [
    "一覧", "一覧表", "報告", "報告書", "実績", "実績表", "状況", "結果", "調書", "集計", "概要",
  ]

  /// `No 事業名` and `委託額 担当課`, one space apart, are two headings each, where the others of their line
  /// are headings as well.
  static func partedHeadings(_ pieces: [Piece]) -> [Piece] {
    guard pieces.count > 1, pieces.contains(where: { $0.text.contains(" ") }),
      !pieces.contains(where: { $0.text.contains(where: \.isDigit) })
    else { return pieces }
    let parts = pieces.map(words)
    let areHeadings = zip(pieces, parts).allSatisfy {
      $1.count > 1 || TableHeadings.isHeading($0.text)
    }
    return areHeadings ? Array(parts.joined()) : pieces
  }

  /// The headings in a piece, one where it is but one: `事業 名称`.
  private static func words(_ piece: Piece) -> [Piece] {
    let words = piece.text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    let areHeadings = words.allSatisfy { HeadingWords.meaning(of: $0) != nil }
    guard words.count > 1, areHeadings, !HeadingWords.isListed(words.joined()) else {
      return [piece]
    }
    var start = piece.columns.lowerBound
    return words.map { word in
      let end = start + DisplayWidth.of(word)
      defer { start = end + 1 }
      return Piece(text: word, columns: start..<end)
    }
  }

  /// `事　業　名` is one heading, its letters spread over the cell, and `会　場／駅` a label with its value.
  static func spelledOut(_ pieces: [Piece]) -> [Piece] {
    let words = spreadWords(pieces)
    return words.reduce(into: []) { result, piece in
      guard let last = result.last, last.columns.upperBound + 2 == piece.columns.lowerBound,
        last.isSpread || last.columns.count == 2 && last.text.count == 1,
        last.text != "№", goesOn(last.text, with: piece.text)
      else { return result.append(piece) }
      result[result.count - 1] = Piece(
        text: last.text + piece.text,
        columns: last.columns.lowerBound..<piece.columns.upperBound,
        isSpread: piece.text.count == 1)
    }
  }

  /// True of one letter, alone or as the end of a label before its value.
  private static func goesOn(_ word: String, with rest: String) -> Bool {
    let letter = rest.prefix { !"：:／".contains($0) }
    return letter.count == 1 && DisplayWidth.of(String(letter)) == 2
      && (rest.count == 1 || HeadingWords.meaning(of: word + letter) != nil)
  }
}
