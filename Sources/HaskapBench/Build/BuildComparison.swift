/// What changed between two results of builds.
///
/// Times are compared as multiples of the plain loop over ICU's words in the same round, so that a
/// machine that became faster or slower in between changes nothing; memory and size as they are.
public struct BuildComparison: Sendable, Codable {
  public var rows: [Row] = []

  public struct Row: Sendable, Codable {
    public var documents: Int
    public var threads: Int
    /// In MiB.
    public var memoryBudget: Int
    /// Nil is the CPU time, in comparisons that were kept before there were others.
    public var figure: Figure?
    /// A value a round.
    public var before: Measurement
    public var now: Measurement
    /// The median now as a multiple of that before.
    public var ratio: Double
    public var verdict: Verdict

    var name: String { "\(documents) / \(threads) / \(memoryBudget) MiB" }
  }

  public enum Figure: String, Sendable, Codable, CaseIterable {
    case cpu = "CPU ÷ ICU loop"
    case wall = "wall ÷ ICU loop"
    case memory = "peak MiB"
    case size = "bytes/byte"
  }

  public enum Verdict: String, Sendable, Codable {
    case faster, slower, less, more
    case same = "no change beyond the noise"
    case tooNoisy = "too noisy to tell"
    case tooFew = "at least 3 builds each are needed to tell"
  }

  /// Results that say nothing about each other.
  public struct Incomparable: Error, CustomStringConvertible {
    public let description: String
  }

  /// - Throws: `Incomparable` as `check`.
  public init(of now: BuildResult, with before: BuildResult) throws {
    try Self.check(now, before)
    rows = Self.pairs(now, before).flatMap { setup, earlier in
      Figure.allCases.compactMap { figure in
        let (before, now) = (figure.values(earlier, before), figure.values(setup, now))
        guard !before.values.isEmpty, !now.values.isEmpty else { return nil }
        return Row(
          documents: setup.documents, threads: setup.threads, memoryBudget: setup.memoryBudget,
          figure: figure, before: before, now: now, ratio: now.median / max(before.median, 1e-9),
          verdict: figure == .wall && (earlier.isDisturbed || setup.isDisturbed)
            ? .tooNoisy : Verdict(from: before, to: now, figure))
      }
    }
  }

  /// - Throws: `Incomparable` where no build has the same options, or texts are others.
  static func check(_ now: BuildResult, _ before: BuildResult) throws {
    let pairs = pairs(now, before)
    guard !pairs.isEmpty else {
      throw Incomparable(
        description: "no build has the same documents, threads and budget; those that were kept: "
          + before.setups.map(\.name).joined(separator: ", "))
    }
    for (setup, earlier) in pairs where setup.isOfOtherTexts(than: earlier) {
      let origin = before.origin.map { $0.corpus.joined(separator: ", ") } ?? "another corpus"
      throw Incomparable(
        description: "what was kept is of other texts (\(origin)): \(setup.documents) documents "
          + "have \(earlier.textBytes) bytes there and \(setup.textBytes) here; "
          + "build of the same corpus")
    }
  }

  private static func pairs(
    _ now: BuildResult, _ before: BuildResult
  ) -> [(BuildResult.Setup, BuildResult.Setup)] {
    now.setups.compactMap { setup in
      before.setups.first { $0.name == setup.name }.map { (setup, $0) }
    }
  }
}

extension BuildComparison {
  /// Nothing smaller counts as a change: other places of the code in memory make as much.
  fileprivate static let least = 0.05
  /// An index of the same documents is the same each time.
  fileprivate static let leastOfSize = 0.001

  /// As people are told it.
  static let rule =
    "A change counts where the middle four fifths of the values lie apart and the medians by more than "
    + "5 % and twice the larger distance of the quartiles (±); of the wall, only where the builds "
    + "hardly waited; of bytes/byte, which has no noise, from 0.1 % on."
}

extension BuildComparison.Verdict {
  /// A change counts when the middle four fifths of the values lie apart, and it is larger by `least` than
  /// what the values of either differ by. Of nine runs of the same program, three builds each beside other
  /// work, two in a hundred pairs pass for a change.
  init(from before: Measurement, to now: Measurement, _ figure: BuildComparison.Figure) {
    let noise = max(before.relativeSpread, now.relativeSpread)
    let change = now.median / max(before.median, 1e-9) - 1
    let isTime = [.cpu, .wall].contains(figure)
    let changed: Self = isTime ? (change > 0 ? .slower : .faster) : (change > 0 ? .more : .less)
    let isApart =
      now.quantile(0.1) > before.quantile(0.9) || now.quantile(0.9) < before.quantile(0.1)
    if figure == .size {
      self = abs(change) > BuildComparison.leastOfSize ? changed : .same
    } else if min(before.values.count, now.values.count) < 3 {
      self = .tooFew
    } else if isApart, abs(change) > BuildComparison.least + 2 * noise {
      self = changed
    } else {
      self = noise > BuildResult.Setup.tooNoisy ? .tooNoisy : .same
    }
  }
}

extension BuildComparison.Figure {
  /// A value a round; none where the figure was not taken.
  fileprivate func values(_ setup: BuildResult.Setup, _ result: BuildResult) -> Measurement {
    func timesICU(_ times: Measurement) -> Measurement {
      Measurement(
        zip(times.values, result.icuSecondsPerMiB.values).map { time, icu in
          time / max(icu * setup.mebibytes, 1e-9)
        })
    }
    return switch self {
    case .cpu: timesICU(setup.cpu)
    case .wall: timesICU(setup.wall)
    case .memory: Measurement(setup.peakMemory.values.map { $0 / 1_048_576 })
    case .size: Measurement(setup.indexBytes > 0 ? [setup.bytesPerByte] : [])
    }
  }
}

extension BuildResult.Setup {
  /// Whether other work had the processor, or the disk was waited for.
  fileprivate var isDisturbed: Bool { cpu.median < 0.95 * wall.median }

  fileprivate func isOfOtherTexts(than other: Self) -> Bool {
    guard textBytes == other.textBytes else { return true }
    guard let checksum, let earlier = other.checksum else { return false }
    return checksum != earlier
  }
}
