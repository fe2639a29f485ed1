/// The text of a PDF as lines, its tables as rows of cells.
///
/// Words and their boxes come from poppler's `pdftotext`, a program of its own: a damaged or hostile
/// PDF harms nothing but that. They come in the order in which the file draws them.
enum PDFText {
  static func isPDF(_ bytes: [UInt8]) -> Bool { bytes.starts(with: Array("%PDF-".utf8)) }

  static func lines(_ bytes: [UInt8], file: String) throws(ReportError) -> [SourceLine] {
    let program = ChildProcess(
      arguments: ["pdftotext", "-q", "-raw", "-bbox", "-enc", "UTF-8", "-", "-"])
    switch program.run(input: bytes) {
    case .output(let output): return lines(String(decoding: output, as: UTF8.self))
    case .missing:
      throw .unreadable(
        file: file,
        reason: "reading PDF needs the program pdftotext, which is not there; "
          + "install it (apt-get install poppler-utils, or brew install poppler)")
    case .failed:
      throw .unreadable(
        file: file,
        reason: "pdftotext cannot read it; is it damaged, or protected by a password?")
    }
  }

  /// - Parameter boxes: what `pdftotext -raw -bbox` writes.
  static func lines(_ boxes: String) -> [SourceLine] {
    let pages = pages(boxes)
    var layout = PageLayout(isDrawnByCell: PageStream.isDrawnByCell(pages))
    var result: [SourceLine] = []
    var lastRow: Int?
    for (index, words) in pages.enumerated() {
      for line in layout.lines(of: words) {
        if line.continues, let lastRow {
          result[lastRow].text = joined(result[lastRow].text, line)
          continue
        }
        if line.isRow { lastRow = result.count }
        result.append(SourceLine(text: line.text, number: result.count + 1, page: index + 1))
      }
    }
    return result
  }

  private static func pages(_ boxes: String) -> [[PageWord]] {
    var pages: [[PageWord]] = []
    for line in boxes.split(separator: "\n") {
      let line = line.drop { $0 == " " }
      if line.hasPrefix("<page ") {
        pages.append([])
      } else if !pages.isEmpty, var word = PageWord(line) {
        word.order = pages[pages.count - 1].count
        pages[pages.count - 1].append(word)
      }
    }
    return pages.map(\.withoutDoubles)
  }

  /// The cells of a row and of what the next page has of it, column by column.
  private static func joined(_ row: String, _ rest: PageLayout.Line) -> String {
    let (cells, more) = (row[...].cells, rest.text[...].cells)
    return (0..<max(cells.count, more.count)).map { index in
      let parts = [cells, more].map { index < $0.count ? $0[index] : "" }.filter { !$0.isEmpty }
      return parts.joined(separator: rest.cut.contains(index) ? "" : " ")
    }.joined(separator: "\t")
  }
}
