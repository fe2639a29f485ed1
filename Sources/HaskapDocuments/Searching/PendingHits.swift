/// The answers of a search in their order, each made when it is asked for: of tens of thousands that are
/// only written down, one at a time is in memory.
public struct PendingHits<Hit> {
  private var parts: [(count: Int, make: (Int) throws -> Hit)] = []

  package init() {}

  public var count: Int { parts.reduce(0) { $0 + $1.count } }

  /// Adds answers behind the others.
  ///
  /// - Parameter make: makes one by its place among those added now.
  package mutating func append(_ count: Int, _ make: @escaping (Int) throws -> Hit) {
    parts.append((count, make))
  }

  /// Makes one after the other.
  ///
  /// - Throws: `FormatError` when the index is damaged; `TimeLimitExceeded`; what `body` throws.
  public func makeEach(_ body: (Hit) throws -> Void) throws {
    for part in parts {
      for place in 0..<part.count { try body(part.make(place)) }
    }
  }

  /// All of them.
  ///
  /// - Throws: `FormatError` when the index is damaged; `TimeLimitExceeded`.
  public func made() throws -> [Hit] {
    var hits: [Hit] = []
    hits.reserveCapacity(count)
    try makeEach { hits.append($0) }
    return hits
  }
}
