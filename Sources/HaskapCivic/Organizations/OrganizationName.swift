/// The name of an organization, taken apart: legal form, core, branch, and what hangs on it.
///
/// `社会福祉法人苫小牧市社会福祉協議会ボランティアセンター` is the form 社会福祉法人, the core 苫小牧市社会福祉協議会
/// and the unit ボランティアセンター. `苫小牧工業高等専門学校長` is the core 苫小牧工業高等専門学校 and the office 長.
public struct OrganizationName: Hashable, Sendable {
  public var printed: String
  public var form: LegalForm?
  /// The name of the body, as printed, without legal form, units and office.
  public var core: String
  /// Branches, committees and centers, the outer before the inner.
  public var units: [String] = []
  /// Who or what speaks for the body: 長, 理事, 事務局, 教育長 種田 直章.
  public var office: String?
  /// A name the cell gives as an earlier one: （前名称：コミュニティFM準備実行委員会）.
  public var formerName: String?
  /// Another name in brackets: R.Y.H (Rise Your Hands).
  public var gloss: String?
  /// Bodies named in brackets as members: （苫小牧文化団体協議会等）.
  public var members: [String] = []
  /// The facility that the body runs for the city: 苫小牧市立中央図書館 of 指定管理者.
  public var facility: String?
  /// The body that runs this one and is named before it: 国立高等専門学校機構 of its schools.
  public var owner: String?

  public init(_ printed: String) {
    self.printed = printed
    core = Self.plain(printed)
    takeFacility()
    takeBrackets()
    takeOwner()
    takeForm()
    takeOffice()
    takeUnits()
  }

  /// The body's name with its form in full, where it stood: 株式会社苫東.
  public var fullCore: String {
    guard let form else { return core }
    return form.position == .before ? form.name + core : core + form.name
  }

  /// The whole name with its form in full and its units, without the office.
  public var fullName: String { ([fullCore] + units).joined(separator: " ") }

  /// Half-width brackets, colons and letters; single spaces.
  private static func plain(_ text: String) -> String {
    let characters = text.map { character -> Character in
      guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1,
        (0xFF01...0xFF5D).contains(scalar.value)
      else { return character }
      return Unicode.Scalar(scalar.value - 0xFEE0).map(Character.init) ?? character
    }
    return String(characters).withSingleSpaces
  }
}

extension OrganizationName {
  private mutating func takeFacility() {
    guard core.contains("指定管理者"), let mark = core.firstRange(of: "指定管理者") else { return }
    let operatorName = core[mark.upperBound...].trimmed
    let place = core[..<mark.lowerBound].trimmed
    guard !operatorName.isEmpty else { return }
    core = operatorName
    facility = place.isEmpty ? nil : place
  }

  private mutating func takeOwner() {
    guard let (owner, institution) = Institution.split(core) else { return }
    self.owner = owner
    core = institution
  }

  /// Takes the last bracket off, unless it is a legal form (早坂理工(株)).
  private mutating func takeBrackets() {
    guard core.last == ")", let opening = core.lastIndex(of: "("), opening > core.startIndex
    else { return }
    let bracket = String(core[opening...])
    guard !LegalForm.spellings.contains(where: { String($0.spelling) == bracket }) else { return }
    let content = bracket.dropFirst().dropLast().trimmed
    core = core[..<opening].trimmed
    if let former = Self.formerName(content) {
      formerName = former
    } else if content.hasSuffix("等") || content.contains("、") {
      members = Self.list(content)
    } else {
      gloss = content
    }
  }

  private static func formerName(_ content: String) -> String? {
    for label in ["前名称", "旧名称", "旧称", "旧"] where content.hasPrefix(label) {
      let name = content.dropFirst(label.count).drop { ":・ ".contains($0) }.trimmed
      return name.isEmpty ? nil : name
    }
    return nil
  }

  private static func list(_ content: String) -> [String] {
    let names = content.split(separator: "、").map(\.trimmed)
    return names.map { $0.hasSuffix("等") ? String($0.dropLast()) : $0 }.filter { !$0.isEmpty }
  }

  private mutating func takeForm() {
    let name = Array(core)
    for (spelling, form) in LegalForm.spellings(atEdgesOf: name)
    where name.count > spelling.count {
      if name.starts(with: spelling) {
        guard form != "国立" || Self.isSchool(core) else { continue }
        return take(form, .before, core: name.dropFirst(spelling.count), unit: [])
      }
      if name.suffix(spelling.count).elementsEqual(spelling) {
        return take(form, .after, core: name.dropLast(spelling.count), unit: [])
      }
    }
    for (spelling, form) in LegalForm.companies where core.contains(spelling[0]) {
      guard let place = name.firstRange(of: spelling), place.lowerBound > 0 else { continue }
      return take(
        form, .inside, core: name[..<place.lowerBound], unit: name[place.upperBound...])
    }
  }

  private mutating func take(
    _ form: String, _ position: LegalForm.Position, core: ArraySlice<Character>,
    unit: ArraySlice<Character>
  ) {
    self.form = LegalForm(name: form, position: position)
    self.core = String(core).trimmed
    let unit = String(unit).trimmed
    if !unit.isEmpty { units = [unit] }
  }

  private static func isSchool(_ name: String) -> Bool {
    name.hasSuffix("大学") || name.hasSuffix("学校") || name.hasSuffix("学校長")
  }
}

extension OrganizationName {
  /// Core and units: what a person types when looking for it.
  var searchable: String { ([core] + units).joined(separator: " ") }
}
