import HaskapText

/// The lines between the tables of a collaboration report.
enum CollaborationHeading: Equatable {
  /// `3 協働事業実施状況（令和2年度）`
  case title(fiscalYear: Int)
  /// `① 協働の形態：共催（10件）`
  case section(name: String, count: Int?)
  /// `【苫小牧市名義】（108件）`
  case list(name: String, count: Int?)

  /// Nil where the line is none of them.
  init?(_ line: String) {
    guard line.utf8.count < 200 else { return nil }
    let text = Folding.folded(line.filter { !$0.isWhitespace && $0 != "#" && $0 != "*" })
    if let list = Self.list(text) {
      self = list
    } else if let section = Self.section(text) {
      self = section
    } else if let year = TitleYear.fiscalYear(text), text.contains("実施状況") || text.count < 24 {
      self = .title(fiscalYear: year)
    } else {
      return nil
    }
  }

  private static let circled: [Character] = Array("①②③④⑤⑥⑦⑧⑨")

  private static func section(_ text: String) -> Self? {
    let isNumbered = text.first.map { circled.contains($0) } ?? false
    let (body, count) = withoutCount(text)
    guard text.contains("協働の形態") || isNumbered || count != nil, text.count < 40 else {
      return nil
    }
    guard let form = ReportForm.words.first(where: { body.contains($0.word) })?.form else {
      return body.contains("協働の形態") ? .section(name: printed(body), count: count) : nil
    }
    guard let number = body.first, circled.contains(number) else {
      return .section(name: form.section, count: count)
    }
    return .section(name: "\(number) " + form.label, count: count)
  }

  /// A form that no table knows keeps its own words.
  private static func printed(_ body: String) -> String {
    let name = body.split(separator: ":").last.map(String.init) ?? body
    guard let number = body.first, circled.contains(number), name != body else { return name }
    return "\(number) \(name)"
  }

  private static func list(_ text: String) -> Self? {
    guard text.contains("名義"), text.count < 40 else { return nil }
    let (body, count) = withoutCount(text)
    let name = Corrections.apply(
      body.filter { !"【】[]〔〕<>《》".contains($0) }, field: "section"
    ).text
    return .list(name: name, count: count)
  }

  /// Takes `（108件）` off the end.
  private static func withoutCount(_ text: String) -> (String, Int?) {
    guard let (before, inside) = Brackets.trailing(text), inside.hasSuffix("件"),
      let count = Int(inside.dropLast().filter { $0 != "," })
    else { return (text, nil) }
    return (before, count)
  }
}
