import Glibc
import HaskapTestSupport

/// What is tried.
enum TrialKind: String, CaseIterable {
  case former, lies, civiclies, flips, reports, queries, kills, updates, beside
  /// Wants a small file system, so that it is tried when it is named.
  case fulldisk

  static var usual: [TrialKind] { allCases.filter { $0 != .fulldisk } }

  /// How many times as long as others a case may take.
  var patience: UInt32 {
    switch self {
    case .kills, .updates: 4
    case .beside, .fulldisk: 6
    case .flips: 2
    default: 1
    }
  }

  func make(_ folder: String) throws -> any Trial {
    mkdir(folder, 0o755)
    return switch self {
    case .former: FormerFailures(folder)
    case .lies: try LiesTrial(folder, lies(folder))
    case .civiclies: try LiesTrial(folder, [LiesSeed(SeedIndex.civic(folder), isCivic: true)])
    case .flips: try FlipsTrial(folder)
    case .reports: ReportsTrial(folder)
    case .queries: QueriesTrial(folder)
    case .kills: KillsTrial(folder)
    case .updates: UpdatesTrial(folder)
    case .beside: BesideTrial(folder)
    case .fulldisk: FullDiskTrial(folder)
    }
  }

  /// The small ones most of the time, and now and then the one with every structure.
  private func lies(_ folder: String) throws -> [LiesSeed] {
    let small = try LiesSeed(SeedIndex.small(folder))
    let tiny = try LiesSeed(SeedIndex.tiny(folder))
    let stored = try LiesSeed(SeedIndex.stored)
    return Array(repeatElement([small, tiny, small], count: 13).joined()) + [stored]
  }
}

/// One kind of trial, made once in a child.
protocol Trial {
  /// - Throws: `Failure` when an answer is not right.
  func run(_ random: inout SplitMix64, _ number: Int) throws
}

/// The random numbers of a case follow from the seed and the case's number alone.
struct SplitMix64: RandomNumberGenerator {
  private var generator: SplitMix

  init(seed: UInt64, _ number: Int) {
    generator = SplitMix(seed: seed &+ UInt64(number) &* 0x2545_F491_4F6C_DD1D)
  }

  mutating func next() -> UInt64 { generator.next() }
}
