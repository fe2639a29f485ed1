/// Terms between two, in the order of their UTF-8 bytes, which is that of their Unicode scalars.
public struct TermRange: Hashable, Sendable {
  public enum Bound: Hashable, Sendable {
    case open
    case including([UInt8])
    case excluding([UInt8])
  }

  public var lower: Bound
  public var upper: Bound

  public init(from lower: Bound = .open, to upper: Bound = .open) {
    self.lower = lower
    self.upper = upper
  }

  /// The terms that begin with these bytes.
  init(prefix: [UInt8]) {
    var end = prefix
    while end.last == .max { end.removeLast() }
    if let last = end.popLast() { end.append(last + 1) }
    self.init(from: .including(prefix), to: end.isEmpty ? .open : .excluding(end))
  }

  func reaches(_ term: [UInt8]) -> Bool {
    switch upper {
    case .open: true
    case .including(let end): !end.lexicographicallyPrecedes(term)
    case .excluding(let end): term.lexicographicallyPrecedes(end)
    }
  }
}

extension TermRange: CustomStringConvertible {
  public var description: String {
    let (open, first) = Self.text(lower, "[", "{")
    let (close, last) = Self.text(upper, "]", "}")
    return "\(open)\(first) TO \(last)\(close)"
  }

  private static func text(
    _ bound: Bound, _ inclusive: String, _ exclusive: String
  ) -> (bracket: String, term: String) {
    switch bound {
    case .open: (inclusive, "*")
    case .including(let term): (inclusive, String(decoding: term, as: UTF8.self))
    case .excluding(let term): (exclusive, String(decoding: term, as: UTF8.self))
    }
  }
}
