import HTTPTypes

/// What a request asks for: the target of its first line, taken apart.
struct Target {
  static let longest = 8 * 1024

  /// Still escaped; none for the root.
  var segments: [Substring]
  var items: QueryItems

  /// Whether to answer takes much memory: each word, and each of the words that a pattern stands for, has
  /// its own place in all files of the index.
  var isHeavy: Bool {
    let asked = ["q", "filter"].compactMap { items[$0] }.joined(separator: " ")
    let patterns = asked.count { "*?~＊？～〜".contains($0) }
    return asked.split(whereSeparator: \.isWhitespace).count + 3 * patterns > Self.fewWords
  }

  private static let fewWords = 6

  /// - Parameter text: in origin form or in absolute form (RFC 9112, section 3.2).
  /// - Throws: `Refusal` where it is too long or not UTF-8.
  init(_ text: String) throws {
    guard text.utf8.count <= Self.longest else {
      throw Refusal(status: .uriTooLong, key: "invalid", detail: "the address is too long")
    }
    var rest = text[...]
    if !rest.hasPrefix("/"), let scheme = rest.firstRange(of: "://") {
      rest = rest[scheme.upperBound...].drop { $0 != "/" && $0 != "?" }
    }
    let parts = rest.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    segments = (parts.first ?? "").split(separator: "/")
    items = try QueryItems(parts.count > 1 ? parts[1] : "")
  }
}
