/// A term of which only parts are given: `まち*`, `*会`, `colo?r`.
public struct WildcardPattern: Hashable, Sendable {
  public enum Element: Hashable, Sendable {
    case scalar(Unicode.Scalar)
    /// Any one Unicode scalar.
    case one
    /// Any number of scalars, none included.
    case run
  }

  public let elements: [Element]

  /// Runs that stand side by side count as one.
  public init(_ elements: [Element]) {
    self.elements = elements.enumerated().filter { place, element in
      element != .run || place == 0 || elements[place - 1] != .run
    }.map(\.element)
  }

  /// Reads `*` as a run and `?` as one scalar; there is no way to write these two themselves.
  public init(_ text: String) {
    self.init(
      text.unicodeScalars.map { scalar in
        switch scalar {
        case "*": .run
        case "?": .one
        default: .scalar(scalar)
        }
      })
  }

  /// Scalars that a term has at least.
  var length: Int { elements.count { $0 != .run } }
}

extension WildcardPattern: CustomStringConvertible {
  public var description: String {
    var text = String.UnicodeScalarView()
    for element in elements {
      switch element {
      case .scalar(let scalar): text.append(scalar)
      case .one: text.append("?")
      case .run: text.append("*")
      }
    }
    return String(text)
  }
}
