import HaskapDocuments
import HaskapText

/// A bar for each year.
struct BarChart {
  var title: String
  /// What the bars count.
  var unit: String
  var bars: [Bar]

  struct Bar {
    var label: String
    /// Nil where it is not known, or there was nothing to count.
    var value: Int?
    /// What stands above it.
    var text: String
  }

  private static let (left, right, top, bottom) = (40.0, 20.0, 60.0, 40.0)
  private static let (step, height) = (90.0, 220.0)

  /// - Throws: as `ChartFile`.
  func write(to path: String) throws { try ChartFile(path).write(svg) }

  var svg: String {
    let width = Int(
      max(
        Self.left + Self.right + Self.step * Double(bars.count),
        Double(DisplayWidth.of(title)) * 9 + 40))
    let height = Int(Self.top + Self.height + Self.bottom)
    return """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" \
      viewBox="0 0 \(width) \(height)" font-family="sans-serif" font-size="13" role="img">
      <title>\(Self.escaped(title))</title>
      <rect width="100%" height="100%" fill="white"/>
      <text x="20" y="28" font-size="16">\(Self.escaped(title))</text>
      <text x="20" y="48" fill="#555">\(Self.escaped(unit))</text>
      \(bars.indices.map(drawn).joined(separator: "\n"))
      </svg>

      """
  }

  private func drawn(_ place: Int) -> String {
    let bar = bars[place]
    let most = max(1, bars.compactMap(\.value).max() ?? 1)
    let length = (Self.height - 30) * Double(max(0, bar.value ?? 0)) / Double(most)
    let middle = Self.left + Self.step * (Double(place) + 0.5)
    let base = Self.top + Self.height
    let (x, y) = (Self.number(middle - 28), Self.number(base - length))
    return """
      <rect x="\(x)" y="\(y)" width="56" height="\(Self.number(length))" fill="#0072B2"/>
      <text x="\(Self.number(middle))" y="\(Self.number(base - length - 8))" \
      text-anchor="middle">\(Self.escaped(bar.text))</text>
      <text x="\(Self.number(middle))" y="\(Self.number(base + 20))" \
      text-anchor="middle">\(Self.escaped(bar.label))</text>
      """
  }

  /// A bar for each count.
  static func bars(_ counts: [(label: String, count: Int)]) -> [Bar] {
    counts.map { Bar(label: $0.label, value: $0.count, text: $0.count.grouped) }
  }

  /// With one decimal at most.
  private static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(abs(tenths % 10))"
  }

  private static func escaped(_ text: String) -> String {
    HarmlessText.line(text).replacing("&", with: "&amp;").replacing("<", with: "&lt;")
  }
}
