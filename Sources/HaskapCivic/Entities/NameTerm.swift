internal import Haskap
internal import HaskapDocuments
internal import HaskapText

/// A name as a term by whose beginning it is found: what it is normalized to, and behind that the name as
/// it is spelled, where that is something else.
enum NameTerm {
  /// No name has it.
  static let separator = UInt8(ascii: "\n")

  /// Of names that are not too long to be offered to somebody who types.
  ///
  /// - Parameter session: of the analyzer of the texts.
  static func all(_ names: [String], _ session: AnalyzerSession) throws -> Set<String> {
    var analyzed = AnalyzedText()
    let offered = Set(names).filter {
      $0.utf8.count <= Suggester.longestOffer && !$0.utf8.contains(separator)
    }
    return try Set(
      offered.map { name in
        try session.normalize(name, into: &analyzed)
        let normalized = String(decoding: analyzed.utf8, as: UTF8.self)
        return normalized.utf8.elementsEqual(name.utf8) ? name : "\(normalized)\n\(name)"
      })
  }
}
