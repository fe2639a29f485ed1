import HaskapText

/// What words between dates mean in a cell of dates and participants.
enum OccurrenceWords {
  /// `3月の第3木曜日`, `8月下旬`: words that go on right after a date.
  static func suffix(of text: String) -> String? {
    let goesOn = ["の", "頃", "上旬", "中旬", "下旬", "初旬", "末"].contains { text.hasPrefix($0) }
    let words = Trimming.marks(text.hasPrefix("の") ? text.dropFirst() : text[...])
    return goesOn && !words.isEmpty ? words : nil
  }

  /// What stands before or after a date, without the marks that part it from others.
  static func label(_ text: String) -> String {
    let words = Trimming.marks(text)
    let isLoose = { (character: Character) in "/／→⇒～〜".contains(character) }
    let rest = words.drop(while: isLoose).reversed().drop(while: isLoose).reversed()
    return Trimming.marks(String(rest))
  }

  /// True of words that tell more of the dates before them: `15地区で開催`, `全9回`.
  static func isRemark(_ chunk: String) -> Bool {
    ["開催", "実施", "にて", "予定", "延期"].contains { chunk.hasSuffix($0) }
      || (chunk.hasPrefix("全") && chunk.hasSuffix("回")) || isTime(chunk)
  }

  /// True of a heading that only counts: `①`, `(2)`.
  static func isOrdinal(_ label: String) -> Bool {
    label.allSatisfy { $0.isDigit || ("①"..."⑳").contains($0) || "()（）.".contains($0) }
  }

  /// `10:00～12:00`, `10時～12時30分`.
  private static func isTime(_ chunk: String) -> Bool {
    let folded = Folding.folded(chunk)
    return folded.first?.isDigit == true && folded.contains { ":時".contains($0) }
      && folded.allSatisfy { $0.isDigit || ":時分半~-から".contains($0) }
  }

  /// What a sentence says was called off: the words before `は` or before the reason.
  static func subject(of sentence: String) -> String? {
    let ends = ["は", "新型コロナ", "コロナ", "感染症", "雨天", "荒天", "悪天候", "台風"]
    let starts = ends.compactMap { sentence.firstRange(of: $0)?.lowerBound }
    guard let end = starts.min() else { return nil }
    let subject = Trimming.marks(sentence[..<end])
    return subject.isEmpty ? nil : subject
  }

  /// Line feeds count as spaces; brackets keep their words together.
  static func compact(_ cell: String) -> [Character] {
    cell.map { $0.isNewline ? " " : $0 }
  }

  /// Takes out the remarks after ※, each up to the next full date.
  static func asides(_ text: [Character], fiscalYear: Int?) -> ([Character], [String]) {
    var body: [Character] = []
    var asides: [[Character]] = []
    let folded = Folding.fold(text)
    var isAside = false
    for index in text.indices {
      if text[index] == "※" {
        isAside = true
        asides.append([])
        continue
      }
      if isAside, index > 0, text[index - 1] == " ", isFullDate(folded, at: index) {
        isAside = false
      }
      if isAside { asides[asides.count - 1].append(text[index]) } else { body.append(text[index]) }
    }
    return (body, asides.map { String($0) })
  }

  private static func isFullDate(_ folded: [Character], at index: Int) -> Bool {
    DateList(folded, at: index, fiscalYear: nil)?.spans.first?.start.day != nil
  }
}
