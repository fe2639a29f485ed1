internal import CLibrary
internal import Synchronization

/// What the searchers of a snapshot keep for the questions that follow: what the scores of a field
/// and of a unit have in common, the plans of units, and memory for the search itself.
///
/// The queries that one question is made of have most of their units in common, and so have many
/// questions.
final class SearcherMemory: Sendable {
  private let fields = Mutex<[String: FieldContext]>([:])
  private let unitFields = Mutex<[WeightedField: UnitField]>([:])
  /// Up to so many grams, of about 60 bytes each.
  private let plans = Mutex(RecentValues<TextUnit, SubstringPlan>(room: 1 << 18))
  private let scratches = Mutex<[SearchScratch]>([])
  /// What the dictionaries of all segments say of a term, and their lists of a pair: up to so many
  /// entries, of about 80 bytes each.
  private let terms = Mutex(RecentValues<TermKey, [TermInfo?]>(room: 1 << 16))
  /// In bytes; longer terms are looked up each time.
  private static let longestTerm = 64

  private struct TermKey: Hashable {
    var field: ObjectIdentifier
    var term: [UInt8]
    /// The second of a pair.
    var next: [UInt8]?

    func hash(into hasher: inout Hasher) {
      hasher.combine(field)
      term.withUnsafeBytes { hasher.combine(bytes: $0) }
      next?.withUnsafeBytes { hasher.combine(bytes: $0) }
    }
  }

  func field(named name: String, _ make: () -> FieldContext?) -> FieldContext? {
    fields.withLock { fields in
      if let known = fields[name] { return known }
      let made = make()
      fields[name] = made
      return made
    }
  }

  func unitField(
    _ field: WeightedField, _ make: () -> UnitField
  ) -> UnitField {
    unitFields.withLock { fields in
      if let known = fields[field] { return known }
      let made = make()
      fields[field] = made
      return made
    }
  }

  /// What each segment has of a term, or of a pair: to look it up in 16 dictionaries takes longer than
  /// the search.
  func infos(
    of term: [UInt8], before next: [UInt8]? = nil, in field: FieldContext,
    _ lookUp: () throws -> [TermInfo?]
  ) rethrows -> [TermInfo?] {
    guard term.count + (next?.count ?? 0) <= Self.longestTerm else { return try lookUp() }
    let key = TermKey(field: ObjectIdentifier(field), term: term, next: next)
    if let known = terms.withLock({ $0[key] }) { return known }
    let infos = try lookUp()
    _ = terms.withLock { $0.insert(infos, for: key, size: infos.count) }
    return infos
  }

  /// The plan of a unit. Threads that ask for one at the same time may each make it.
  func plan(_ unit: TextUnit, _ make: () throws -> SubstringPlan) rethrows -> SubstringPlan {
    if let known = plans.withLock({ $0[unit] }) { return known }
    let plan = try make()
    _ = plans.withLock { $0.insert(plan, for: unit, size: plan.gramCount) }
    return plan
  }

  /// Memory of an earlier search, or new one.
  func takeScratch() -> SearchScratch {
    scratches.withLock { $0.popLast() } ?? SearchScratch()
  }

  /// So many are kept; those of more searches at once are freed.
  private static let mostScratches = 2 * SystemThread.processorCount

  /// - Parameter scratch: of a search that has ended: its nodes are no longer called.
  func giveBack(_ scratch: SearchScratch) {
    scratch.memory.rewind()
    scratches.withLock { scratches in
      if scratches.count < Self.mostScratches { scratches.append(scratch) }
    }
  }
}
