/// The everyday forms of `haskap search`, read without the argument parser, which takes longer than
/// the search itself.
extension SearchTask {
  /// - Parameter arguments: without the program's name.
  /// - Returns: what the argument parser makes of the same; nil for what only that should read:
  ///   options that are not among the most frequent, words that begin with `-`, and mistakes.
  init?(plain arguments: [String]) {
    guard arguments.first == "search" else { return nil }
    self.init()
    var rest = arguments.dropFirst()
    while let argument = rest.popFirst() {
      if !Self.isOption(argument) {
        words.append(argument)
      } else if !takeFlag(argument) {
        guard let value = rest.popFirst(), !Self.isOption(value), take(value, of: argument) else {
          return nil
        }
      }
    }
    if isEmpty || json && csv { return nil }
  }

  private static func isOption(_ argument: String) -> Bool {
    argument.utf8.first == UInt8(ascii: "-")
  }

  private mutating func takeFlag(_ name: String) -> Bool {
    switch name {
    case "--json": json = true
    case "--csv": csv = true
    case "--explain": explains = true
    case "--source": showsSource = true
    default: return false
    }
    return true
  }

  /// - Returns: false where the name or the value is not plain.
  private mutating func take(_ value: String, of name: String) -> Bool {
    switch name {
    case "--index":
      // A second index is a mistake, which the parser's side tells.
      guard index == .standard else { return false }
      index.path = value
    case "--sort": sort = value
    case "--limit":
      limit = Int(value)
      return limit != nil
    case "--timeout":
      timeout = Double(value).flatMap { Self.timeouts.contains($0) ? $0 : nil }
      return timeout != nil
    case "--offset":
      guard let number = Int(value) else { return false }
      offset = number
    default: return false
    }
    return true
  }
}
