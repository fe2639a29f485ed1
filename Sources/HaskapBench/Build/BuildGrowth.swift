/// What grows with the number of documents.
enum BuildGrowth {
  case time, size

  /// An exponent with a larger error says little.
  private static let largestError = 0.1
  /// What one build is uncertain by where its repeats, fewer than three, do not tell.
  private static let unknownNoise = 0.05

  /// CPU seconds, or MiB of the index.
  func value(_ setup: BuildResult.Setup) -> Double {
    switch self {
    case .time: setup.cpu.median
    case .size: Double(setup.indexBytes) / 1_048_576
    }
  }

  /// Below it, what any build takes is more than what its documents take.
  private var least: Double {
    switch self {
    case .time: 0.1
    case .size: 0.25
    }
  }

  /// The standard error of the median, as a share of it: an index is the same each time.
  private func noise(_ setup: BuildResult.Setup) -> Double {
    guard self == .time else { return 0 }
    let count = setup.cpu.values.count
    // Of a normal distribution the quartiles lie 1.35 standard deviations apart.
    return count < 3
      ? Self.unknownNoise : setup.cpu.relativeSpread / 1.35 / Double(count).squareRoot()
  }

  /// - Parameter setups: builds with the same options.
  /// - Returns: nil where the builds are too few, too small or too noisy to tell.
  func law(_ setups: [BuildResult.Setup]) -> PowerLaw? {
    let largest = Double(setups.map(\.documents).max() ?? 0)
    let fitted = setups.filter { Double($0.documents) * PowerLaw.range >= largest }
    guard fitted.count > 2, fitted.allSatisfy({ value($0) >= least }),
      let law = PowerLaw(
        fitted.map { (Double($0.documents), value($0)) }, noise: fitted.map(noise)),
      let error = law.exponentError, error <= Self.largestError
    else { return nil }
    return law
  }
}
