/// A word on a page, in points from the upper left corner.
struct PageWord {
  var text: String
  var left: Double
  var right: Double
  /// The middle of its height: boxes are higher than letters, by as much above as below.
  var middle: Double
  /// Its place among the words of its page as the file draws them.
  var order = 0

  var middleAcross: Double { (left + right) / 2 }

  /// True of a number of a row: `12`, `(3)`, `2-1`.
  var isNumber: Bool {
    text.count <= 4 && text.contains(where: \.isNumber)
      && text.allSatisfy { $0.isNumber || "().（）-".contains($0) }
  }

  init(text: String, left: Double, right: Double, middle: Double) {
    (self.text, self.left, self.right, self.middle) = (text, left, right, middle)
  }

  /// - Parameter line: of `pdftotext -bbox`: `<word xMin="42.5" yMin="20" xMax="58.5" yMax="29">環境</word>`.
  init?(_ line: some StringProtocol) {
    let parts = line.split(separator: "\"", maxSplits: 8, omittingEmptySubsequences: false)
    guard parts.count == 9, parts[0].trimmed == "<word xMin=", let left = Self.place(parts[1]),
      let top = Self.place(parts[3]), let right = Self.place(parts[5]),
      let bottom = Self.place(parts[7]),
      let start = parts[8].firstIndex(of: ">"), let end = parts[8].lastIndex(of: "<"), start < end
    else { return nil }
    let text = Self.unescaped(parts[8][parts[8].index(after: start)..<end])
    // What marks the items of a list is no part of its text.
    if text.isBlank || ["•", "◦", "▪"].contains(text) { return nil }
    self.init(text: text, left: left, right: right, middle: (top + bottom) / 2)
  }

  /// Words may be drawn outside of the page; they count as at its edge.
  private static func place(_ number: some StringProtocol) -> Double? {
    Double(number).flatMap { $0.isNaN ? nil : min(max($0, 0), largestPage) }
  }

  /// The longest side that a page can have (PDF 2.0, annex C.2), in points.
  private static let largestPage = 14_400.0

  private static func unescaped(_ text: some StringProtocol) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return String(text) }
    let entities = [("lt", "<"), ("gt", ">"), ("quot", "\""), ("apos", "'"), ("amp", "&")]
    return entities.reduce(String(text)) { $0.replacing("&\($1.0);", with: $1.1) }
  }
}

extension PageWord {
  func meetsAutospace(_ next: PageWord) -> Bool {
    guard let left = text.last, let right = next.text.first else { return false }
    return TypesetWidth.meetsAutospace(left, right)
  }

  /// Whether Latin stands beside Japanese without white between.
  fileprivate var holdsBoth: Bool {
    zip(text, text.dropFirst()).contains { TypesetWidth.meetsAutospace($0, $1) }
  }

  /// Whether the word begins a line below another, on the next page: a cell keeps its edge.
  func goesOnBelow(_ line: [PageWord]) -> Bool {
    line.first.map { abs($0.left - left) < 0.3 } ?? false
  }
}

extension [PageWord] {
  /// The words of a line, a space where white stands between two.
  ///
  /// - Parameters:
  ///   - autospace: white as narrow as this is no space beside Latin.
  ///   - mayBeginWithOrdinal: whether white behind a number at the beginning is a space.
  func text(letter: Double, autospace: Double, mayBeginWithOrdinal: Bool = false) -> String {
    var text = first?.text ?? ""
    for (index, (word, next)) in zip(self, dropFirst()).enumerated() {
      let white = next.left - word.right
      let isOrdinal = mayBeginWithOrdinal && index == 0 && word.isNumber
      let isAutospace = white <= autospace && word.meetsAutospace(next) && !isOrdinal
      text += (white > letter * 0.17 && !isAutospace ? " " : "") + next.text
    }
    return text
  }

  /// How wide a letter of Japanese is in most words; half of it where there is none.
  var letterWidth: Double {
    let wide = filter { !$0.text.contains(where: TypesetWidth.isNarrow) }
    let widths = wide.map { ($0.right - $0.left) / Double($0.text.count) }.sorted()
    return widths.isEmpty ? 8 : Swift.max(widths[widths.count / 2], 2)
  }

  /// Whether white parts Latin from Japanese wherever they meet, as word processors set them.
  var areAutospaced: Bool {
    let spaced = zip(self, dropFirst()).count { $0.meetsAutospace($1) }
    return spaced > 2 && count(where: \.holdsBoth) * 10 < spaced
  }

  /// Without words that are drawn twice, a little aside, to look bold.
  var withoutDoubles: [PageWord] {
    var kept: [PageWord] = []
    for word in self {
      let isDouble = kept.suffix(8).contains {
        $0.text == word.text && abs($0.left - word.left) < 1 && abs($0.middle - word.middle) < 1
      }
      if !isDouble { kept.append(word) }
    }
    return kept
  }
}
