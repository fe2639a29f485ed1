/// Which city, town or village a report is of: named in its titles, else by its bodies.
enum ReportCity {
  static func find(in lines: [String]) -> String? {
    // The words of a title may stand in several cells; below headings and labels cells hold other things.
    var (titles, mayBeParted) = (0, true)
    for line in lines.prefix(60) where !line.isBlank && line.first != "・" {
      if titles == 12 { break }
      if line.contains("\t") {
        mayBeParted = mayBeParted && isPartedTitle(line)
        guard mayBeParted else { continue }
      }
      titles += 1
      if line.utf8.count <= 300, let city = inTitle(line) { return city }
    }
    return byBodies(lines.prefix(500))
  }

  private static func isPartedTitle(_ line: String) -> Bool {
    let cells = line[...].cells.map(String.init)
    let filled = cells.filter { !$0.isEmpty }
    return filled.count < 4
      && (PrintedLine.isTitle(filled.joined(separator: " "))
        || !TableHeading.matches(cells) && !cells.contains { SheetLabel.meaning($0) != nil })
  }

  // MARK: Titles

  private static func inTitle(_ line: String) -> String? {
    let words = line.split { $0.isWhitespace || "（）()【】「」『』・：:／/#*".contains($0) }
    return words.lazy.compactMap { beginning(withoutEdition($0)) }.first
  }

  /// `令和5年度釧路市`, `令和5年度に釧路市` and `第3次真庭市` from the name of the city on.
  private static func withoutEdition(_ word: Substring) -> Substring {
    for mark in ["年度", "次"] {
      guard let end = word.ranges(of: mark).first, let number = word[..<end.lowerBound].last,
        number.isNumber || number == "元"
      else { continue }
      let rest = word[end.upperBound...]
      return rest.hasPrefix("にかほ") ? rest : rest.drop { "にの、".contains($0) }
    }
    return word
  }

  /// The city that a word begins with: `函館市協働事業`, `北海道函館市`, `さいたま市緑区`.
  private static func beginning(_ word: Substring) -> String? {
    var letters = Array(word)
    if let end = letters.prefix(5).lastIndex(where: { "都道府県".contains($0) }), (2...3).contains(end),
      end + 1 < letters.count
    {
      letters.removeFirst(end + 1)
    }
    for end in letters.indices.dropFirst().prefix(7) where "市町村区".contains(letters[end]) {
      let stem = letters[..<end]
      guard stem.allSatisfy(isName), !excluded.contains(String(stem)),
        !markets.contains(where: String(stem).hasSuffix)
      else { continue }
      let next = String(letters[(end + 1)...])
      let isAlone = isWhole(next)
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
  private static let excluded: Set = [
    "都", "本", "当", "同", "全", "各", "他", "県", "姉妹都", "中核", "政令", "近隣", "地", "校", "学", "選挙", "行政",
    "自治",
    "下", "漁", "農", "山", "城下", "港", "両", "関係", "周辺", "特例", "友好都", "管", "小学校", "中学校", "支援", "区",
  ]

  /// 活動見本市 and 朝市 are markets.
  private static let markets = ["見本", "朝", "昼", "夕", "夜", "蚤の", "青空", "骨董", "植木", "エコ"]

  private static func isName(_ character: Character) -> Bool {
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
