internal import HaskapText

/// By what a record is cited: what it is, not where it stands or what else it says. So links outlast a
/// report in which lines are added and cells mended.
extension Record {
  /// The report, the beginning of the title, and a mark of all that tells the record from others that
  /// begin alike: `kyodo-2023/花火大会-7k2f`.
  var citation: String {
    let told: [Substring?] = [
      // Sections are numbered anew where one is added.
      section.map { $0.signs.drop(while: \.isNumber) }, sheet?[...], fiscalYear.map { "\($0)" },
      name.signs[...], subItem?.signs[...], isProject ? nil : text?[...],
    ]
    let parts = [title.signs.prefix(Self.longest), Self.mark(of: told)[...]]
    return "\(document)/\(parts.filter { !$0.isEmpty }.joined(separator: "-"))"
  }

  /// What tells it from another with the same citation in the report.
  var distinction: String {
    let days = occurrences.flatMap { [$0.start?.description, $0.label] }
    let told = departments + organizations.map(\.name) + days
    return Self.mark(of: told.map { $0?[...] })
  }

  /// What its activities are cited by, behind a `#`: their days, or what they are called.
  var activityCitations: [String] {
    var known: [String: Int] = [:]
    return occurrences.map { one in
      let own = one.start?.description ?? String((one.label ?? "").signs.prefix(Self.longest))
      known[own, default: 0] += 1
      let count = known[own, default: 1]
      return own.isEmpty ? String(count) : count == 1 ? own : "\(own).\(count)"
    }
  }

  private static let longest = 10
  /// Without those that are easily taken for others.
  private static let digits = Array("0123456789abcdefghjkmnpqrstvwxyz")

  /// Four digits, which tell the few records apart that are called alike.
  private static func mark(of texts: [Substring?]) -> String {
    let sum = texts.reduce(Checksum64.empty) { sum, text in
      // No text has this byte.
      Checksum64.of([0xFF], after: Checksum64.of((text ?? "").utf8, after: sum))
    }
    let bits = sum ^ sum >> 32
    return String((0..<4).map { digits[Int(bits >> (5 * $0) & 31)] })
  }
}

extension String {
  /// Its letters and numbers: what is mended most often are signs and spaces.
  fileprivate var signs: String {
    // Most names have no other, and none that marks are set on.
    if unicodeScalars.allSatisfy(\.isPlainSign) { return self }
    return filter { $0.isLetter || $0.isNumber }
  }
}

extension Unicode.Scalar {
  /// True of kana, kanji, and the letters and digits of ASCII, each of which is a character where all are such.
  fileprivate var isPlainSign: Bool {
    switch value {
    case 0x4E00...0x9FFF, 0x3041...0x3096, 0x30A1...0x30FA, 0x30FC: true
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }
}
