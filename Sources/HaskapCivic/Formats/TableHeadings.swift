/// Words that tell the heading of a table before its columns are known.
enum TableHeadings {
  private static let endings = [
    "名", "名称", "課", "部署", "団体", "日", "日時", "期間", "数", "人数", "備考", "内容", "目的", "番号", "区分", "場所",
    "会場", "主催",
    "共催", "先", "者", "効果", "成果", "No.", "NO", "No",
  ]

  /// Whether most of some words are the headings of columns.
  static func areHeadings(_ words: [String]) -> Bool {
    let known = words.count { word in endings.contains { word.hasSuffix($0) } }
    return known * 3 > words.count * 2 && !words.contains { $0.allSatisfy(\.isNumber) }
  }

  static func isNumberHeading(_ line: String) -> Bool {
    ["no", "no.", "№", "番号", "ｎｏ．", "ｎｏ"].contains(line.trimmed.lowercased())
  }
}
