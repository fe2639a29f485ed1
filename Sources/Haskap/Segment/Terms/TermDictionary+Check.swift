/// What the numbers of a dictionary must keep below.
struct TermLimits: Hashable, Sendable {
  var documentCount = Int.max
  /// The bytes that postings and positions may take in their files.
  var postings = 0..<Int.max
  var positions = 0..<Int.max
}

extension TermDictionary {
  /// Looks at a block when it is first touched: lengths end inside the block, no term shares more
  /// than the one before has, postings and positions lie in their files.
  @inline(__always)
  func checkOnce(_ bytes: UnsafeRawBufferPointer, ofBlock block: Int) throws(FormatError) {
    try checked.once(block) { () throws(FormatError) in try check(bytes, ofBlock: block) }
  }

  private func check(
    _ bytes: UnsafeRawBufferPointer, ofBlock block: Int
  ) throws(FormatError) {
    var record = RecordDecoder(bytes, file: file.name, at: place.start)
    var length = 0
    var info = TermInfo()
    let count = min(
      TermDictionaryLayout.blockLength, place.termCount - block * TermDictionaryLayout.blockLength)
    for number in 0..<count {
      let shared = number == 0 ? 0 : try record.integer()
      guard shared <= length else {
        throw record.error("at most \(length) shared bytes", found: "\(shared)")
      }
      length = shared + (try record.raw().count)
      if number == 0 { try readPlaces(&record, &info) }
      try readInfo(&record, &info)
    }
    guard record.isAtEnd else { throw record.error("the end of a block", found: "more bytes") }
  }

  private func readPlaces(
    _ record: inout RecordDecoder, _ info: inout TermInfo
  ) throws(FormatError) {
    let (postings, positions) = (try record.integer(), try record.integer())
    guard postings >= limits.postings.lowerBound, positions >= limits.positions.lowerBound else {
      throw record.error("places in the files", found: "\(postings) and \(positions)")
    }
    info.postings = postings..<postings
    info.positions = positions..<positions
  }

  private func readInfo(
    _ record: inout RecordDecoder, _ info: inout TermInfo
  ) throws(FormatError) {
    let documents = try record.integer()
    guard documents > 0, documents <= limits.documentCount else {
      throw record.error("1 to \(limits.documentCount) documents", found: "\(documents)")
    }
    let more = options.frequencies ? try record.integer() : 0
    guard more < 1 << 48 else { throw record.error("fewer occurrences", found: "\(more)") }
    info.postings = try range(after: info.postings, in: limits.postings, &record)
    guard options.positions else { return }
    info.positions = try range(after: info.positions, in: limits.positions, &record)
  }

  private func range(
    after range: Range<Int>, in limits: Range<Int>, _ record: inout RecordDecoder
  ) throws(FormatError) -> Range<Int> {
    let (end, overflow) = range.upperBound.addingReportingOverflow(try record.integer())
    guard !overflow, end <= limits.upperBound else {
      throw record.error("an end up to \(limits.upperBound)", found: "\(end)")
    }
    return range.upperBound..<end
  }
}
