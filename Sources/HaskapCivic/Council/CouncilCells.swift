/// What single cells of the council's report hold.
enum CouncilCells {
  /// Joins what a narrow column has wrapped: a space between two Japanese characters goes.
  static func unwrapped(_ text: some StringProtocol) -> String {
    var kept: [Character] = []
    var pending = false
    for character in text {
      if character.isWhitespace {
        pending = true
        continue
      }
      if pending, let last = kept.last, last.isASCII || character.isASCII,
        last != ")", character != "("
      {
        kept.append(" ")
      }
      pending = false
      kept.append(character)
    }
    return String(kept)
  }

  struct Project: Equatable {
    var number: Int?
    var name: String
    var departments: [String]
  }

  /// `4 介護支援いきいきポイント 事業(地域福祉課)`; nil without a department in brackets at the end.
  static func project(_ cell: some StringProtocol) -> Project? {
    let text = unwrapped(String(cell.map { $0 == "（" ? "(" : $0 == "）" ? ")" : $0 }))
    guard text.hasSuffix(")"), let open = text.lastIndex(of: "("), open > text.startIndex else {
      return nil
    }
    let departments = Self.departments(String(text[text.index(after: open)...].dropLast()))
    guard !departments.isEmpty else { return nil }
    let (number, name) = numbered(text[..<open])
    return name.isEmpty ? nil : Project(number: number, name: name, departments: departments)
  }

  /// `10 絵本読み聞かせ` → 10 and the rest.
  static func numbered(_ text: some StringProtocol) -> (number: Int?, rest: String) {
    let digits = text.prefix { $0.isWholeNumber }
    let rest = text[digits.endIndex...]
    guard let first = rest.first, " ．.".contains(first), let number = Int(digits.ascii) else {
      return (nil, text.trimmed)
    }
    return (number, rest.dropFirst().trimmed)
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
    let text = unwrapped(cell)
    return isDitto(text) || (goals.contains { text.hasPrefix($0) } && text.count < 60)
  }

  static func isDitto(_ cell: some StringProtocol) -> Bool {
    ["〃", "々", "同上", "\""].contains(cell.trimmed)
  }

  /// 拠点区分 and サービス区分, which share a cell: the base ends in 拠点.
  static func placement(_ cell: some StringProtocol) -> (base: String?, service: String?) {
    var text = unwrapped(cell)
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

extension StringProtocol {
  var trimmed: String {
    let head = drop { $0.isWhitespace }
    guard let last = head.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(head[...last])
  }

  /// Decimal digits of any width as ASCII.
  var ascii: String { String(compactMap { $0.wholeNumberValue.map(String.init) }.joined()) }
}
