/// The text of a PDF as lines, its tables as rows of cells.
///
/// Words and their boxes come from poppler's `pdftotext`, a program of its own: a damaged or hostile
/// PDF harms nothing but that.
enum PDFText {
  static func isPDF(_ bytes: [UInt8]) -> Bool { bytes.starts(with: Array("%PDF-".utf8)) }

  static func lines(_ bytes: [UInt8], file: String) throws(ReportError) -> [SourceLine] {
    let program = ChildProcess(arguments: ["pdftotext", "-q", "-tsv", "-enc", "UTF-8", "-", "-"])
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

  /// - Parameter table: what `pdftotext -tsv` writes.
  static func lines(_ table: String) -> [SourceLine] {
    var layout = PageLayout()
    var result: [SourceLine] = []
    for (page, words) in pages(table) {
      for line in layout.lines(of: words) {
        if line.continues, let last = result.indices.last {
          result[last].text = PageLayout.joined(result[last].text, line.text)
        } else {
          result.append(SourceLine(text: line.text, number: result.count + 1, page: page))
        }
      }
    }
    return result
  }

  private static func pages(_ table: String) -> [(page: Int, words: [PageWord])] {
    var pages: [(page: Int, words: [PageWord])] = []
    for line in table.split(separator: "\n") {
      let cells = line.split(separator: "\t", maxSplits: 11, omittingEmptySubsequences: false)
      guard cells.count == 12, let page = Int(cells[1]) else { continue }
      if pages.last?.page != page { pages.append((page, [])) }
      guard cells[0] == "5", let word = PageWord(cells) else { continue }
      pages[pages.count - 1].words.append(word)
    }
    return pages
  }
}

/// A word on a page, in points from the upper left corner.
struct PageWord {
  var text: String
  var left: Double
  var right: Double
  /// The middle of its height: boxes are higher than letters, by as much above as below.
  var middle: Double

  var middleAcross: Double { (left + right) / 2 }

  init(text: String, left: Double, right: Double, middle: Double) {
    (self.text, self.left, self.right, self.middle) = (text, left, right, middle)
  }

  /// - Parameter cells: a line of `pdftotext -tsv`.
  fileprivate init?(_ cells: [Substring]) {
    guard let left = Double(cells[6]), let top = Double(cells[7]), let width = Double(cells[8]),
      let height = Double(cells[9]), cells[11].contains(where: { !$0.isWhitespace })
    else { return nil }
    self.init(
      text: String(cells[11]), left: left, right: left + width, middle: top + height / 2)
  }
}
