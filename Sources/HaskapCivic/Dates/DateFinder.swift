internal import HaskapText

/// Finds days in sentences.
enum DateFinder {
  /// The first day or period, as printed.
  static func first(in text: String) -> String {
    let characters = Array(text)
    let folded = Folding.fold(text)
    var end = 0
    for index in characters.indices where folded[index].isDigit || "令平昭RH".contains(folded[index]) {
      guard index >= end, index == 0 || !folded[index - 1].isDigit,
        let list = DateList(folded, at: index, fiscalYear: 2000)
      else { continue }
      if list.spans.contains(where: { $0.start.day != nil }) {
        return String(characters[index..<list.end])
      }
      // Months alone are not read again.
      end = list.end
    }
    return ""
  }

  /// True of a text that a day or a period begins.
  static func begins(_ text: String) -> Bool {
    let day = first(in: text)
    return !day.isEmpty && text.hasPrefix(day)
  }
}
