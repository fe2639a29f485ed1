/// `y = scale * x^exponent`, fitted by least squares over the logarithms.
public struct PowerLaw: Sendable, Codable, Equatable {
  public var exponent: Double
  /// The standard error of the exponent: how far the points lie from the line, and what each of them
  /// is uncertain by itself. Nil where two points leave nothing to estimate it from.
  public var exponentError: Double?
  public var scale: Double

  /// Growth is fitted to the largest hundredfold range of x.
  static let range = 100.0

  /// - Parameters:
  ///   - points: with x and y above 0.
  ///   - noise: the standard error of each y, as a share of it; none where it is left out.
  /// - Returns: nil where the points have fewer than two different x.
  public init?(_ points: [(x: Double, y: Double)], noise: [Double] = []) {
    let logs = points.enumerated().filter { $1.x > 0 && $1.y > 0 }.map { index, point in
      (
        x: Math.logarithm(point.x), y: Math.logarithm(point.y),
        noise: index < noise.count ? noise[index] : 0
      )
    }
    let count = Double(max(logs.count, 1))
    let meanX: Double = logs.map(\.x).reduce(0, +) / count
    let meanY: Double = logs.map(\.y).reduce(0, +) / count
    let squares = logs.map { Self.product($0.x - meanX, $0.x - meanX) }.reduce(0, +)
    guard logs.count > 1, squares > 0 else { return nil }
    let slope = logs.map { Self.product($0.x - meanX, $0.y - meanY) }.reduce(0, +) / squares
    let residuals = logs.map { point -> Double in
      let rest = point.y - meanY - slope * (point.x - meanX)
      return rest * rest
    }.reduce(0, +)
    let own = logs.map { point -> Double in
      let part = (point.x - meanX) / squares * point.noise
      return part * part
    }.reduce(0, +)
    exponent = slope
    exponentError =
      logs.count > 2 ? (residuals / (count - 2) / squares + own).squareRoot() : nil
    scale = Math.exponential(meanY - slope * meanX)
  }

  private static func product(_ left: Double, _ right: Double) -> Double { left * right }

  public func value(at x: Double) -> Double { scale * Math.power(x, exponent) }
}
