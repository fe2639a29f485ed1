/// Several values of one figure, out of repeats.
public struct Measurement: Sendable, Codable, Equatable {
  /// In the order in which they were taken.
  public var values: [Double]

  public init(_ values: [Double] = []) { self.values = values }

  public var median: Double { quantile(0.5) }

  /// The distance between the quartiles.
  public var spread: Double { quantile(0.75) - quantile(0.25) }

  /// The distance between the quartiles as a share of the median.
  var relativeSpread: Double { median > 0 ? spread / median : 0 }

  /// Linear between the order statistics, as R's default (type 7).
  public func quantile(_ share: Double) -> Double {
    let sorted = values.sorted()
    guard let last = sorted.indices.last else { return 0 }
    let index = share * Double(last)
    let below = Int(index)
    let above = min(below + 1, last)
    return sorted[below] + (index - Double(below)) * (sorted[above] - sorted[below])
  }
}
