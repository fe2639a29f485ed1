/// Reads values between separators, quoted or not (RFC 4180), byte by byte.
///
/// Quotes that do not close before a separator or a line's end are text.
struct DelimitedReader {
  private let text: UnsafeBufferPointer<UInt8>
  private let separator: UInt8
  private var position = 0
  private var rows = Rows()
  /// The cells of a line, with tabs between them.
  private var line: [UInt8] = []
  /// How many line ends stand inside them.
  private var taken = 0
  private var openInLine: [Int] = []

  struct Rows {
    /// Cells parted by tabs; a line that takes several has empty ones behind it.
    var lines: [String] = []
    /// The lines, from 1, on which a cell beside others begins with a quote to which none belongs.
    var openQuotes: [Int] = []
  }

  static func read(_ text: String, separator: UInt8) -> Rows {
    var text = text
    return text.withUTF8 {
      var reader = Self($0, separator)
      reader.read()
      return reader.rows
    }
  }

  private init(_ text: UnsafeBufferPointer<UInt8>, _ separator: UInt8) {
    (self.text, self.separator) = (text, separator)
  }

  private mutating func read() {
    while true {
      if !readQuoted() { readPlain() }
      if position < text.count, text[position] == separator {
        line.append(UInt8(ascii: "\t"))
        position += 1
        continue
      }
      endLine()
      if position >= text.count { return }
      position += lineEnd(at: position)
    }
  }

  private mutating func endLine() {
    if line.contains(UInt8(ascii: "\t")) { rows.openQuotes += openInLine }
    openInLine.removeAll()
    rows.lines.append(String(decoding: line, as: UTF8.self))
    rows.lines += repeatElement("", count: taken)
    line.removeAll(keepingCapacity: true)
    taken = 0
  }

  private mutating func readPlain() {
    let rest = text[position...]
    let end = rest.firstIndex { $0 == separator || Self.endsLine($0) } ?? text.count
    if rest.first == Self.quote, text[position..<end].count(where: { $0 == Self.quote }) % 2 == 1 {
      openInLine.append(rows.lines.count + taken + 1)
    }
    line += text[position..<end]
    position = end
  }

  private mutating func readQuoted() -> Bool {
    guard position < text.count, text[position] == Self.quote else { return false }
    let start = (bytes: line.count, taken: taken)
    var index = position + 1
    while index < text.count {
      let byte = text[index]
      if byte == Self.quote {
        let next = index + 1 < text.count ? text[index + 1] : nil
        if next != Self.quote {
          guard next == nil || next == separator || next.map(Self.endsLine) == true else { break }
          position = index + 1
          return true
        }
        line.append(byte)
        index += 2
      } else if Self.endsLine(byte) {
        line += CellText.lineBreak.utf8
        taken += 1
        index += lineEnd(at: index)
      } else {
        line.append(byte)
        index += 1
      }
    }
    line.removeSubrange(start.bytes...)
    taken = start.taken
    return false
  }

  /// How many bytes end the line here: two for CRLF.
  private func lineEnd(at index: Int) -> Int {
    let isPair = text[index] == 13 && index + 1 < text.count && text[index + 1] == 10
    return isPair ? 2 : 1
  }

  private static let quote = UInt8(ascii: "\"")

  private static func endsLine(_ byte: UInt8) -> Bool { byte == 10 || byte == 13 }
}
