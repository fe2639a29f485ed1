/// The legal forms that stand before or after an organisation's name, in the spellings of reports.
enum LegalForm {
  private static let words = [
    "公益財団法人", "公益社団法人", "一般財団法人", "一般社団法人", "地方独立行政法人", "独立行政法人",
    "国立研究開発法人", "国立大学法人", "公立大学法人", "特定非営利活動法人", "認定特定非営利活動法人",
    "特定非営利法人", "特定営利法人", "非特定営利法人", "認定NPO法人", "NPO法人", "社会福祉法人", "社会医療法人", "医療法人",
    "学校法人", "宗教法人", "財団法人", "社団法人", "株式会社", "有限会社", "合同会社", "合資会社",
    "合名会社", "相互会社", "企業組合",
  ]
  private static let abbreviations = [
    "(株)", "(有)", "(合)", "(公財)", "(公社)", "(一財)", "(一社)", "(財)", "(社)", "(社福)", "(福)",
    "(学)", "(医)", "(独)", "(地独)", "(特非)", "(NPO)", "(宗)", "(同)", "(資)",
    "㈱", "㈲", "㈳", "㈶", "㈻",
  ]

  /// How many characters of a text's start are a legal form; nil where none stands there.
  static func prefix(of text: some StringProtocol) -> Int? {
    let folded = Folding.folded(text.prefix(12))
    return (words + abbreviations).filter { folded.hasPrefix($0) }.map(\.count).max()
  }

  /// How many characters of a text's end are a legal form; nil where none stands there.
  static func suffix(of text: some StringProtocol) -> Int? {
    let folded = Folding.folded(text.suffix(12))
    return (words + abbreviations).filter { folded.hasSuffix($0) }.map(\.count).max()
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
