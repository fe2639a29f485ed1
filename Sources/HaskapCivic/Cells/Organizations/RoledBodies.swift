/// The parts of a cell of bodies whose labels say what each had to do with the project.
enum RoledBodies {
  typealias Part = (text: String, role: Record.OrganizationMention.Role)

  /// Of `主催：清流の会　共催：朝の会` two, and of `【主催】清流の会【共催】朝の会`; of a cell without such labels itself.
  ///
  /// - Parameter role: what the column says.
  static func parts(_ text: String, role: Record.OrganizationMention.Role) -> [Part] {
    guard text.utf8.count <= 2_000, text.unicodeScalars.contains(where: isMark) else {
      return [(text, role)]
    }
    let text = withColons(text)
    var parts: [Part] = []
    var (start, own) = (text.startIndex, role)
    for colon in text.indices where ":：".contains(text[colon]) {
      let word = text[start..<colon].reversed().prefix { $0.isLetter || $0 == "・" }.count
      let label = text.index(colon, offsetBy: -word)
      guard let role = Self.role(text[label..<colon]) else { continue }
      parts.append((Trimming.spaces(text[start..<label]), own))
      (start, own) = (text.index(after: colon), role)
    }
    parts.append((Trimming.spaces(text[start...]), own))
    return parts.count > 1 ? parts.filter { !$0.text.isEmpty } : [(text, role)]
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar == ":" || scalar == "：" || scalar == "】"
  }

  private static func withColons(_ text: String) -> String {
    text.split(separator: "【", omittingEmptySubsequences: false).enumerated().map { index, part in
      guard index > 0 else { return String(part) }
      guard let end = part.firstIndex(of: "】"), role(part[..<end]) != nil else { return "【" + part }
      return " \(part[..<end])：\(part[part.index(after: end)...])"
    }.joined()
  }

  private static func role(_ label: Substring) -> Record.OrganizationMention.Role? {
    let label = String(label)
    guard HeadingWords.isListed(label), let kind = HeadingWords.meaning(of: label)?.kind,
      kind == .host || kind == .partner
    else { return nil }
    return kind.role
  }
}
