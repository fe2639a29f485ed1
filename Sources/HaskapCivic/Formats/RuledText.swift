/// Tables drawn with rules of characters, as mails and notes have them:
///
///     +------+----------+      ┌────┬────────┐
///     | 番号 | 事業名   |      │番号│事業名　│
///     +------+----------+      ├────┼────────┤
///
/// Every line keeps its number: rules, and lines that go on with the row above, become empty ones.
enum RuledText {
  static func lines(_ lines: [String]) -> [String] {
    guard lines.count(where: isRule) > 1 else { return slashed(lines) }
    var result = lines
    var open: (line: Int, row: WrappedRow)?
    func close() {
      if let open { result[open.line] = open.row.text }
      open = nil
    }
    for (index, line) in lines.enumerated() {
      if isRule(line) {
        close()
        result[index] = ""
      } else if let cells = cells(line) {
        if open != nil, cells[0].isEmpty {
          open?.row.goOn(cells)
          result[index] = ""
        } else {
          close()
          open = (index, WrappedRow(cells.joined(separator: "\t")))
        }
      }
    }
    close()
    return result
  }

  /// `事業名 / 団体名 / 担当課` and the rows below it that have as many cells.
  private static func slashed(_ lines: [String]) -> [String] {
    let slash = " / "
    guard
      let heading = lines.firstIndex(where: {
        $0.contains(slash) && TableHeadings.areHeadings(parts($0)) && parts($0).count > 2
      })
    else { return lines }
    let count = parts(lines[heading]).count
    return lines[..<heading]
      + lines[heading...].map { line in
        let cells = line.contains(slash) ? parts(line) : []
        return cells.count == count ? cells.joined(separator: "\t") : line
      }
  }

  private static func parts(_ line: String) -> [String] {
    line.split(separator: " / ", omittingEmptySubsequences: false).map(\.trimmed)
  }

  private static let bars = "|│┃║"
  private static let corners = "+┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛╔╦╗╠╬╣╚╩╝┠┨┯┷┿╂"

  private static let firsts = Set((corners + bars).unicodeScalars)

  /// Of corners and strokes alone.
  private static func isRule(_ line: String) -> Bool {
    guard let sign = line.unicodeScalars.first(where: { !$0.isSpace }), firsts.contains(sign)
    else { return false }
    let text = line.trimmed
    guard let first = text.first, corners.contains(first) || bars.contains(first) else {
      return false
    }
    return text.allSatisfy {
      corners.contains($0) || bars.contains($0) || "-=─━═:　 ".contains($0)
    } && text.contains(where: corners.contains) && text.contains { "-=─━═".contains($0) }
  }

  private static func cells(_ line: String) -> [String]? {
    let text = line.trimmed
    guard let first = text.first, let last = text.last, text.count > 2, bars.contains(first),
      bars.contains(last)
    else { return nil }
    return text.dropFirst().dropLast()
      .split(omittingEmptySubsequences: false) { bars.contains($0) }.map(\.trimmed)
  }
}
