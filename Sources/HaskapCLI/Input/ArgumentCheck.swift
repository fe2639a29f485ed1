import ArgumentParser
import HaskapText

/// Mistakes of a command line that the argument parser lets pass, or tells in a way that does not help.
struct ArgumentCheck {
  private let commands: [String]
  /// Those that take several indexes.
  private let joint: [String]

  init(_ commands: [any ParsableCommand.Type]) {
    func name(_ command: any ParsableCommand.Type) -> String? { command.configuration.commandName }
    self.commands = commands.compactMap(name)
    joint = commands.filter { $0 is any IndexesCommand.Type }.compactMap(name)
  }

  /// - Throws: `UserError` for a command that does not exist, and for an index named twice where one is
  ///   asked.
  func check(_ arguments: [String]) throws {
    let names = arguments.first == "help" ? arguments.dropFirst().prefix(1) : arguments.prefix(1)
    if let name = names.first, !name.hasPrefix("-"), !commands.contains(name), name != "help" {
      throw unknown(name)
    }
    let options = arguments.prefix { $0 != "--" }
    guard !joint.contains(arguments.first ?? "") else { return }
    guard options.count(where: { $0 == "--index" || $0.hasPrefix("--index=") }) < 2 else {
      throw UserError(description: "--index is given twice; name one index")
    }
  }

  private func unknown(_ name: String) -> UserError {
    let near = commands.compactMap { command in
      Self.distance(name, command).map { (name: command, distance: $0) }
    }.min { $0.distance < $1.distance }
    guard let near else {
      return UserError(
        description: "there is no command '\(name)'; haskap --help shows those that there are")
    }
    return UserError(
      description: "there is no command '\(name)'; did you mean: haskap \(near.name)")
  }

  /// How much a name differs from what may have been meant; nil where that is too much for a slip.
  private static func distance(_ typed: some StringProtocol, _ meant: some StringProtocol) -> Int? {
    let letters = Array(typed.unicodeScalars)
    return EditDistance.whole(
      letters, Array(meant.unicodeScalars), limit: max(1, letters.count / 3))
  }

  /// The parser takes --year for --chart where there is no option nearer.
  static func withoutFarGuess(_ message: String) -> String {
    let parts = message.split(separator: "'", omittingEmptySubsequences: false)
    guard parts.count == 5, parts[2] == ". Did you mean ",
      distance(parts[1].drop { $0 == "-" }, parts[3].drop { $0 == "-" }) == nil
    else { return message }
    return parts[..<2].joined(separator: "'") + "'"
  }
}
