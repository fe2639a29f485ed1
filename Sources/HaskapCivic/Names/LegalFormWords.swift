/// The legal forms that stand before or after an organization's name, in the spellings of reports.
enum LegalFormWords {
  private static let spellings = LegalForm.table.flatMap { [$0.name] + $0.spellings }
    .filter { $0 != "国立" }
  private static let abbreviations = spellings.filter { $0.hasPrefix("(") || $0.count == 1 }
  private static let longestFirst = spellings.map { (text: $0, count: $0.count) }
    .sorted { $0.count > $1.count }

  /// How many characters of a text's start are a legal form; nil where none stands there.
  static func prefix(of text: some StringProtocol) -> Int? {
    let folded = Folding.folded(text.prefix(12))
    return longestFirst.first { folded.hasPrefix($0.text) }?.count
  }

  /// How many characters of a text's end are a legal form; nil where none stands there.
  static func suffix(of text: some StringProtocol) -> Int? {
    let folded = Folding.folded(text.suffix(12))
    return longestFirst.first { folded.hasSuffix($0.text) }?.count
  }

  /// True of a legal form of schools and homes, whose facility may follow as a part of the name.
  static func namesFacilities(_ text: some StringProtocol) -> Bool {
    ["学校法人", "社会福祉法人", "社会医療法人", "医療法人", "(学)", "(社福)", "(福)", "(医)", "㈻"].contains {
      Folding.folded(text.prefix(6)).hasPrefix($0)
    }
  }

  /// True of an abbreviation in brackets at the end of a text, after which a space means nothing.
  static func endsWithAbbreviation(_ text: some StringProtocol) -> Bool {
    let folded = Folding.folded(text.suffix(6))
    return abbreviations.contains { $0.hasPrefix("(") && folded.hasSuffix($0) }
  }
}
