/// Which city, town or village a report is of: named in its titles, else by its bodies.
enum ReportCity {
  static func find(in lines: [String]) -> String? {
    // The words of a title may stand in several cells; below headings and labels cells hold other things.
    var (titles, mayBeParted) = (0, true)
    for line in lines.prefix(60) where !line.isBlank && line.first != "・" {
      if titles == 12 { break }
      let cells = line[...].cells.map(\.trimmed).filter { !$0.isEmpty }
      if line.contains("\t") {
        mayBeParted = mayBeParted && isPartedTitle(cells)
        guard mayBeParted else { continue }
      }
      titles += 1
      for text in cells.count > 1 ? cells + [line] : cells where text.utf8.count <= 300 {
        if let city = inTitle(text) { return city }
      }
    }
    return inColumn(lines) ?? byBodies(lines.prefix(500)) ?? inSentences(lines.prefix(500))
  }

  private static func isPartedTitle(_ cells: [String]) -> Bool {
    cells.count < 4
      && (PrintedLine.isTitle(cells.joined(separator: " "))
        || !TableHeading.matches(cells) && !cells.contains { SheetLabel.meaning($0) != nil })
  }

  // MARK: Columns

  /// The city that all rows of a table name in a column of their own: 市区町村名, 地方公共団体名.
  private static func inColumn(_ lines: [String]) -> String? {
    for (index, line) in lines.prefix(60).enumerated() where line.contains("\t") {
      let cells = line[...].cells.map { $0.withoutSpaces }
      guard let column = cells.firstIndex(where: columns.contains) else { continue }
      let values = lines[(index + 1)...].prefix { $0.contains("\t") }.map {
        $0[...].cells.map(\.trimmed)[safe: column]
      }
      let told = Set(values.filter { !$0.isEmpty && !CellText.isDitto($0) })
      return told.count == 1 ? told.first.flatMap { beginning($0[...]) } : nil
    }
    return nil
  }

  private static let columns: Set = [
    "市区町村名", "市区町村", "市町村名", "市町村", "地方公共団体名", "自治体名", "自治体", "市名", "町名", "村名",
  ]

  // MARK: Titles

  private static func inTitle(_ line: String) -> String? {
    let words = line.split { $0.isWhitespace || "（）()【】「」『』・：:／/#*".contains($0) }
    return words.lazy.compactMap { beginning(withoutEdition($0)) }.first
  }

  /// `令和5年度釧路市`, `令和5年度に釧路市` and `第3次真庭市` from the name of the city on.
  private static func withoutEdition(_ word: Substring) -> Substring {
    for mark in ["年度", "次"] {
      guard let end = word.ranges(of: mark).first, let number = word[..<end.lowerBound].last,
        number.isNumber || number == "元",
        // 三次市 is a city.
        mark == "年度" || word.first == "第" || number.isDigit
      else { continue }
      let rest = word[end.upperBound...]
      return rest.hasPrefix("にかほ") ? rest : rest.drop { "にの、".contains($0) }
    }
    return word
  }

  /// The city that a word begins with: `函館市協働事業`, `北海道函館市`, `さいたま市緑区`.
  private static func beginning(_ word: Substring) -> String? {
    var letters = Array(word)
    if let prefecture = prefectures.first(where: { letters.starts(with: $0) }) {
      letters.removeFirst(prefecture.count)
    }
    // 東彼杵郡東彼杵町
    if let county = letters.prefix(6).firstIndex(of: "郡"), county > 0,
      let end = letters[(county + 1)...].prefix(6).firstIndex(where: { "町村".contains($0) }),
      end > county + 1, !letters[..<end].contains("市")
    {
      letters.removeFirst(county + 1)
    }
    for end in letters.indices.dropFirst().prefix(7) where "市町村区".contains(letters[end]) {
      let stem = letters[..<end]
      guard stem.allSatisfy(isName),
        !excluded.contains(String(stem)) || letters[...end] == ["港", "区"],
        !others.contains(where: String(stem).hasSuffix),
        letters[end] != "区" || !"地校学".contains(stem.last ?? " ")
      else { continue }
      let next = String(letters[(end + 1)...])
      if next.hasPrefix("民"), isClause(stem) { continue }
      // 小国町町民協働課
      let isOfPeople = letters[end] != "市" && next.hasPrefix("\(letters[end])民")
      let isAlone = isWhole(next) || isOfPeople
      // 四日市市 and 余市町 hold 市 themselves.
      let isPart =
        next.first == "市" || "町村".contains(next.first ?? " ") && isWhole(next.dropFirst())
      if letters[end] == "市", isPart, !next.hasPrefix("市民") { continue }
      let isCity = letters[end] == "市" && !"民場街内販道".contains(next.first ?? " ")
      if isAlone || isCity {
        return String(letters[...end]) + (isCity ? ward(letters[(end + 1)...]) : "")
      }
    }
    return nil
  }

