/// A user's aliases of organizations, which an index keeps so that later searches use them.
public struct AliasFile: Sendable, Codable, Equatable {
  /// Where it was read.
  public var path: String
  public var text: String

  public init(path: String, text: String) {
    (self.path, self.text) = (path, text)
  }

  /// The aliases with those that ship.
  ///
  /// - Throws: `OrganizationAliasError`.
  var all: OrganizationAliases {
    get throws {
      OrganizationAliases.tomakomai.adding(try OrganizationAliases(text: text, file: path))
    }
  }
}
