/// A workbook as a test needs it: an archive of stored files.
struct MadeWorkbook {
  private var files: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// - Parameters:
  ///   - rows: the content of `sheetData` of its one sheet.
  ///   - sheets: the content of `sheets`.
  ///   - comments: the content of `commentList` of its one sheet.
  init(
    rows: String, strings: [String] = [], sheets: String = #"<sheet name="表" id="r1"/>"#,
    comments: String? = nil
  ) {
    add("xl/workbook.xml", "<workbook><sheets>\(sheets)</sheets></workbook>")
    add(
      "xl/_rels/workbook.xml.rels",
      #"<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>"#)
    add(
      "xl/sharedStrings.xml",
      "<sst>" + strings.map { "<si><t>\($0)</t></si>" }.joined() + "</sst>")
    add(
      "xl/worksheets/sheet1.xml",
      "<worksheet><sheetData>\(rows)</sheetData></worksheet>")
    guard let comments else { return }
    add(
      "xl/worksheets/_rels/sheet1.xml.rels",
      #"<Relationships><Relationship Type="http://x/comments" Target="../comments1.xml"/></Relationships>"#
    )
    add("xl/comments1.xml", "<comments><commentList>\(comments)</commentList></comments>")
  }

  var bytes: [UInt8] {
    let end =
      Self.bytes(0x0605_4B50, 4) + [0, 0, 0, 0] + Self.bytes(count, 2)
      + Self.bytes(count, 2) + Self.bytes(directory.count, 4) + Self.bytes(files.count, 4) + [0, 0]
    return files + directory + end
  }

  private mutating func add(_ name: String, _ text: String) {
    let (name, text) = (Array(name.utf8), Array(text.utf8))
    // Version, flags, method, time, day and checksum; no reader looks at these.
    let common =
      [20] + [UInt8](repeating: 0, count: 13) + Self.bytes(text.count, 4)
      + Self.bytes(text.count, 4) + Self.bytes(name.count, 2) + [0, 0]
    directory += Self.bytes(0x0201_4B50, 4) + [20, 0] + common
    directory += [UInt8](repeating: 0, count: 10) + Self.bytes(files.count, 4) + name
    files += Self.bytes(0x0403_4B50, 4) + common + name + text
    count += 1
  }

  private static func bytes(_ number: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }
}
