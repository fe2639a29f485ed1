import Haskap
import HaskapCivic
import HaskapQuery
import HaskapTestSupport

/// Reports with lines and characters moved, doubled, lost and put in: reading ends in time.
struct ReportsTrial: Trial {
  private let reports = SeedIndex.reports
  private static let pieces = [
    "\t", "\t\t\t\t\t\t\t\t", "(", ")", "（", "）", "【", "】", "<br>", "<table><tr><td>", "&nbsp;",
    "①", "99999999999999999999",
    "件", "人", "円", "：", "、", "\n", "\r\n", "\u{0}", "\u{1B}[2J", "\u{202E}", "\u{301}", "{\"a\":",
    "|", "\"", ",", "- ",
    "1.", "令和99年", "💡", "　", "NPO法人", "No.", "%", "-", "〜",
  ]

  func run(_ random: inout SplitMix64, _ number: Int) throws {
    let report = random.pick(reports)
    var lines = report.bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(
      Array.init)
    // A part of the report: it is the shapes that count.
    let first = random.below(lines.count)
    lines = Array(lines[first..<min(lines.count, first + 1 + random.below(60))])
    for _ in 0..<1 + random.below(8) { change(&lines, &random) }
    let ending = random.pick([".txt", ".csv", ".tsv", ".md", ".jsonl"])
    let bytes = Array(lines.joined(separator: [0x0A]))
    guard let text = try? ReportText(file: "mutated\(ending)", bytes: bytes) else { return }
    let reading = ReportReader.read(text)
    for record in reading.records {
      _ = record.jsonLine
      _ = RecordTable.cells(of: record)
    }
  }

  private func change(_ lines: inout [[UInt8]], _ random: inout SplitMix64) {
    let line = random.below(lines.count)
    let place = random.below(lines[line].count)
    switch random.below(8) {
    case 0: lines.remove(at: line)
    case 1: lines.insert(random.pick(lines), at: line)
    case 2: lines.swapAt(line, random.below(lines.count))
    case 3:
      let piece = Array(random.pick(Self.pieces).utf8)
      let times = random.pick([1, 1, 2, 50, 500])
      lines[line].insert(contentsOf: (0..<times).flatMap { _ in piece }, at: place)
    case 4: lines[line].removeLast(lines[line].count - place)
    case 5: lines[line] = Array(random.pick(Self.pieces).utf8)
    case 6: lines[line] += random.pick(lines)
    default: if !lines[line].isEmpty { lines[line][place] = UInt8(random.below(128)) }
    }
    if lines.isEmpty { lines = [[]] }
  }
}

/// Queries put together of words, operators and marks: each is answered or refused, in time.
struct QueriesTrial: Trial {
  private static let pieces = [
    "w0", "w1", "w12", "国会", "どんぐり文庫", "子ども", "の", "令和5年度", "12", "１２", "(", ")", "\"", "~", "~2",
    "*", "?", "-", "OR",
    "AND", "NOT", "title:", "body:", "year:", "day:", "tag:", "id:", "..", "[", "]", "TO", "{", "}",
    " ", " ", " ", "　", ":",
    "^", "\\", "・", "ー", "々", "\u{301}", "👨‍👩‍👧", "\u{0}", "2020-01-01", "-1", "9999999999999999999",
    "+", "、", "zz", "ｶﾞ", "ß", "ﬀ",
  ]
  func run(_ random: inout SplitMix64, _ number: Int) throws {
    let queries = (0..<4).map { _ in
      let length = random.pick([1, 2, 3, 5, 8, 20, 60])
      return (0..<length).map { _ in random.pick(Self.pieces) }.joined()
    }
    Questions.ask(SeedIndex.stored, queries)
  }
}
