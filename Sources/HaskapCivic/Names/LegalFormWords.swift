/// The legal forms that stand before or after an organization's name, in the spellings of reports.
enum LegalFormWords {
  private static let spellings = LegalForm.table.flatMap { [$0.name] + $0.spellings }
    .filter { $0 != "国立" }
  private static let abbreviations = spellings.filter { $0.hasPrefix("(") || $0.count == 1 }
  private static let longestFirst = spellings.map { (text: $0, count: $0.count) }
    .sorted { $0.count > $1.count }
  /// By what each begins or ends with.
  private static let byFirst = Dictionary(grouping: longestFirst) { scalar($0.text.first) }
  private static let byLast = Dictionary(grouping: longestFirst) { scalar($0.text.last) }

  private static func scalar(_ character: Character?) -> Unicode.Scalar? {
    character.flatMap { Folding.fold($0).unicodeScalars.first }
  }

  /// How many characters of a text's start are a legal form; nil where none stands there.
  static func prefix(of text: some StringProtocol) -> Int? {
    guard let words = byFirst[scalar(text.first)] else { return nil }
    let folded = Folding.folded(text.prefix(12))
    return words.first { folded.hasPrefix($0.text) }?.count
  }

  /// True of a text that is a legal form and nothing else.
  static func isForm(_ text: some StringProtocol) -> Bool {
    prefix(of: text).map { text.dropFirst($0).isEmpty } ?? false
  }

  /// How many characters of a text's end are a legal form; nil where none stands there.
  static func suffix(of text: some StringProtocol) -> Int? {
    guard let words = byLast[scalar(text.last)] else { return nil }
    let folded = Folding.folded(text.suffix(12))
    return words.first { folded.hasSuffix($0.text) }?.count
  }

  /// True of a legal form of schools and homes, whose facility may follow as a part of the name.
  static func namesFacilities(_ text: some StringProtocol) -> Bool {
    let beginning = Folding.folded(text.prefix(6))
    return ["学校法人", "社会福祉法人", "社会医療法人", "医療法人", "(学)", "(社福)", "(福)", "(医)", "㈻"]
      .contains(where: beginning.hasPrefix)
  }

  /// True of an abbreviation in brackets at the end of a text, after which a space means nothing.
  static func endsWithAbbreviation(_ text: some StringProtocol) -> Bool {
    let folded = Folding.folded(text.suffix(6))
    return abbreviations.contains { $0.hasPrefix("(") && folded.hasSuffix($0) }
  }
}
