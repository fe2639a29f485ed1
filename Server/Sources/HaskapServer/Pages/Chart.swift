/// Bars with a label before and a number behind each, drawn as SVG; a table stands beside it for
/// those who do not see it.
struct Chart {
  /// Says what is drawn.
  var label: String
  var bars: [(label: String, value: Int, text: String)]

  private static let rowHeight = 26
  private static let barStart = 84
  private static let barLength = 160

  /// Nil where there is nothing to compare.
  var fields: Fields? {
    let most = bars.map(\.value).max() ?? 0
    guard most > 0 else { return nil }
    return [
      "label": label, "height": bars.count * Self.rowHeight,
      "bars": bars.enumerated().map { row, bar in
        let share = Double(max(0, bar.value)) / Double(most)
        let width = Int((share * Double(Self.barLength)).rounded())
        return [
          "label": bar.label, "text": bar.text, "x": Self.barStart,
          "y": row * Self.rowHeight + 4, "width": max(width, 1),
          "textX": Self.barStart + max(width, 1) + 6, "textY": row * Self.rowHeight + 18,
        ] as Fields
      },
    ]
  }
}
