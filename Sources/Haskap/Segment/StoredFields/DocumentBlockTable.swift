/// Where the blocks of documents are, and which documents each of them has.
struct DocumentBlockTable: Sendable {
  /// Of each block, and where the last one ends.
  private let starts: PackedIntegers
  /// The first document of each block, and the number of all.
  private let firsts: PackedIntegers
  private let documentCount: Int

  init(
    _ file: MappedFile, _ directory: inout RecordDecoder, documentCount: Int
  ) throws(FormatError) {
    starts = try PackedIntegers(file, directory.section())
    firsts = try PackedIntegers(file, directory.section())
    self.documentCount = documentCount
    let most = DocumentBlockLayout.mostDocuments
    guard starts.count == firsts.count, count >= (documentCount + most - 1) / most,
      count <= documentCount
    else {
      throw directory.error(
        "blocks of \(documentCount) documents", found: "\(starts.count) and \(firsts.count) numbers"
      )
    }
  }

  var count: Int { starts.count - 1 }

  /// The block that has a document, by doubling steps from the first that may have it (Bentley and
  /// Yao, "An almost optimal algorithm for unbounded searching", 1976).
  func block(of document: Int) throws(FormatError) -> Int {
    guard document >= 0, document < documentCount else {
      throw error("a document below \(documentCount)", "\(document)")
    }
    var block = document / DocumentBlockLayout.mostDocuments
    var step = 1
    while try begins(block + step, at: document) {
      block += step
      step *= 2
    }
    while step > 1 {
      step /= 2
      if try begins(block + step, at: document) { block += step }
    }
    return block
  }

  /// Whether a block is there and does not begin behind a document.
  private func begins(_ block: Int, at document: Int) throws(FormatError) -> Bool {
    guard block < count else { return false }
    return try firsts.value(at: block) <= document
  }

  func documents(of block: Int) throws(FormatError) -> Range<Int> {
    let (first, end) = (try firsts.value(at: block), try firsts.value(at: block + 1))
    guard first >= 0, first < end, end <= documentCount,
      end - first <= DocumentBlockLayout.mostDocuments
    else { throw error("documents of block \(block) in order", "\(first) to \(end)") }
    return Int(first)..<Int(end)
  }

  func bytes(of block: Int) throws(FormatError) -> Range<Int> {
    let (start, end) = (try starts.value(at: block), try starts.value(at: block + 1))
    guard start >= 0, start < end else {
      throw error("the bytes of block \(block) in order", "\(start) to \(end)")
    }
    return Int(start)..<Int(end)
  }

  /// Looks at all blocks: each begins where the one before ends.
  func check() throws(FormatError) {
    var end = 0
    for block in 0..<count {
      let documents = try documents(of: block)
      guard documents.lowerBound == end else {
        throw error("document \(end) in block \(block)", "\(documents.lowerBound)")
      }
      end = documents.upperBound
    }
    guard end == documentCount else { throw error("\(documentCount) documents", "\(end)") }
  }

  private func error(_ expected: String, _ found: String) -> FormatError {
    FormatError(
      file: firsts.file.name, offset: firsts.section.range.lowerBound, expected: expected,
      found: found)
  }
}
