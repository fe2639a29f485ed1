/// A chart of curves over two logarithmic axes, as SVG.
public struct Chart: Sendable {
  public struct Curve: Sendable {
    public var name: String
    public var points: [(x: Double, y: Double)]
    /// Drawn behind the points.
    public var fit: PowerLaw?

    public init(name: String, points: [(x: Double, y: Double)], fit: PowerLaw? = nil) {
      (self.name, self.points, self.fit) = (name, points, fit)
    }
  }

  public var title: String
  public var xLabel: String
  public var yLabel: String
  public var curves: [Curve]

  public init(title: String, xLabel: String, yLabel: String, curves: [Curve]) {
    (self.title, self.xLabel, self.yLabel, self.curves) = (title, xLabel, yLabel, curves)
  }

  private static let (width, height) = (720.0, 400.0)
  private static let (left, right, top, bottom) = (80.0, 240.0, 50.0, 55.0)
  /// Told apart by people who see colors otherwise: M. Okabe, K. Ito, *Color Universal Design*, 2008.
  private static let colors = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9"]

  public var svg: String {
    let (width, height) = (Int(Self.width), Int(Self.height))
    return """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" \
      viewBox="0 0 \(width) \(height)" font-family="sans-serif" font-size="12" role="img">
      <title>\(Self.escaped(title))</title>
      <rect width="100%" height="100%" fill="white"/>
      <text x="\(width / 2)" y="24" text-anchor="middle" font-size="15">\(Self.escaped(title))</text>
      \(grid)
      \(curves.indices.map(drawing).joined(separator: "\n"))
      </svg>

      """
  }

  private var points: [(x: Double, y: Double)] {
    curves.flatMap(\.points).filter { $0.x > 0 && $0.y > 0 }
  }

  /// The decades that hold all points.
  private func decades(_ values: [Double]) -> ClosedRange<Int> {
    let low = Int(Math.decimalLogarithm(values.min() ?? 1).rounded(.down))
    let high = Int(Math.decimalLogarithm(values.max() ?? 10).rounded(.up))
    return low...max(high, low + 1)
  }

  private func x(_ value: Double) -> Double {
    let range = decades(points.map(\.x))
    let share = (Math.decimalLogarithm(value) - Double(range.lowerBound)) / Double(range.count - 1)
    return Self.left + share * (Self.width - Self.left - Self.right)
  }

  private func y(_ value: Double) -> Double {
    let range = decades(points.map(\.y))
    let share = (Math.decimalLogarithm(value) - Double(range.lowerBound)) / Double(range.count - 1)
    return Self.height - Self.bottom - share * (Self.height - Self.top - Self.bottom)
  }

  private var grid: String {
    let (rightEnd, bottomEnd) = (Self.width - Self.right, Self.height - Self.bottom)
    let vertical = decades(points.map(\.x)).map { decade in
      let at = Self.number(x(Math.power(10, Double(decade))))
      return "<path d=\"M\(at) \(Self.top)V\(bottomEnd)\" stroke=\"#ddd\"/>"
        + "<text x=\"\(at)\" y=\"\(bottomEnd + 18)\" text-anchor=\"middle\">\(Self.label(decade))</text>"
    }
    let horizontal = decades(points.map(\.y)).map { decade in
      let at = Self.number(y(Math.power(10, Double(decade))))
      return "<path d=\"M\(Self.left) \(at)H\(rightEnd)\" stroke=\"#ddd\"/>"
        + "<text x=\"\(Self.left - 8)\" y=\"\(at)\" dy=\"4\" text-anchor=\"end\">\(Self.label(decade))</text>"
    }
    let (middleX, middleY) = ((Self.left + rightEnd) / 2, (Self.top + bottomEnd) / 2)
    let labels = """
      <text x="\(middleX)" y="\(Self.height - 12)" text-anchor="middle">\(Self.escaped(xLabel))</text>
      <text transform="translate(20 \(middleY)) rotate(-90)" text-anchor="middle">\(Self.escaped(yLabel))</text>
      """
    return (vertical + horizontal + [labels]).joined(separator: "\n")
  }

  private func drawing(_ index: Int) -> String {
    let curve = curves[index]
    let color = Self.colors[index % Self.colors.count]
    let dots = curve.points.filter { $0.x > 0 && $0.y > 0 }.map {
      "<circle cx=\"\(Self.number(x($0.x)))\" cy=\"\(Self.number(y($0.y)))\" r=\"4\" fill=\"\(color)\"/>"
    }
    let legend = Self.top + 14 + Double(index) * legendStep
    let style = Self.style(index)
    let (start, end) = (Self.width - Self.right + 24, Self.width - Self.right + 52)
    var lines =
      dots + [
        line(curve, style),
        "<path d=\"M\(start) \(legend - 4)H\(end)\" \(style)/>",
        "<text x=\"\(end + 6)\" y=\"\(legend)\" fill=\"\(color)\">\(Self.escaped(curve.name))</text>",
      ]
    if let fit = curve.fit {
      let error = fit.exponentError.map { " ± \(Self.number($0))" } ?? ""
      lines.append(
        "<text x=\"\(end + 6)\" y=\"\(legend + 13)\" fill=\"\(color)\">exponent "
          + "\(Self.number(fit.exponent))\(error)</text>")
    }
    return lines.joined(separator: "\n")
  }

  /// As much room for each name as all of them leave beside the plot: below it are the axis's numbers.
  private var legendStep: Double {
    min(36, (Self.height - Self.top - Self.bottom) / Double(max(1, curves.count)))
  }

  /// The fitted line, as far as it was fitted; or the points joined where nothing is.
  private func line(_ curve: Curve, _ style: String) -> String {
    let ends = curve.points.filter { $0.x > 0 && $0.y > 0 }.sorted { $0.x < $1.x }
    guard let last = ends.last,
      let first = ends.first(where: { $0.x * PowerLaw.range >= last.x })
    else { return "" }
    let drawn =
      curve.fit.map { fit in [first, last].map { (x: $0.x, y: fit.value(at: $0.x)) } } ?? ends
    let path = drawn.map { "\(Self.number(x($0.x))) \(Self.number(y($0.y)))" }.joined(
      separator: "L")
    return "<path d=\"M\(path)\" \(style)/>"
  }

  /// Each color comes with an unbroken line first, then with dashes, then with dots.
  private static func style(_ index: Int) -> String {
    let dashes = ["", " stroke-dasharray=\"6 3\"", " stroke-dasharray=\"2 3\""]
    return "fill=\"none\" stroke=\"\(colors[index % colors.count])\" stroke-width=\"1.5\""
      + dashes[index / colors.count % dashes.count]
  }

  private static func label(_ decade: Int) -> String {
    switch decade {
    case -3...3: number(Math.power(10, Double(decade)))
    default: "10<tspan dy=\"-5\" font-size=\"9\">\(decade)</tspan>"
    }
  }

  /// With three decimals at most.
  private static func number(_ value: Double) -> String {
    let rounded = (value * 1000).rounded() / 1000
    return rounded == rounded.rounded() && abs(rounded) < 1e15
      ? String(Int(rounded)) : String(rounded)
  }

  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.append(character)
      }
    }
  }
}
