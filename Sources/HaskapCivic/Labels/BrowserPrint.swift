import HaskapText

/// What browsers print above and below each page: when it was printed and what the page is called, and its address
/// with the number of the page. It stands between the rows of a report and is no part of it.
enum BrowserPrint {
  /// The places of such lines among others.
  static func lines(in lines: [TableGrid.Line]) -> Set<Int> {
    let filled = lines.indices.filter { !lines[$0].isBlank }
    let addresses = filled.filter { isAddress(lines[$0]) }
    guard !addresses.isEmpty else { return [] }
    var found = Set(addresses)
    // The head of the first page, and of each below the foot of another.
    for (above, place) in zip([nil] + filled.map(Optional.some), filled)
    where above.map(found.contains) ?? true && isHead(lines[place].joined) {
      found.insert(place)
    }
    return found
  }

  /// `https://www.city.example.jp/list.html    1/3`, `file:///C:/list.html  2 / 3`.
  private static func isAddress(_ line: TableGrid.Line) -> Bool {
    let text = line.text
    guard ["http://", "https://", "file://"].contains(where: text.hasPrefix) else { return false }
    let words = line.joined.split(whereSeparator: \.isWhitespace).dropFirst().joined()
    return words.contains("/") && PageNumber.matches(words)
  }

  /// `2024/5/1 10:23    協働事業一覧`, `5/1/24, 10:23 AM   協働事業一覧`.
  private static func isHead(_ text: String) -> Bool {
    guard text.utf8.count <= 400 else { return false }
    let words = text.split(maxSplits: 2, whereSeparator: \.isWhitespace)
    guard words.count > 1 else { return false }
    let day = words[0].filter { $0 != "," }.split(separator: "/", omittingEmptySubsequences: false)
    let time = words[1].split(separator: ":", omittingEmptySubsequences: false)
    return day.count == 3 && (2...3).contains(time.count)
      && (day + time).allSatisfy { (1...4).contains($0.count) && $0.allSatisfy(\.isWholeNumber) }
  }
}
