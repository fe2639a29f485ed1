/// A report as lines of text, each known by its number.
public struct ReportText: Sendable {
  /// The path as given, for messages.
  public let file: String
  /// The file's name without folder and extension.
  public let document: String
  /// The lines without their ends (LF, CRLF or CR), each row of a table as one.
  public let lines: [String]
  /// The number in the file, counted from 1, of each line; nil where line 1 stands at index 0 and so
  /// on.
  let numbers: [Int]?

  /// Decodes a file's bytes as UTF-8; a byte order mark at the start is dropped.
  ///
  /// Throws `ReportError` where the bytes are not UTF-8 or hold nothing but white space.
  public init(file: String, bytes: [UInt8]) throws(ReportError) {
    self.file = file
    document = Self.documentName(file)
    if let offset = Self.firstInvalidOffset(bytes) {
      throw .notUTF8(file: file, offset: offset, encoding: Self.likelyEncoding(bytes))
    }
    let text = String(
      decoding: bytes.starts(with: Self.mark) ? bytes[3...] : bytes[...], as: UTF8.self)
    guard text.contains(where: { !$0.isWhitespace }) else { throw .empty(file: file) }
    let lines = DelimitedText.tableLines(
      text, isSpreadsheet: file.lowercased().hasSuffix(".csv"))
    let table = text.first == "{" ? nil : HTMLTable.lines(lines)
    numbers = table?.map(\.number)
    self.lines = table?.map(\.text) ?? lines
  }

  /// The number in the file of a line that stands at `index + 1`.
  func number(ofLine line: Int) -> Int {
    guard let numbers, numbers.indices.contains(line - 1) else { return line }
    return numbers[line - 1]
  }

  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private static func documentName(_ file: String) -> String {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }

  private static func firstInvalidOffset(_ bytes: [UInt8]) -> Int? {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }

  /// What the bytes are instead, as far as their beginning tells.
  private static func likelyEncoding(_ bytes: [UInt8]) -> String {
    let isUTF16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    return isUTF16 ? "UTF-16" : "CP932"
  }
}
