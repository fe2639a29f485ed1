internal import HaskapDocuments

/// Queries that someone chose: a kind, a tab and a text on each line.
struct QueryFile {
  let lines: [(kind: QueryKind, text: String)]

  /// - Throws: `QueryFileError` with the line; `InputError` where it cannot be read.
  init(path: String) throws {
    let text = String(decoding: try InputFile.read(path), as: UTF8.self)
    let all = text.split(separator: "\n", omittingEmptySubsequences: false)
    lines = try all.enumerated().filter { !$0.element.isEmpty }.map { number, line in
      let parts = line.split(separator: "\t", maxSplits: 1)
      guard parts.count == 2, let kind = QueryKind(rawValue: String(parts[0])) else {
        let kinds = QueryKind.allCases.map(\.rawValue).joined(separator: ", ")
        throw QueryFileError(
          "\(path):\(number + 1): a line is a kind, a tab and the query; kinds are \(kinds)")
      }
      return (kind, String(parts[1]))
    }
    guard !lines.isEmpty else { throw QueryFileError("\(path): the file has no queries") }
  }
}

/// Queries that cannot be asked.
public struct QueryFileError: Error, CustomStringConvertible {
  public let description: String

  init(_ description: String) { self.description = description }
}
