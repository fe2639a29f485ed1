import HaskapDocuments

/// A small text that a user wrote: aliases, a thesaurus.
enum TextFile {
  /// - Throws: `UserError` where the file is not UTF-8; what reading throws.
  static func read(_ path: String) throws -> String {
    guard let text = String(validating: try InputFile.read(path), as: UTF8.self) else {
      throw UserError(description: "\(path): is not in UTF-8; save it so")
    }
    return text
  }
}