  private static let prefectures = """
    北海道 青森県 岩手県 宮城県 秋田県 山形県 福島県 茨城県 栃木県 群馬県 埼玉県 千葉県 東京都 神奈川県 新潟県 富山県 石川県
    福井県 山梨県 長野県 岐阜県 静岡県 愛知県 三重県 滋賀県 京都府 大阪府 兵庫県 奈良県 和歌山県 鳥取県 島根県 岡山県 広島県
    山口県 徳島県 香川県 愛媛県 高知県 福岡県 佐賀県 長崎県 熊本県 大分県 宮崎県 鹿児島県 沖縄県
    """.split(whereSeparator: \.isWhitespace).map(Array.init)

  /// The ward that a large city's name goes on with: さいたま市緑区, 横浜市港北区民まつり.
  private static func ward(_ rest: ArraySlice<Character>) -> String {
    guard let end = rest.prefix(6).lastIndex(of: "区"), end > rest.startIndex else { return "" }
    let stem = rest[..<end]
    let isName =
      stem.allSatisfy(isName) && !stem.contains("区")
      && !excluded.contains(String(stem)) && !["地", "校", "学"].contains(stem.last)
    let next = String(rest[(end + 1)...])
    return isName && isWhole(next) ? String(rest[...end]) : ""
  }

  /// True of what follows the name of a city, nothing at all too.
  private static func isWhole(_ next: some StringProtocol) -> Bool {
    next.isEmpty || followers.contains { next.hasPrefix($0) }
  }

  private static let followers = [
    "の", "役場", "役所", "議会", "長", "社会福祉協議会", "社協", "教育委員会", "協働", "民", "補助", "後援", "における",
  ]

  /// What stands before 市, 町 and 区 and is no name.
  static let excluded: Set = [
    "都", "本", "当", "同", "全", "各", "他", "県", "姉妹都", "中核", "政令", "近隣", "地", "校", "学", "選挙", "行政",
    "自治",
    "下", "漁", "農", "山", "城下", "港", "両", "関係", "周辺", "特例", "友好都", "管", "小学校", "中学校", "支援", "区",
  ]

  /// 活動見本市 and 朝市 are markets, 参加者数 is a heading that a 市民会館 may stand below.
  private static let others = ["見本", "朝", "昼", "夕", "夜", "蚤の", "青空", "骨董", "植木", "エコ", "数"]

  /// True of what a verb ends, as 情報を考える of 情報を考える市民の会; つがる and かほく are cities.
  private static func isClause(_ stem: ArraySlice<Character>) -> Bool {
    stem.contains("を")
      || "うくぐすつぬぶむるたいで".contains(stem.last ?? " ") && !["つがる", "かほく"].contains(String(stem))
  }

  static func isName(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first else { return false }
    return (0x3041...0x3096).contains(scalar.value) || (0x30A1...0x30FC).contains(scalar.value)
      || (0x4E00...0x9FFF).contains(scalar.value) || "々ヶ".contains(character)
  }

  // MARK: Bodies

  private static let bodies = ["社会福祉協議会", "教育委員会", "名義", "町内会連合会", "役所", "市長"]

  /// `社会福祉法人みどり` is みどり.
  private static func withoutForm(_ stem: String) -> Substring {
    stem.ranges(of: "法人").last.map { stem[$0.upperBound...] } ?? stem[...]
  }

  /// The city that most bodies of cities carry in their names.
  private static func byBodies(_ lines: ArraySlice<String>) -> String? {
    var counts: [String: Int] = [:]
    for line in lines where line.contains("市") {
      let letters = Array(line)
      for place in letters.indices where letters[place] == "市" {
        let next = letters[(place + 1)...]
        guard bodies.contains(where: { next.starts(with: $0) }) else { continue }
        let stem = letters[..<place].reversed().prefix(12).prefix {
          isName($0) && !"はがをのとにも道県都府".contains($0)
        }
        let name = String(withoutForm(String(stem.reversed())).suffix(6))
        if name.count > 1, !excluded.contains(name) { counts[name + "市", default: 0] += 1 }
      }
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }
}
