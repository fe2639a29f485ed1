import HaskapText

/// Years as the reports print them.
enum PrintedYear {
  /// `令和7年度`, also with 元 and full-width digits.
  static func year(in text: some StringProtocol) -> Int? {
    for era in Era.allCases {
      guard let range = text.firstRange(of: era.rawValue) else { continue }
      let rest = text[range.upperBound...].drop { $0.isWhitespace }
      if rest.hasPrefix("元年") { return era.firstYear }
      let digits = rest.prefix { $0.isWholeNumber }
      guard let year = Int(digits.ascii), rest[digits.endIndex...].hasPrefix("年") else { continue }
      return era.westernYear(year)
    }
    return nil
  }

  /// 2025 for the first `R7` in a text.
  static func shortYear(in text: String) -> Int? {
    for range in text.ranges(of: "R") {
      let digits = text[range.upperBound...].prefix { $0.isASCIIDigit }
      if let year = Int(digits), (1...99).contains(year) { return Era.reiwa.westernYear(year) }
    }
    return nil
  }
}
