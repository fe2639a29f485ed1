internal import Haskap

/// Reads documents out of one file: JSON, an object a line or a file of them, or a table with
/// headings. What `gzip` or `zstd` has packed is unpacked, and Japanese in UTF-16, CP932, EUC-JP or
/// ISO-2022-JP is read as well as UTF-8.
///
/// | name | documents |
/// |---|---|
/// | `.tsv` | rows of tab-separated values under a row of names |
/// | `.csv` | rows of comma-separated values (RFC 4180) under a row of names |
/// | `.json` | the objects of an array, or objects that follow each other |
/// | others, `-` | an object of JSON a line; or those of an array, where the file begins with `[` |
public final class DocumentSource {
  private enum Format {
    case lines(LineReader)
    case objects(ObjectReader)
    case rows(RowReader)
  }

  var path: String { bytes.path }
  private let bytes: ByteReader
  private let format: Format
  private var text: [UInt8] = []
  /// Escapes of half a surrogate pair that were read as U+FFFD.
  public private(set) var replacements = 0
  private var repeatedNames: FileDoubt
  /// What is odd in what has been read.
  var doubts: [FileDoubt] {
    var doubts = [repeatedNames]
    if case .rows(let rows) = format { doubts.append(rows.openQuotes) }
    return doubts.filter { $0.count > 0 }
  }

  /// - Parameter path: `-` is standard input.
  /// - Throws: `InputError` where the file cannot be read, or a table has no names.
  public init(path: String) throws {
    bytes = try ByteReader(path: path)
    repeatedNames = FileDoubt(file: path)
    let kind = PackedName.inner(path).split(separator: ".").last
    switch kind {
    case "tsv", "csv": format = .rows(try RowReader(bytes, hasQuotes: kind == "csv"))
    default:
      let isArray = try bytes.peek().first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) } == 0x5B
      format =
        isArray || kind == "json"
        ? .objects(try ObjectReader(bytes, isArray: isArray)) : .lines(LineReader(bytes))
    }
  }

  /// How far it has come, for people: `docs.jsonl 45 %`.
  public var progress: String { bytes.percent.map { "\(bytes.path) \($0) %" } ?? bytes.path }

  /// The next document; nil at the end of the file. Empty lines are passed over.
  ///
  /// - Throws: `InputError`; behind a document that cannot be read others may come
  ///   (`InputError.line`).
  public func next() throws -> SourceDocument? {
    switch format {
    case .lines(let lines):
      while try lines.next(into: &text) {
        guard text.contains(where: { $0 != 0x20 && $0 != 0x09 }) else { continue }
        return try document(line: lines.number, within: "line")
      }
      return nil
    case .objects(let objects):
      return try objects.next(into: &text)
        ? try document(line: objects.number, within: "document") : nil
    case .rows(let rows):
      return try rows.next().map { document(of: $0, under: rows.names, line: rows.number) }
    }
  }

  private func document(line: Int, within whole: String) throws -> SourceDocument {
    do {
      let document = try JSONDocument(text)
      replacements += document.replacements
      if let name = document.repeatedName {
        repeatedNames.note(
          line: line,
          "an object has two values named '\(name)', and both were read; "
            + "give each its own name, or write a list")
      }
      return SourceDocument(file: bytes.path, line: line, members: document.members)
    } catch {
      throw InputError(
        description: "\(bytes.path):\(line): \(error.description(within: whole))", line: line)
    }
  }

  private func document(
    of cells: [String], under names: [String], line: Int
  ) -> SourceDocument {
    let members = zip(names, cells).compactMap { name, cell in
      cell.isEmpty ? nil : SourceDocument.Member(name: name, value: Self.value(cell))
    }
    return SourceDocument(file: bytes.path, line: line, members: members)
  }

  /// Digits are a number only where nothing is lost by it: `007` and `1.10` are none.
  private static func value(_ cell: String) -> SourceValue {
    if let integer = Int64(cell), String(integer) == cell { return .integer(integer) }
    if cell.utf8.contains(UInt8(ascii: ".")), let number = DecimalNumber.parse(cell),
      String(number) == cell
    {
      return .decimal(cell)
    }
    return Bool(cell).map(SourceValue.flag) ?? .text(cell)
  }
}
