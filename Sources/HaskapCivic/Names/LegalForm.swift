/// The legal form of an organization: 株式会社, 社会福祉法人 …
///
/// 協同組合, 商工会議所, 協会 and the like are legal forms too, but they are a part of the name
/// without which nobody would know the body, so they stay in it.
public struct LegalForm: Hashable, Sendable {
  public enum Position: String, Sendable, Codable {
    /// 株式会社苫東
    case before
    /// トヨタ自動車北海道株式会社
    case after
    /// 早坂理工株式会社札幌営業所
    case inside
  }

  /// In full: 特定非営利活動法人 for NPO法人 and (特非).
  public var name: String
  public var position: Position

  public init(name: String, position: Position) {
    self.name = name
    self.position = position
  }
}

extension LegalForm {
  /// What bodies of one name may change between and stay themselves: 一般社団法人 becomes 公益社団法人, but
  /// no 有限会社 of that name is the same. Nil where the form tells no bodies apart.
  var kind: String? {
    if name == "国立" { return nil }
    let kinds = ["社団法人", "財団法人", "独立行政法人"]
    if ["国立研究開発法人", "国立大学法人", "公立大学法人"].contains(name) { return kinds[2] }
    return kinds.first(where: name.hasSuffix) ?? name
  }

  /// Every form with its other spellings. The short forms are those of bank transfers and
  /// registers (全国銀行協会, 法人略語); 非特定営利法人 is a misprint that the reports contain.
  static let table: [(name: String, spellings: [String])] = [
    ("株式会社", ["(株)", "㈱", "㍿"]),
    ("有限会社", ["(有)", "㈲"]),
    ("合同会社", ["(同)"]),
    ("合資会社", ["(資)", "㈾"]),
    ("合名会社", ["(名)", "㈴"]),
    ("相互会社", ["(相)"]),
    ("一般社団法人", ["(一社)"]),
    ("公益社団法人", ["(公社)"]),
    ("社団法人", ["(社)", "㈳"]),
    ("一般財団法人", ["(一財)"]),
    ("公益財団法人", ["(公財)"]),
    ("財団法人", ["(財)", "㈶"]),
    ("社会福祉法人", ["(社福)", "(福)"]),
    (
      "特定非営利活動法人",
      [
        "認定特定非営利活動法人", "認定NPO法人", "NPO法人", "特定非営利法人", "非特定営利法人", "(特非)",
        "(NPO)", "(認特非)",
      ]
    ),
    ("学校法人", ["(学)", "㈻"]),
    ("医療法人", ["社会医療法人", "医療法人社団", "医療法人財団", "(医)"]),
    ("宗教法人", ["(宗)"]),
    ("地方独立行政法人", ["(地独)"]),
    ("独立行政法人", ["(独)"]),
    ("国立研究開発法人", ["(研)", "(国研)"]),
    ("国立大学法人", ["(国大)"]),
    ("公立大学法人", ["(公大)"]),
    ("税理士法人", []),
    ("弁護士法人", []),
    ("司法書士法人", []),
    ("行政書士法人", []),
    ("社会保険労務士法人", []),
    ("職業訓練法人", []),
    ("農事組合法人", ["(農)"]),
    ("更生保護法人", []),
    ("国立", []),
  ]

  /// All spellings, the longest first, so that 特定非営利活動法人 is not read as another's tail.
  static let spellings: [(spelling: [Character], name: String)] =
    table
    .flatMap { form in ([form.name] + form.spellings).map { (Array($0), form.name) } }
    .sorted { $0.0.count > $1.0.count }

  /// Those of companies, which alone stand inside names.
  static let companies = spellings.filter { $0.name.hasSuffix("会社") }

  /// The spellings that begin or end with the character with which a name does, the longest first.
  static func spellings(atEdgesOf name: [Character]) -> [(spelling: [Character], name: String)] {
    guard let first = name.first, let last = name.last else { return [] }
    let places = (byFirst[first] ?? []) + (byLast[last] ?? [])
    return Set(places).sorted().map { spellings[$0] }
  }

  private static let byFirst = Dictionary(grouping: spellings.indices) { spellings[$0].spelling[0] }
  private static let byLast = Dictionary(grouping: spellings.indices) {
    spellings[$0].spelling[spellings[$0].spelling.count - 1]
  }
}
