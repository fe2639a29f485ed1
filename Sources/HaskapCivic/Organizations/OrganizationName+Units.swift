extension OrganizationName {
  private static let titles: Set<String> = [
    "会長", "副会長", "理事長", "理事", "代表", "代表者", "代表理事", "代表取締役", "校長", "学校長", "学長", "所長", "館長",
    "局長", "事務局長", "委員長", "実行委員長", "教育長", "教授", "課長", "室長", "部長", "事務局", "担当",
  ]

  /// A title and whoever holds it: `安平町教育委員会 教育長 種田 直章`, `青少年課長 高坂 博幸`; the head of a
  /// school; a secretariat, which is the body itself.
  mutating func takeOffice() {
    let words = core.split(separator: " ")
    if let place = words.indices.dropFirst().first(where: {
      Self.titles.contains(String(words[$0]))
    }) {
      office = words[place...].joined(separator: " ")
      core = words[..<place].joined(separator: " ")
    } else if words.count > 1, let first = words.first,
      first.hasSuffix("課長") || first.hasSuffix("室長")
    {
      office = "長 " + words.dropFirst().joined(separator: " ")
      core = String(first.dropLast())
    } else if let ending = Self.officeEnding(core) {
      office = ending
      core = core.dropLast(ending.count).trimmed
    }
  }

  private static func officeEnding(_ name: String) -> String? {
    for ending in ["事務局長", "事務局", "理事長", "理事"] where name.count > ending.count + 2 {
      if name.hasSuffix(ending) { return ending }
    }
    let heads = ["学校長", "大学長", "協会長", "連盟会長", "協議会長", "会議所会頭"]
    guard let head = heads.first(where: name.hasSuffix) else { return nil }
    return head.hasSuffix("会頭") ? "会頭" : head.hasSuffix("盟会長") ? "会長" : "長"
  }
}

extension OrganizationName {
  /// How the name of a body ends. What follows may be a branch of it.
  private static let bodyEndings = [
    "会", "連盟", "機構", "会社", "学校", "大学", "財団", "楽団", "消防団", "組合", "会議所", "サークル", "クラブ", "ネットワーク",
    "公社", "銀行", "金庫", "病院", "生協", "農協", "漁協", "本部",
  ]
  private static let notBodies = ["社会", "大会", "都会", "国会", "機会", "司会", "大学校"]
  /// What continues a body's ending to another word: 大学|校, 会|議, 会|館.
  private static let continuations: Set<Character> = ["校", "議", "社", "館", "場", "員", "長"]
  /// How the name of a branch, a committee or a center ends.
  private static let unitEndings = [
    "支部", "支社", "支店", "支所", "支会", "支局", "営業所", "事業所", "出張所", "事務所", "本部", "本店", "工場", "センター", "青年部",
    "女性部", "婦人部", "部会", "分会", "分団", "地区", "校", "試験場", "研究所", "委員会", "研究部", "事業部",
  ]
  private static let notUnits = ["実行委員会", "準備委員会", "学校", "大学校", "教育委員会", "選挙管理委員会", "普及委員会"]

  /// Cuts branches off the end of the core: first where a space or a body's ending shows the cut.
  mutating func takeUnits() {
    while let cut = Self.cut(Array(core)) {
      units.insert(cut.unit, at: 0)
      core = cut.body
    }
  }

  static func isUnit(_ name: String) -> Bool {
    unitEndings.contains { name.hasSuffix($0) && (name.count > $0.count || $0.count > 2) }
      && !notUnits.contains(where: name.hasSuffix)
  }

  private static func isBody(_ name: String) -> Bool {
    name.count >= 3 && bodyEndings.contains(where: name.hasSuffix)
      && !notBodies.contains(where: name.hasSuffix)
  }

  /// The longest body that leaves a unit behind it, so that the innermost unit is cut off first.
  private static func cut(_ name: [Character]) -> (body: String, unit: String)? {
    // All units end as the whole name does, so its endings are looked for once.
    let whole = String(name)
    let endings = unitEndings.filter(whole.hasSuffix).map(\.count)
    guard !endings.isEmpty else { return nil }
    let shortestOther = notUnits.filter(whole.hasSuffix).map(\.count).min() ?? .max
    for place in name.indices.dropFirst(2).reversed() {
      let length = name.count - place
      guard length < shortestOther,
        endings.contains(where: { $0 < length || $0 == length && $0 > 2 }),
        name[place] != " ", !continuations.contains(name[place])
      else { continue }
      let unit = String(name[place...])
      if name[place - 1] == " " {
        return (String(name[..<(place - 1)]), unit)
      }
      let body = String(name[..<place])
      if isBody(body) { return (body, unit) }
    }
    return nil
  }
}
