/// Which column names the rows.
extension TableColumns {
  func findName() -> Int? {
    let named = columns(.name).filter {
      contents[$0].filled > 0
        && (meanings[$0] != nil || canName($0) && contents[$0].distinctShare >= 0.5)
    }
    let best = named.min { rank($0) < rank($1) }
    if let best {
      // 施策 is what several rows of a plan serve.
      let isAim = ["施策", "公約", "項目"].contains(where: headings[best].hasSuffix)
      return isAim ? act.flatMap { distinct($0) > distinct(best) ? $0 : nil } ?? best : best
    }
    // A list of bodies tells of each what it does.
    if let first = kinds.indices.first(where: {
      kinds[$0] != .code && contents[$0].filled > 0 && !contents[$0].areIntegers
    }),
      kinds[first].namesOrganizations, contents[first].distinctShare >= 0.9
    {
      return activity(beside: first) ?? first
    }
    if isSheet { return nil }
    if let sort = columns(.classification).first(where: isSort) { return sort }
    // 施設名 names what is run; 会場 is where something else took place.
    if let facility = columns(.place).first(where: { headings[$0].contains("施設") && canName($0) }) {
      return facility
    }
    if let whose = whose { return whose }
    if let act { return act }
    if let body = kinds.firstIndex(where: \.namesOrganizations),
      !columns(.other).contains(where: canName),
      let activity = activity(beside: body)
    {
      return activity
    }
    let isEvent = kinds.contains { [.date, .start, .participants].contains($0) }
    let order: [HeadingKind] =
      isEvent
      ? [.other, .purpose, .goal, .place, .host, .organization, .partner, .person, .area, .effect]
      : [.place, .host, .organization, .other, .goal, .purpose, .partner, .person, .area, .effect]
    for kind in order {
      if let column = columns(kind).first(where: canName) { return column }
    }
    return kinds.indices.first(where: canName)
  }

  /// 主な取組 of a plan, in a few words, beside the office or the body that does it.
  var act: Int? {
    let isDone = kinds.contains { $0 == .department || $0.namesOrganizations }
    return columns(.purpose).first { column in
      isDone && Self.acts.contains(where: headings[column].withoutSpaces.hasSuffix)
        && canName(column) && contents[column].areWords
    }
  }

  private static let acts = [
    "取組", "取り組み", "取組み", "取組内容", "取り組み内容", "取組の内容", "主な活動", "主な事業内容", "具体的な内容", "具体的内容",
  ]

  private func distinct(_ column: Int) -> Double {
    contents[column].distinctShare * Double(contents[column].filled)
  }

  /// 地区 or 対象団体 before 会場 tells whose meeting it was, where nothing tells what it was.
  private var whose: Int? {
    let place = columns(.place).first ?? headings.count
    let first = kinds.indices.first { kinds[$0] == .area || kinds[$0].namesOrganizations }
    guard let first, first < place, kinds[first] == .area || place < headings.count,
      contents[first].distinctShare >= 0.9, canName(first),
      !(columns(.other) + columns(.purpose)).contains(where: canName)
    else { return nil }
    return first
  }

  /// Of schools that others helped, what was done names the rows: 学校名, 活動内容, 支援団体; of any bodies,
  /// in a few words, where the rows tell when, how many, or what was granted for it.
  private func activity(beside first: Int) -> Int? {
    let isSchool = ["学校", "園名", "対象校", "実施校"].contains(where: headings[first].contains)
    let hasOthers = kinds.indices.contains { $0 != first && kinds[$0].namesOrganizations }
    let isEvent = kinds.contains { [.date, .start, .participants].contains($0) }
    let acts = columns(.effect).filter { headings[$0].contains("活動") }
    return (columns(.purpose) + acts).first { column in
      guard canName(column), !contents[column].areSentences else { return false }
      let isGranted = kinds.contains(.money) && headings[column].hasPrefix("事業")
      return isSchool && hasOthers || (isEvent || isGranted) && contents[column].areWords
    }
  }

  /// 講習種別 and 相談の種類 of rows that differ in them, where nothing else names the rows.
  private func isSort(_ column: Int) -> Bool {
    let isOfEvents = ["講習", "研修", "訓練", "行事", "事業", "活動", "相談", "講座", "種目"]
      .contains(where: headings[column].hasPrefix)
    return isOfEvents && canName(column) && contents[column].distinctShare >= 0.5
  }

  /// Behind every word that is listed.
  private static let unlistedRank = 1_000

  /// The word's rank; a column that says the same in many rows names none of them.
  private func rank(_ column: Int) -> (Int, Int) {
    let repeats = contents[column].filled > 2 && contents[column].distinctShare < 0.5
    return (repeats ? 1 : 0, meanings[column]?.rank ?? Self.unlistedRank)
  }

  private func canName(_ column: Int) -> Bool {
    let cells = contents[column]
    guard cells.filled > 0, !cells.areNumbers, !cells.areDates else { return false }
    return kinds[column] != .other || cells.distinctShare >= 0.5 && !cells.areSentences
  }
}
