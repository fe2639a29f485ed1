internal import HaskapText
internal import Synchronization

/// The values of the keyword fields of an index, normalized, kept from query to query: bare words are
/// found in tags and labels as they are in texts.
final class KnownLabels: Sendable {
  private struct Label {
    /// As it was given.
    var term: [UInt8]
    var normal: [UInt8]
  }

  /// A field of more values names things rather than kinds of things; its values are found whole.
  private static let most = 65_536

  private let fields = Mutex<[String: [Label]]>([:])

  /// The values of a field that have a text within.
  ///
  /// - Parameter text: normalized.
  func values(
    of field: String, containing text: [UInt8], in reader: IndexReader, _ session: AnalyzerSession
  ) throws -> [[UInt8]] {
    guard !text.isEmpty else { return [] }
    let labels = try fields.withLock { fields in
      if let known = fields[field] { return known }
      let read = try Self.labels(of: field, in: reader, session)
      fields[field] = read
      return read
    }
    return labels.filter { Self.has($0.normal, text) }.map(\.term)
  }

  private static func labels(
    of field: String, in reader: IndexReader, _ session: AnalyzerSession
  ) throws -> [Label] {
    let dictionaries = reader.segments.compactMap { segment in
      segment.inverted.field(named: field).map {
        (segment.inverted.dictionaries[$0], segment.inverted.places[$0].dictionary.termCount)
      }
    }
    guard dictionaries.reduce(0, { $0 + Int($1.1) }) <= most else { return [] }
    var terms: Set<[UInt8]> = []
    for (dictionary, count) in dictionaries where count > 0 {
      var cursor = try dictionary.cursor()
      while try cursor.advance() { terms.insert(Array(cursor.term)) }
    }
    var text = AnalyzedText()
    return try terms.sorted { $0.lexicographicallyPrecedes($1) }.map { term in
      try session.normalize(String(decoding: term, as: UTF8.self), into: &text)
      return Label(term: term, normal: text.utf8)
    }
  }

  private static func has(_ label: [UInt8], _ text: [UInt8]) -> Bool {
    guard label.count >= text.count else { return false }
    return (0...label.count - text.count).contains { start in
      label[start] == text[0] && label[start...].starts(with: text)
    }
  }
}
