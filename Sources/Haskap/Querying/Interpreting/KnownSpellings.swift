internal import Synchronization

/// What is known of texts that were looked for in an index: the ways to write them, and their queries.
/// Questions have words in common.
final class KnownSpellings: Sendable {
  /// A text, and how it is looked for.
  struct UnitKey: Hashable {
    var text: String
    var fields: [WeightedField]
    var labels: [String]
    var isExact: Bool

    /// By the text alone: few units of a text differ.
    func hash(into hasher: inout Hasher) { hasher.combine(text) }
  }

  struct FormsKey: Hashable {
    var text: String
    var analysis: Spellings.Analysis

    func hash(into hasher: inout Hasher) { hasher.combine(text) }
  }

  /// The forms of one text.
  struct Forms {
    var all: [Spellings.Form]
    /// In normalized text; nil until they are asked for.
    var normal: [UnitVariant]?
  }

  /// In bytes of the texts, for each of which their forms take up to 300.
  private static let room = 1 << 17

  private let units = Mutex(RecentValues<UnitKey, Query>(room: room))
  private let forms = Mutex(RecentValues<FormsKey, Forms>(room: room))

  /// Threads that ask for one at the same time may each make it.
  func unit(_ key: UnitKey, _ make: () throws -> Query) rethrows -> Query {
    if let known = units.withLock({ $0[key] }) { return known }
    let made = try make()
    _ = units.withLock { $0.insert(made, for: key, size: key.text.utf8.count) }
    return made
  }

  subscript(key: FormsKey) -> Forms? {
    get { forms.withLock { $0[key] } }
    set {
      if let newValue {
        _ = forms.withLock { $0.insert(newValue, for: key, size: key.text.utf8.count) }
      }
    }
  }
}
