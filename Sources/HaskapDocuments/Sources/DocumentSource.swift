internal import Haskap

/// Reads documents out of one file: a line of JSON each, or a row of tab-separated values under a
/// row of names.
public final class DocumentSource {
  private enum Format {
    case jsonLines
    case rows(names: [String])
  }

  private let lines: LineReader
  private var format = Format.jsonLines
  private var line: [UInt8] = []

  /// - Parameter path: a file whose name ends in `.tsv`, or one with lines of JSON; `-` is lines of
  ///   JSON from standard input.
  public init(path: String) throws {
    lines = try LineReader(path: path)
    if path.lowercased().hasSuffix(".tsv") { format = .rows(names: try readNames()) }
  }

  /// How far it has come, for people: `docs.jsonl 45 %`.
  public var progress: String {
    guard let size = lines.size, size > 0 else { return lines.path }
    return "\(lines.path) \(min(100, lines.byteCount * 100 / size)) %"
  }

  /// The next document; nil at the end of the file. Empty lines are passed over.
  public func next() throws -> SourceDocument? {
    while try lines.next(into: &line) {
      guard line.contains(where: { $0 != 0x20 && $0 != 0x09 }) else { continue }
      return SourceDocument(file: lines.path, line: lines.number, members: try members())
    }
    return nil
  }

  private func members() throws -> [SourceDocument.Member] {
    do {
      switch format {
      case .jsonLines: return try JSONLine.members(of: line)
      case .rows(let names): return try row(names)
      }
    } catch let error as JSONLineError {
      throw self.error(error.description)
    }
  }

  private func row(_ names: [String]) throws -> [SourceDocument.Member] {
    let cells = try cells()
    guard cells.count <= names.count else {
      throw error(
        "expected at most \(names.count) cells as in the first row, found \(cells.count); "
          + "remove the tabs inside the cells")
    }
    return zip(names, cells).compactMap { name, cell in
      cell.isEmpty ? nil : .init(name: name, value: Self.value(cell))
    }
  }

  private func readNames() throws -> [String] {
    guard try lines.next(into: &line) else {
      throw error("expected a row with the names of the columns, found an empty file")
    }
    let names = try cells().map { FieldName.writable($0) }
    guard names.count <= Schema.mostFields else {
      throw error(
        "expected at most \(Schema.mostFields) columns, found \(names.count); leave some out")
    }
    guard names.count > 1, Set(names).count == names.count else {
      throw error(
        "expected different names of columns with tabs between them, "
          + "found \(names.joined(separator: ", ")); write the names into the first row")
    }
    return names
  }

  private func cells() throws -> [String] {
    guard let text = String(validating: line, as: UTF8.self) else {
      throw error(
        "expected UTF-8, found other bytes; "
          + "convert the file, for instance by iconv -f CP932 -t UTF-8")
    }
    return text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
  }

  /// Digits are an integer only where nothing is lost by it: `007` is none.
  private static func value(_ cell: String) -> SourceValue {
    if let integer = Int64(cell), String(integer) == cell { return .integer(integer) }
    return .text(cell)
  }

  private func error(_ problem: String) -> InputError {
    InputError(description: "\(lines.path):\(lines.number): \(problem)")
  }
}
