import Haskap
import HaskapCivic
import HaskapTestSupport

/// Reports with lines and characters moved, doubled, lost and put in: reading ends in time.
struct ReportsTrial: Trial {
  private let reports = SeedIndex.reports
  private let folder: String
  private static let pieces = [
    "\t", "\t\t\t\t\t\t\t\t", "(", ")", "（", "）", "【", "】", "<br>", "<table><tr><td>", "&nbsp;",
    "①", "99999999999999999999",
    "件", "人", "円", "：", "、", "\n", "\r\n", "\u{0}", "\u{1B}[2J", "\u{202E}", "\u{301}", "{\"a\":",
    "|", "\"", ",", "- ",
    "1.", "令和99年", "💡", "　", "NPO法人", "No.", "%", "-", "〜",
  ]

  init(_ folder: String) { self.folder = folder }

  func run(_ random: inout SplitMix64, _ number: Int) throws {
    let report = random.pick(reports)
    var lines = report.bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(
      Array.init)
    // A part of the report: it is the shapes that count.
    let first = random.below(lines.count)
    lines = Array(lines[first..<min(lines.count, first + 1 + random.below(60))])
    for _ in 0..<1 + random.below(8) { change(&lines, &random) }
    if random.below(100) == 0 { Self.lengthen(&lines, &random) }
    let ending = random.pick([".txt", ".csv", ".tsv", ".md", ".html", ".jsonl"])
    let bytes = Array(lines.joined(separator: [0x0A]))
    write(bytes, to: "\(folder)/\(Child.input)")
    Self.read("mutated\(ending)", bytes)
  }

  static func read(_ name: String, _ bytes: [UInt8]) {
    guard let text = try? ReportText(file: name, bytes: bytes) else { return }
    for record in ReportReader.read(text).records {
      _ = record.jsonLine
      _ = RecordTable.cells(of: record)
    }
  }

  /// A few lines again and again: what takes a time for each pair of lines shows.
  private static func lengthen(_ lines: inout [[UInt8]], _ random: inout SplitMix64) {
    let first = random.below(lines.count)
    let few = lines[first..<min(lines.count, first + 1 + random.below(3))]
    let size = few.reduce(few.count) { $0 + $1.count }
    lines += repeatElement(few, count: 200_000 / max(10, size)).joined()
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
