/// The departments of the city that a cell names.
enum DepartmentCell {
  /// Splits `事業の名称 (担当課)`: the brackets at the end hold the department.
  ///
  /// Brackets that end like no office of a city belong to the name: `「053の日」 (春・秋)`.
  static func split(_ cell: String) -> (name: String, departments: [String]) {
    var name = closed(Trimming.spaces(cell))
    var departments: [String] = []
    while departments.count < mostInBrackets, let (before, inside) = Brackets.trailing(name) {
      let rest = Trimming.spaces(before)
      // A hall in brackets before the department is where it took place.
      let isOffice = departments.isEmpty ? isDepartment(inside) : isSection(inside)
      guard isOffice, !rest.isEmpty else { break }
      name = rest
      // A line may end inside a name.
      departments = read(String(inside.map { $0.isNewline ? " " : $0 })) + departments
    }
    return (name, departments)
  }

  /// Each is looked for in the whole cell.
  private static let mostInBrackets = 32

  /// Closes brackets at the end that text recognition left open: `講演会 (市民生活課`.
  private static func closed(_ cell: String) -> String {
    guard cell.has(.openingBrackets) else { return cell }
    let folded = Folding.fold(cell)
    guard let open = folded.lastIndex(of: "("), !folded[open...].contains(")"),
      isSection(String(folded[(open + 1)...]))
    else { return cell }
    return cell + ")"
  }

  /// True of what ends as the sections of an office do.
  static func isSection(_ text: String) -> Bool {
    ["課", "室", "係"].contains { Trimming.spaces(text).hasSuffix($0) }
  }

  /// The departments of a cell of their own or of brackets, without the spaces of line ends.
  static func read(_ text: String) -> [String] {
    var found: [String] = []
    var current = ""
    for character in withoutAnd(unbracketed(text)) {
      let mayEnd =
        (character == "・" || character.isWhitespace)
        && current.utf8.count <= 3 * NameLength.most
      if "、，,/／;；､".contains(character)
        || mayEnd && (isDepartment(current) || lineEndings.contains(where: current.hasSuffix))
      {
        found.append(current)
        current = ""
      } else if !character.isWhitespace {
        current.append(character)
      }
    }
    return (found + [current]).map(withoutLabel).map(withoutOthers).map(withoutContact)
      .map(withoutMarks).filter(namesOffice)
  }

  /// `（　環境課　）` is 環境課.
  private static func unbracketed(_ text: String) -> String {
    guard "（(".contains(text.first ?? " "), text.utf8.count <= 3 * NameLength.most,
      let (before, inside) = Brackets.trailing(text), before.isEmpty
    else { return text }
    return inside
  }

  /// `環境課及び道路課` and `環境課と道路課` with a comma.
  private static func withoutAnd(_ text: String) -> String {
    guard text.utf8.count <= 3 * NameLength.most else { return text }
    for word in ["及び", "並びに", "および", "と"] where text.contains(word) {
      for range in text.ranges(of: word) {
        let (left, right) = (String(text[..<range.lowerBound]), String(text[range.upperBound...]))
        if isDepartment(left), isDepartment(right) { return left + "、" + right }
      }
    }
    return text
  }

  /// What offices end with in a cell of their own, where no name of a project is.
  private static let lineEndings = ["園", "所", "班", "学校", "役場"]

  /// `担当：企画課` is 企画課.
  private static func withoutLabel(_ name: String) -> String {
    guard let colon = name.firstIndex(where: { ":：".contains($0) }),
      HeadingWords.meaning(of: String(name[..<colon]))?.kind == .department
    else { return name }
    return String(name[name.index(after: colon)...])
  }

  /// `企画課（内線2431）` is 企画課.
  private static func withoutContact(_ name: String) -> String {
    guard name.last == "）" || name.last == ")", NameLength.fits(name),
      let (before, inside) = Brackets.trailing(name), !before.isEmpty,
      contacts.contains(where: inside.hasPrefix)
    else { return name }
    return before
  }

  /// `◎企画課`, `企画課※1` and `企画課（主）` are 企画課; `○○課` stays.
  private static func withoutMarks(_ name: String) -> String {
    guard NameLength.fits(name) else { return name }
    var text = name[...]
    if let first = text.first, marks.contains(first), text.dropFirst().first != first {
      text = text.dropFirst()
    }
    let digits = text.reversed().prefix(while: \.isNumber).count
    let body = text.dropLast(digits)
    if let last = body.last, "※*＊".contains(last) {
      text = body.dropLast()
    } else if digits > 0,
      let office = body.lastIndex(where: { !"-－‐()（） ".contains($0) && !$0.isNumber }),
      isSection(String(body[...office]))
    {
      // 企画課0000-11-2222
      text = body[...office]
    }
    guard let (before, inside) = Brackets.trailing(String(text)), !before.isEmpty,
      inside.allSatisfy({ !$0.isLetter })
        || ["主", "副", "正", "主担当", "副担当", "主管", "窓口"].contains(inside)
    else { return String(text) }
    return before
  }

  /// Before the names of offices, of which one leads or has done with something.
  private static let marks = "◎○●◇◆□■△▲▽▼☆★※*＊・→"

  /// False of `―`, `なし` and `内線2431`.
  private static func namesOffice(_ name: String) -> Bool {
    let text = name.drop { "(（".contains($0) }
    return name.contains { $0.isLetter && $0 != "ー" } && !NothingTold.isSaid(name)
      && !contacts.contains(where: text.hasPrefix)
  }

  private static let contacts = ["内線", "電話", "TEL", "Tel", "tel", "℡", "☎", "直通", "FAX", "ext"]

  /// `企画課ほか` is 企画課.
  private static func withoutOthers(_ name: String) -> String {
    let word = ["ほか", "他", "など", "等"].first { name.hasSuffix($0) }
    guard let word, isDepartment(String(name.dropLast(word.count))) else { return name }
    return String(name.dropLast(word.count))
  }

  /// True of a text that ends as offices of a city do; `一般の部` and `第2部` are parts of an event.
  static func isDepartment(_ text: String) -> Bool {
    guard NameLength.fits(text) else { return false }
    let name = String(text.withoutSpaces)
    let body = Brackets.trailing(name)?.before ?? name
    if body.hasSuffix("の部") || body.contains(where: \.isDigit) { return false }
    return body.count >= 2 && endings.contains { body.hasSuffix($0) }
  }

  private static let endings = [
    "課", "室", "係", "局", "署", "部", "館", "センター", "本部", "支所", "出張所", "消防署", "会館", "公民館",
    "事務局", "委員会", "担当", "保健所", "病院", "図書館", "組合", "グループ", "チーム", "浄水場", "調理場",
  ]
}
