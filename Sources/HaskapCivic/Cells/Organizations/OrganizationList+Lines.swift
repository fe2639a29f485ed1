/// Line ends inside of names: a narrow column breaks a name wherever its line is full.
extension OrganizationList {
  /// Without the line ends that stand inside of a name.
  ///
  /// Some are certain: inside of a word that names end with, between a legal form and its name, before an
  /// ending alone or a character that begins no line. They show how wide the column is, and a line as wide
  /// goes on as well, where it is no body by itself.
  ///
  /// - Parameter known: bodies that the report prints on one line.
  static func withoutWraps(_ text: String, known: Set<String> = []) -> String {
    guard text.mayHaveSpaces else { return text }
    let lines = text.split(whereSeparator: \.isNewline).map { Trimming.spaces($0) }
      .filter { !$0.isEmpty }
    guard lines.count > 1 else { return text }
    let certain = joined(lines) { isInsideName($0, $1, known) }
    let width = certain.wraps.map { TypesetWidth.of(lines[$0]) }.min()
    guard let width else { return text }
    let likely = joined(lines) { left, right in
      isInsideName(left, right, known) || goesOn(left, right)
    } isWide: { index in
      certain.wraps.contains(index)
        || TypesetWidth.of(lines[index]) + TypesetWidth.full >= width
    }
    return likely.text
  }

  /// The lines, joined where the name at the end of what stands before goes on; and after which lines it did.
  private static func joined(
    _ lines: [String], where goesOn: (_ left: String, _ right: String) -> Bool,
    isWide: (Int) -> Bool = { _ in true }
  ) -> (text: String, wraps: Set<Int>) {
    var (text, name) = (lines[0], lastName(lines[0][...]))
    var wraps: Set<Int> = []
    for (index, line) in lines.enumerated().dropFirst() {
      let first = String(line.prefix { !isComma($0) })
      if isWide(index - 1), !name.isEmpty, name.utf8.count <= longestName, !startsItem(first),
        goesOn(name, first)
      {
        wraps.insert(index - 1)
        // A form may have a space behind it.
        let gap = LegalFormWords.isForm(name) ? " " : ""
        text += gap + line
        name = first.count < line.count ? lastName(line[...]) : name + gap + line
      } else {
        text += "\n" + line
        name = lastName(line[...])
      }
    }
    return (text, wraps)
  }

  /// In bytes.
  private static let longestName = 600

  private static func lastName(_ line: Substring) -> String {
    let comma = line.lastIndex(where: isComma)
    return String(comma.map { line[$0...].dropFirst() } ?? line)
  }

  private static func isComma(_ character: Character) -> Bool { "、､，,；;".contains(character) }

  private static func startsItem(_ text: String) -> Bool {
    PrintedLine.isMarked(text) && LegalFormWords.prefix(of: text) == nil
  }

  private static func isInsideName(_ left: String, _ right: String, _ known: Set<String>) -> Bool {
    if LegalFormWords.isForm(left) || isInsideWord(left, right) { return true }
    if known.contains(left + right) || isBegunAssociation(left, right) { return true }
    // ツ begins lines, ー none.
    if let first = right.first, first.isLetter, Kinsoku.cannotBegin(first) { return true }
    return wordEnds.contains(right)
      || ["実行委員会", "運営委員会", "準備委員会"].contains(right) && !BodyEnding.ends(left)
  }

  /// True of a gap inside of a word that bodies end with (`商工会議` `所`), and behind a legal form
  /// with a mere place (`(公財)苫小牧市` `スポーツ協会`), which is no body.
  static func isInsideWord(_ left: String, _ right: String) -> Bool {
    if hasPlaceForName(left) { return LegalFormWords.prefix(of: right) == nil }
    let ends = left.unicodeScalars.last.flatMap { halves[$0] } ?? []
    let isInside = ends.contains { half in
      left.hasSuffix(half.left)
        && (half.isShort ? right == half.right : right.hasPrefix(half.right))
    }
    return isInside && !(BodyEnding.ends(left) && BodyEnding.ends(right))
  }

  private struct Halves {
    var left: String
    var right: String
    /// Of short words the right half says little: `協` `会の人々`.
    var isShort: Bool
  }

  /// By the last letter of the left half.
  private static let halves = Dictionary(
    grouping: endings.flatMap { word in
      (1..<word.count).map { cut in
        Halves(
          left: String(word.prefix(cut)), right: String(word.dropFirst(cut)),
          isShort: word.count < 3)
      }
    }
  ) { $0.left.unicodeScalars.last }

  /// A city has no legal form of its own: something follows `公益財団法人苫小牧市`. Companies are called
  /// by anything.
  static func hasPlaceForName(_ text: String) -> Bool {
    guard let last = text.last, "市町村区県府都道".contains(last),
      let (form, name) = formed(text), !form.hasSuffix("会社")
    else { return false }
    return name.has(2)
  }

  /// `(一社)苫小牧` before `ヨット協会`: associations and foundations are called by more than such a word.
  private static func isBegunAssociation(_ left: String, _ right: String) -> Bool {
    guard hasEnding(right), let (form, name) = formed(left), !name.has(4) else { return false }
    return ["社団法人", "財団法人"].contains(where: form.hasSuffix) && !BodyEnding.ends(name)
      && LegalFormWords.prefix(of: right) == nil
  }

  /// The legal form that a name begins with, in full, and what follows it.
  private static func formed(_ text: String) -> (form: String, name: String)? {
    guard let length = LegalFormWords.prefix(of: text) else { return nil }
    let printed = Array(Folding.folded(text.prefix(length)))
    let form = LegalForm.spellings.first { $0.spelling == printed }
    return form.map { ($0.name, Trimming.spaces(text.dropFirst(length))) }
  }

  /// True of halves that are no bodies without each other.
  private static func goesOn(_ left: String, _ right: String) -> Bool {
    if BodyEnding.ends(right), let (form, name) = formed(left), !form.hasSuffix("会社"),
      LegalFormWords.prefix(of: right) == nil
    {
      return !BodyEnding.ends(name)
    }
    guard let last = left.last, let first = right.first, !BodyEnding.ends(left) else {
      return false
    }
    return [last, first].allSatisfy { ("ァ"..."ー").contains($0) && $0 != "・" }
  }
}
