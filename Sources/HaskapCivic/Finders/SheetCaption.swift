/// What the line above sheets says that their labels do not: the project, or the body of which the sheet tells
/// what it did.
struct SheetCaption {
  private var name: String?
  private var body: String?

  init(of sheets: [ReportTable], below lines: LooseLines, listsBodies: Bool) {
    let called = Self.name(of: sheets, lines)
    let isBody =
      called.map { Self.isBody($0) || listsBodies && BodyEnding.ends($0) } ?? false
      && !Self.tellsBodies(sheets)
    name = isBody ? nil : called
    body = isBody ? called : Self.body(of: sheets, lines, listsBodies)
  }

  /// Puts columns of what it says before the others.
  func add(to table: inout ReportTable) {
    for pair in (name.map(SheetTables.pairs(ofName:)) ?? []).reversed() {
      table.addColumn(pair.label, pair.values[0])
    }
    if let body { table.addColumn("団体名", body) }
  }

  /// The line right above a sheet without a label for its name: `1 海岸清掃`, `【海岸清掃】`.
  private static func name(of sheets: [ReportTable], _ lines: LooseLines) -> String? {
    guard sheets.first?.rows.count == 1, sheets.first?.tellsName == false else { return nil }
    // A sentence may stand between the name and the sheet.
    let above = lines.pending.suffix(LooseLines.maxTitles).reversed()
      .drop { $0.joined.hasSuffix("。") }
    guard let line = above.first(where: { !$0.isBlank }), !isAddressee(line.joined) else {
      return nil
    }
    let isNear = above.first?.isBlank == false
    return PrintedLine.nameOfSheet(line.joined, isNear: isNear)
  }

  /// `みどり市長　様`, to whom a letter is written.
  private static func isAddressee(_ text: String) -> Bool {
    let words = text.split(whereSeparator: \.isWhitespace)
    let ends = ["様", "殿", "御中", "あて", "宛", "宛て"]
    return words.count > 1 && ends.contains { words.last?[...] == $0[...] }
      || ends.contains { text.hasSuffix("長" + $0) }
  }

  /// The numbered line right above a sheet that names a project and no body: `1 花の会`, `●花の会`.
  private static func body(
    of sheets: [ReportTable], _ lines: LooseLines, _ listsBodies: Bool
  ) -> String? {
    guard sheets.count == 1, sheets[0].rows.count == 1, sheets[0].tellsName,
      !tellsBodies(sheets), let above = lines.pending.last, !above.isBlank,
      let rest = PrintedLine.ordinal(above.joined)?.rest ?? item(above.joined),
      BodyEnding.endsAlone(rest) || listsBodies && rest.count <= 30
    else { return nil }
    return rest
  }

  /// `●花の会` is 花の会.
  private static func item(_ text: String) -> String? {
    PrintedLine.startsItem(text) ? PrintedLine.name(text) : nil
  }

  private static func tellsBodies(_ sheets: [ReportTable]) -> Bool {
    sheets.contains { sheet in
      sheet.headings.contains { HeadingWords.meaning(of: $0)?.kind.namesOrganizations ?? false }
    }
  }

  /// True of 東町自主防災会 and 東町町内会, not of 東町交流会.
  private static func isBody(_ name: String) -> Bool {
    OrganizationList.isIndependent(name) || name.hasSuffix("防災会")
  }

  /// `ボランティア団体の活動報告` is a title of bodies, `市民団体との協働事業一覧` one of projects.
  static func tellsOfBodies(_ title: String) -> Bool {
    title.count <= 40 && ["団体", "グループ", "サークル"].contains(where: title.contains)
      && !["団体と", "団体等と", "団体による", "団体等による"].contains(where: title.contains)
      && ["一覧", "報告", "実績", "紹介", "状況", "概要"].contains(where: title.contains)
  }
}
