/// Text that is not JSON, or not the JSON that a document is.
package struct JSONError: Error, Equatable, CustomStringConvertible {
  /// In bytes from the beginning of the text.
  package var offset: Int
  package var expected: String
  package var found: String
  package var remedy: String

  package var description: String { description(within: "line") }

  /// - Parameter whole: what was read: a line, a document.
  package func description(within whole: String) -> String {
    "expected \(expected) at byte \(offset + 1) of the \(whole), found \(found); \(remedy)"
  }
}
