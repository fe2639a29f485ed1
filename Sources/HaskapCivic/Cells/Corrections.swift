/// Evident slips of text recognition, and what the report meant.
///
/// Each entry says why it is certain, so that nothing is mended that could be right: 苦手 stays 苦手.
enum Corrections {
  struct Entry: Sendable {
    let printed: String
    let meant: String
    let reason: String
  }

  static let table = [
    Entry(printed: "苦小牧", meant: "苫小牧", reason: "「苫」を「苦」と読み違えたもの（市名）"),
    Entry(printed: "苫小枚", meant: "苫小牧", reason: "「牧」を「枚」と読み違えたもの（市名）"),
    Entry(printed: "中小企業大 大学校", meant: "中小企業大学校", reason: "改行の前後で「大」が重なったもの"),
  ]

  /// The text as it was meant, and a note for each correction made.
  static func apply(_ text: String, field: String) -> (text: String, notes: [Record.Note]) {
    var text = text
    var notes: [Record.Note] = []
    for entry in table where text.contains(entry.printed) {
      let mended = text.replacing(entry.printed, with: entry.meant)
      guard mended != text else { continue }
      notes.append(
        .init(kind: .corrected, field: field, printed: entry.printed, reason: entry.reason))
      text = mended
    }
    let joined = Letters.joined(text)
    if joined != text {
      notes.append(
        .init(kind: .corrected, field: field, printed: text, reason: "一字ずつ離れた欧字をつないだもの"))
    }
    return (joined, notes)
  }
}
