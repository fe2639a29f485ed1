/// The language of the pages; what the reports say stays Japanese.
enum Language: String, Sendable, CaseIterable {
  case ja, en

  /// By the header Accept-Language (RFC 9110, section 12.5.4): Japanese unless English is wanted more.
  init(accepted header: String) {
    var weights: [Language: Double] = [:]
    for part in header.split(separator: ",") {
      let fields = part.split(separator: ";").map { $0.filter { $0 != " " } }
      guard let tag = fields.first?.lowercased() else { continue }
      let weight = fields.dropFirst().first { $0.hasPrefix("q=") }.flatMap {
        Double($0.dropFirst(2))
      }
      for language in Self.allCases where tag == "*" || tag.prefix(2) == language.rawValue {
        weights[language] = max(weights[language] ?? 0, weight ?? 1)
      }
    }
    self = (weights[.en] ?? 0) > (weights[.ja] ?? 0) ? .en : .ja
  }
}
