/// What single cells of the council's report hold.
enum CouncilCells {
  struct Project: Equatable {
    var number: Int?
    var name: String
    var departments: [String]
  }

  /// `4 介護支援いきいきポイント 事業(地域福祉課)`; nil without a department in brackets at the end.
  static func project(_ cell: some StringProtocol) -> Project? {
    guard let last = cell.last(where: { !$0.isWhitespace }), ")）".contains(last) else { return nil }
    let text = CellText.unwrapped(String(cell.map { $0 == "（" ? "(" : $0 == "）" ? ")" : $0 }))
    guard text.hasSuffix(")"), let open = text.lastIndex(of: "("), open > text.startIndex else {
      return nil
    }
    let departments = Self.departments(String(text[text.index(after: open)...].dropLast()))
    guard !departments.isEmpty else { return nil }
    let (number, name) = CellText.numbered(text[..<open])
    return name.isEmpty ? nil : Project(number: number, name: name, departments: departments)
  }

  private static let units = [
    "課", "室", "センター", "係", "部", "局", "館", "事務所", "担当", "支所",
  ]

  /// Several are told apart at `、`; at `・` only where each side is a department.
  private static func departments(_ text: String) -> [String] {
    func areAll(_ parts: [String]) -> Bool {
      parts.allSatisfy { part in units.contains { part.hasSuffix($0) } }
    }
    let parts = text.split(whereSeparator: { "、,，／/".contains($0) }).map(String.init)
    guard areAll(parts) else { return [] }
    return parts.flatMap { part in
      let halves = part.split(separator: "・").map(String.init)
      return areAll(halves) ? halves : [part]
    }
  }

  static let goals = ["基本目標", "重点目標", "基本方針"]

  /// `基本目標2 笑顔あふれる…`, or `〃` for the goal above.
  static func isGoal(_ cell: some StringProtocol) -> Bool {
    guard cell.utf8.count <= Substring.longestTitle,
      let first = cell.first(where: { !$0.isWhitespace }), "基重〃々同\"".contains(first)
    else { return false }
    let text = CellText.unwrapped(cell)
    return CellText.isDitto(text) || (goals.contains { text.hasPrefix($0) } && text.count < 60)
  }

  /// 拠点区分 and サービス区分, which share a cell: the base ends in 拠点.
  static func placement(_ cell: some StringProtocol) -> (base: String?, service: String?) {
    var text = CellText.unwrapped(cell)
    for label in ["拠点区分", "サービス区分"] where text.hasPrefix(label) {
      text = text.dropFirst(label.count).trimmed
    }
    guard let range = text.firstRange(of: "拠点") else { return (nil, text.isEmpty ? nil : text) }
    let service = text[range.upperBound...].trimmed
    return (String(text[..<range.upperBound]), service.isEmpty ? nil : service)
  }

  /// `② 生活支援コーディネーター (1) …`: the sub-item's title and what follows it.
  static func subItem(_ cell: some StringProtocol) -> (index: Int, title: String, rest: String)? {
    let text = cell.trimmed
    guard let index = circled(text.first), let first = text.first else { return nil }
    let words = text.dropFirst().trimmed
    let title = words.prefix { !$0.isWhitespace }
    return (index, "\(first) \(title)", words[title.endIndex...].trimmed)
  }

  /// 1 for ①.
  static func circled(_ character: Character?) -> Int? {
    guard let scalar = character?.unicodeScalars.first, (0x2460...0x2473).contains(scalar.value)
    else { return nil }
    return Int(scalar.value) - 0x245F
  }
}
