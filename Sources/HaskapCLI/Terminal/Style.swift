import CLibrary

/// Colours, only on a terminal and never with NO_COLOR (https://no-color.org).
struct Style: Sendable {
  let isColored: Bool

  static let plain = Style(isColored: false)

  /// That of standard output as the process began.
  static let ofOutput = forDescriptor(STDOUT_FILENO)

  static func forDescriptor(_ descriptor: Int32) -> Style {
    let forbidden = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
    let isDumb = getenv("TERM").map { String(cString: $0) == "dumb" } ?? true
    return Style(isColored: isatty(descriptor) == 1 && !forbidden && !isDumb)
  }

  /// What it writes, and nobody else may.
  var sequences: [[UInt8]] { isColored ? Self.all : [] }

  private static let all = ["1", "2", "1;36", "1;33", "0"].map { Array("\u{1B}[\($0)m".utf8) }

  func bold(_ text: String) -> String { wrap(text, "1") }
  func dim(_ text: String) -> String { wrap(text, "2") }
  func title(_ text: String) -> String { wrap(text, "1;36") }
  /// A word of the query in a snippet; `[…]` where there is no colour to show it.
  func mark(_ text: String) -> String { isColored ? wrap(text, "1;33") : "[\(text)]" }

  private func wrap(_ text: String, _ code: String) -> String {
    isColored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
