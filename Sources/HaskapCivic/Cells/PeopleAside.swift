/// Brackets in a cell of participants, from the one that opens to the next that closes, and what they tell of.
struct PeopleAside {
  /// The place of the bracket that closes.
  let end: Int
  /// True where they tell of another year, of a part or of those who might have come.
  private(set) var isOther = false
  private var hasDigit = false
  private var isSumOrMore = false

  /// By the places of the brackets that open.
  ///
  /// Of brackets inside of brackets, which close at the same place, the outer hold what the inner do:
  /// from the right each word is looked at once, however many stand around it.
  static func all(in text: [Character]) -> [Int: Self] {
    var asides: [Int: Self] = [:]
    var inner: Self?
    var end = text.count
    for index in text.indices.reversed() where text[index] == "(" || text[index] == ")" {
      if text[index] == ")" {
        inner = Self(end: index)
      } else if var aside = inner {
        aside.add(String(text[(index + 1)..<end]))
        asides[index] = aside
        inner = aside
      }
      end = index
    }
    return asides
  }

  private mutating func add(_ words: String) {
    if words.isEmpty { return }
    isOther = isOther || Self.others.contains(where: words.contains)
    hasDigit = hasDigit || words.contains(where: \.isDigit)
    isSumOrMore = isSumOrMore || Self.sums.contains(where: words.contains)
  }

  private static let others = ["前年", "昨", "前回", "うち", "内"] + PeopleCell.intended
  private static let sums = ["計", "延", "ほか", "他", "別"]

  /// `215(12)` and `15人(うち2人)`: who is among those before the brackets, unless they hold the sum.
  func tellsPart(behind last: Character?) -> Bool {
    guard hasDigit, !isSumOrMore, let last else { return false }
    return last.isDigit || last == "人" || last == "名"
  }
}
