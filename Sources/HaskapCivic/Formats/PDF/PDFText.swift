/// The text of a PDF as lines, its tables as rows of cells.
///
/// Words and their boxes come from poppler's `pdftotext`, a program of its own: a damaged or hostile
/// PDF harms nothing but that. They come in the order in which the file draws them.
enum PDFText {
  static func isPDF(_ bytes: [UInt8]) -> Bool { bytes.starts(with: Array("%PDF-".utf8)) }

  private static let program = ChildProcess(
    arguments: ["pdftotext", "-q", "-raw", "-bbox", "-enc", "UTF-8", "-", "-"])

  static func lines(
    _ bytes: [UInt8], file: String, by program: ChildProcess = program
  ) throws(ReportError) -> [SourceLine] {
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
    case .tookTooLong(let time):
      throw .unreadable(
        file: file,
        reason: "pdftotext was ended, which had not read it after "
          + "\(time.components.seconds) seconds; cut the file into several, or save its text")
    case .wroteTooMuch(let size):
      throw .unreadable(
        file: file,
        reason: "pdftotext was ended, which wrote more than \(size >> 20) MiB of it; "
          + "cut the file into several, or save its text")
    }
  }

  /// - Parameter boxes: what `pdftotext -raw -bbox` writes.
  static func lines(_ boxes: String) -> [SourceLine] {
    let pages = pages(boxes)
    let order = DrawingOrder.of(pages)
    let isStream = order == .rows && PageStream.isDrawnByCell(pages)
    var layout = PageLayout(isStream ? .cells : .lines, isByCell: order != .lines)
    var last = (page: -1, number: 0)
    return layout.lines(of: pages).map { page, line in
      if page != last.page { last = (page, 0) }
      // Blank lines part paragraphs, and nobody counts them.
      if !line.text.isBlank { last.number += 1 }
      return SourceLine(text: line.text, number: max(1, last.number), page: page + 1)
    }
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
}
