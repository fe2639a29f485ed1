/// Tells named organizations, descriptive groups and persons apart.
enum OrganizationItem {
  /// The mention of one item; an office and the person who holds it give two.
  static func mentions(_ item: String, role: Record.OrganizationMention.Role)
    -> [Record.OrganizationMention]
  {
    let name = clean(item)
    guard !name.isEmpty else { return [] }
    if let (office, person) = officeHolder(name) {
      return [
        .init(name: office, kind: .named, role: role),
        .init(name: person, kind: .person, role: role),
      ]
    }
    if isPerson(name) { return [.init(name: name, kind: .person, role: role)] }
    guard GenericWords.cover(name) else { return [.init(name: name, role: role)] }
    let count = Count.scan(name).first(where: \.isAttendance)?.number
    return [.init(name: name, kind: .group, role: role, count: count)]
  }

  /// Spaces after an abbreviated legal form mean nothing: `(公財) 苫小牧市スポーツ協会`.
  private static func clean(_ item: String) -> String {
    guard item.mayHaveSpaces else { return unquoted(Trimming.marks(item)) }
    var result = ""
    for part in Trimming.marks(item).split(whereSeparator: \.isWhitespace) {
      if !result.isEmpty && !LegalFormWords.endsWithAbbreviation(result) { result += " " }
      result += part
    }
    return Self.unquoted(result)
  }

  /// `「星の会」` is 星の会.
  private static func unquoted(_ name: String) -> String {
    guard name.first == "「", name.last == "」", name.count > 3, name.count(where: { $0 == "「" }) == 1
    else { return name }
    return String(name.dropFirst().dropLast())
  }

  /// `安平町教育委員会 教育長 種田 直章`.
  private static func officeHolder(_ name: String) -> (office: String, person: String)? {
    guard name.has(" ") else { return nil }
    let parts = name.split(separator: " ")
    guard let title = parts.dropFirst().firstIndex(where: { titles.contains(String($0)) }),
      title + 1 < parts.count
    else { return nil }
    let person = parts[(title + 1)...].joined(separator: " ")
    guard isPersonName(person) else { return nil }
    return (parts[..<title].joined(separator: " "), "\(parts[title]) \(person)")
  }

  /// `会長 山田太郎`, `代表：山田太郎`: an office and who holds it.
  static func holder(_ text: String) -> String? {
    guard let title = titles.filter({ text.hasPrefix($0) }).max(by: { $0.count < $1.count }) else {
      return nil
    }
    let rest = text.dropFirst(title.count)
    guard let mark = rest.first, mark.isWhitespace || ":：".contains(mark) else { return nil }
    let person = Trimming.marks(rest.dropFirst())
    return isPersonName(person) ? "\(title) \(person)" : nil
  }

  /// `真鍋 孝徳`, `青少年課長 高坂 博幸`, `山田太郎氏`.
  static func isPerson(_ name: String) -> Bool {
    if ["氏", "さん", "先生"].contains(where: { name.hasSuffix($0) && name.count > $0.count + 1 }) {
      return !name.contains("会")
    }
    guard name.has(" ") else { return false }
    let parts = name.split(separator: " ")
    if parts.count == 2 { return isPersonName(name) }
    guard parts.count == 3, titles.contains(where: { parts[0].hasSuffix($0) }) else { return false }
    return isPersonName(parts[1...].joined(separator: " "))
  }

  /// A family name and a given name of one to three characters each, of kanji or kana.
  private static func isPersonName(_ name: String) -> Bool {
    let parts = name.split(separator: " ")
    guard (1...2).contains(parts.count), name.count <= 8 else { return false }
    if parts.count == 1 && !(3...5).contains(name.count) { return false }
    let longest = parts.count == 1 ? 5 : 4
    guard parts.allSatisfy({ (1...longest).contains($0.count) && $0.allSatisfy(isNameCharacter) })
    else {
      return false
    }
    let startsWithKanji = parts[0].first.map(isKanji) ?? false
    let isGroup = groupWords.contains { parts[0].hasSuffix($0) }
    return startsWithKanji && !isGroup && !endings.contains { name.hasSuffix($0) }
  }

  private static let titles = [
    "会長", "副会長", "理事長", "理事", "代表理事", "副代表", "組合長", "隊長", "塾長", "教育長", "市長", "町長", "村長", "課長", "部長",
    "所長", "校長", "園長", "館長",
    "代表", "代表者", "実行委員長", "委員長", "事務局長", "支部長", "支店長", "社長", "代表取締役", "センター長", "団長", "主宰",
  ]

  /// What organizations end with, and persons do not.
  private static let endings = [
    "会", "社", "部", "校", "所", "課", "室", "園", "館", "町", "市", "局", "隊", "団", "店", "組", "協会", "連盟",
    "教室", "塾", "院", "寺", "大学", "映画",
  ]

  /// What may stand before the name of a troupe or school, and before no given name.
  private static let groupWords = ["団", "会", "社", "隊", "茶道", "華道", "書道", "太鼓", "琴", "民謡", "舞踊"]

  private static func isNameCharacter(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first else { return false }
    return isKanji(character) || (0x3041...0x3096).contains(scalar.value)
      || (0x30A1...0x30FA).contains(scalar.value)
  }

  private static func isKanji(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first else { return false }
    return (0x4E00...0x9FFF).contains(scalar.value) || character == "々"
      || (0x3400...0x4DBF).contains(scalar.value) || (0xF900...0xFAFF).contains(scalar.value)
  }
}

extension Record {
  /// Whom an answer names as organizations, without persons who speak for one of them: 安平町教育委員会, and
  /// not its 教育長 種田 直章.
  package var bodies: [OrganizationMention] {
    guard organizations.contains(where: { $0.kind == .named }) else { return organizations }
    return organizations.filter { $0.kind != .person || OrganizationItem.holder($0.name) == nil }
  }
}
