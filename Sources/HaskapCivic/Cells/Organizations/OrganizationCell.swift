/// The cell 取組に関係した団体等 or 主催者: the organizations that a project was done with.
struct OrganizationCell {
  private(set) var mentions: [Record.OrganizationMention] = []
  /// What the cell says beside organizations.
  private(set) var remarks: [String] = []

  private let role: Record.OrganizationMention.Role

  /// A line feed parts organizations, unless it stands inside of a name.
  ///
  /// - Parameter known: bodies that the report prints on one line.
  init(_ cell: String, role: Record.OrganizationMention.Role, known: Set<String> = []) {
    self.role = role
    let text = Trimming.spaces(cell)
    if text.isEmpty || ["-", "－", "―", "なし", "特になし"].contains(text) { return }
    if OrganizationSentence.isSentence(text) {
      (mentions, remarks) = OrganizationSentence.read(text, role: role)
    } else {
      for item in OrganizationList.items(text, known: known) { add(item) }
    }
  }

  /// Brackets inside of brackets list members of members, and no report goes deeper than this.
  private static let maxDepth = 3

  private mutating func add(_ item: String, depth: Int = 0) {
    if item.areKanaOrKanji { return addPlain(item) }
    var item = OrganizationBrackets.withoutPart(item)
    let hasOthers = Self.dropOthers(&item)
    let first = mentions.count
    if depth < Self.maxDepth { readBrackets(&item, into: first, depth: depth + 1) }
    if let split = OrganizationCount.others(item) {
      append(split.name)
      mentions.append(split.group(role))
    } else if let (name, count) = OrganizationCount.total(item) {
      append(name)
      if first < mentions.count { mentions[first].count = count }
    } else {
      append(item)
    }
    if hasOthers, first < mentions.count { mentions[first].others = true }
  }

  /// Without brackets and figures, as most are.
  private mutating func addPlain(_ item: String) {
    var item = item
    let hasOthers = Self.dropOthers(&item)
    let first = mentions.count
    append(item)
    if hasOthers, first < mentions.count { mentions[first].others = true }
  }

  private mutating func append(_ item: String) {
    for mention in OrganizationItem.mentions(item, role: role) { mentions.append(mention) }
  }

  /// Brackets at the end may hold a former name, members, or how many there are.
  private mutating func readBrackets(_ item: inout String, into index: Int, depth: Int) {
    guard let (before, inside) = Brackets.trailing(item), !before.isEmpty else { return }
    let name = Trimming.spaces(before)
    if let former = OrganizationBrackets.formerName(inside) {
      append(name)
      if index < mentions.count { mentions[index].formerName = former }
    } else if let others = OrganizationCount.others(inside) {
      append(name)
      for member in OrganizationList.items(others.name) { add(member, depth: depth) }
      mentions.append(others.group(role))
    } else if let count = Count.scan(inside).first(where: { $0.isAttendance || $0.unit == "地区" }) {
      append(name)
      if index < mentions.count { mentions[index].count = count.number }
      remarks.append(inside)
    } else if let person = OrganizationItem.holder(inside) {
      append(name)
      mentions.append(.init(name: person, kind: .person, role: role))
    } else if OrganizationBrackets.listsMembers(inside) {
      append(name)
      for member in OrganizationList.items(inside) { add(member, depth: depth) }
    } else if OrganizationBrackets.isRemark(inside) {
      append(name)
      remarks.append(inside)
    } else {
      return
    }
    item = ""
  }

  /// Takes off `等`, `など`, `ほか`: more took part than are named.
  static func dropOthers(_ item: inout String) -> Bool {
    for word in ["などの団体", "等の団体", "など", "等", "ほか", "他", " 外"]
    where item.hasSuffix(word) && item.count > word.count + 1 {
      item = Trimming.spaces(item.dropLast(word.count))
      return true
    }
    return false
  }
}

/// What stands in brackets after an organization's name.
enum OrganizationBrackets {
  /// `前名称：コミュニティFM準備実行委員会`, `旧…`.
  static func formerName(_ inside: String) -> String? {
    let labels = ["前名称", "旧名称", "旧称", "前身", "旧団体名", "旧"]
    guard let label = labels.first(where: { inside.hasPrefix($0) }) else { return nil }
    let name = Trimming.marks(inside.dropFirst(label.count))
    return name.isEmpty ? nil : name
  }

  /// `R3.7.1締結`, `PDFファイル：120KB`, `浜町1-2-3` and `幹事` are no part of a name.
  static func isRemark(_ inside: String) -> Bool {
    if parts.contains(inside) { return true }
    return inside.contains(where: \.isNumber)
      && (["締結", "設立", "PDF", "KB", "MB", "ＫＢ", "ＭＢ"].contains(where: inside.contains)
        || isAddress(inside))
  }

  /// `浜町1-2-3`, `浜町2丁目3番地`.
  private static func isAddress(_ inside: String) -> Bool {
    let text = Folding.folded(inside.withoutSpaces)
    let place = text.prefix { !$0.isDigit }
    let number = text.dropFirst(place.count)
    let isNumbered = number.contains("-") || ["丁目", "番", "号"].contains(where: number.contains)
    return place.count > 1 && place.last?.isLetter == true && isNumbered
      && number.allSatisfy { $0.isDigit || "-丁目番地号の".contains($0) }
  }

  /// What a body is to others that did something together.
  private static let parts: Set = [
    "幹事", "代表", "代表者", "代表団体", "代表企業", "代表法人", "代表会社", "代表構成員", "幹事団体", "幹事会社", "幹事企業", "主幹",
    "取りまとめ",
  ]

  /// `浜の会【代表】` is 浜の会.
  static func withoutPart(_ item: String) -> String {
    guard let (before, inside) = Brackets.cornered(item), !before.isBlank, parts.contains(inside)
    else { return item }
    return Trimming.spaces(before)
  }

  /// True where the brackets list organizations: `苫小牧文化団体協議会等`; of several, one at least
  /// must have the ending of an organization.
  static func listsMembers(_ inside: String) -> Bool {
    var last = inside
    _ = OrganizationCell.dropOthers(&last)
    if OrganizationList.isIndependent(last) { return true }
    let items = OrganizationList.items(last)
    return items.count > 1
      && (items.contains(where: OrganizationList.isIndependent)
        || items.allSatisfy { $0.hasSuffix("会") && $0.count > 2 })
  }
}
