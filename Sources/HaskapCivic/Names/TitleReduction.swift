/// What can be left out of a project's title without naming another project.
struct TitleReduction {
  private(set) var reduced: [String] = []
  private(set) var weaklyReduced: [String] = []

  /// - Parameter followsMark: whether the subtitle comes after a mark of the edition, which makes
  ///   it that edition's own.
  init(_ title: String, followsMark: Bool) {
    if let main = Self.withoutSubtitle(title) {
      if followsMark { reduced.append(main) } else { weaklyReduced.append(main) }
    }
    if let own = Self.withoutPatron(title) { reduced.append(own) }
    if let plain = Self.withoutTail(title) { reduced.append(plain) }
    if let plain = Self.withoutBracket(title) { weaklyReduced.append(plain) }
  }

  private static let subtitleMarks: Set<Character> = ["～", "〜", "~"]
  /// A quotation that ends so names an event of its own: 道民芸術祭「水彩画展」.
  private static let events = [
    "展", "大会", "講座", "教室", "事業", "コンサート", "公演", "演奏会", "セミナー", "講習会", "講演会", "フェス", "まつり", "祭",
    "交流会",
    "プロジェクト", "販売会", "研修会", "コンクール",
  ]

  /// Without a trailing 「…」 or ～…～.
  private static func withoutSubtitle(_ title: String) -> String? {
    let start: String.Index?
    if title.last == "」" || title.last == "』" {
      start = title.lastIndex { $0 == "「" || $0 == "『" }
      let quotation = title[(start ?? title.endIndex)...].dropFirst().dropLast()
      if events.contains(where: quotation.hasSuffix) { return nil }
    } else {
      start = title.firstIndex { subtitleMarks.contains($0) }
    }
    guard let start, start > title.startIndex else { return nil }
    return title[..<start].trimmed
  }

  /// Without whoever pays or hosts: `北海道社会福祉総合基金助成事業 居場所「とまとま」`.
  private static func withoutPatron(_ title: String) -> String? {
    for grant in ["助成事業", "補助事業", "委託事業"] {
      guard let range = title.firstRange(of: grant) else { continue }
      let own = title[range.upperBound...].trimmed
      if !own.isEmpty { return own }
    }
    guard let space = title.lastIndex(of: " ") else { return nil }
    let isPatron = ["主催", "助成", "補助", "委託"].contains { title[..<space].contains($0) }
    return isPatron ? title[space...].trimmed : nil
  }

  private static func withoutTail(_ title: String) -> String? {
    for tail in ["実行委員会", "の開催", "の運営", "の実施", "行事", "事業"] where title.hasSuffix(tail) {
      return title.dropLast(tail.count).trimmed
    }
    return nil
  }

  /// Without a last bracket: 移動工業試験場(苫小牧).
  private static func withoutBracket(_ title: String) -> String? {
    guard title.last == ")" || title.last == "）",
      let opening = title.lastIndex(where: { $0 == "(" || $0 == "（" }), opening > title.startIndex
    else { return nil }
    return title[..<opening].trimmed
  }
}
