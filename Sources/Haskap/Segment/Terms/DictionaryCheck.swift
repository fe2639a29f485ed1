/// Reads the dictionary of a field from its bytes alone, trusting none of them.
struct DictionaryCheck {
  let file: MappedFile
  let options: PostingsOptions
  let place: TermDictionaryRow
  private let number: Int
  /// The last term, and where the next one's postings and positions must begin.
  private(set) var term: [UInt8] = []
  private var postings: Int?
  private var positions: Int?
  private var count = 0

  init(_ dictionary: TermDictionary) {
    file = dictionary.file
    options = dictionary.options
    place = dictionary.place
    number = dictionary.number
  }

  /// Gives every term with its entry and the entry's offset.
  mutating func run(
    _ body: ([UInt8], TermInfo, Int) throws(FormatError) -> Void
  ) throws(FormatError) {
    let blocks =
      (place.termCount + TermDictionaryLayout.blockLength - 1)
      / TermDictionaryLayout.blockLength
    guard place.termCount >= 0, place.blockCount == blocks else {
      throw error(
        place.index, "\(blocks) blocks of \(place.termCount) terms", "\(place.blockCount)")
    }
    for block in 0..<blocks { try check(block, body) }
    guard count == place.termCount else {
      throw error(place.start, "\(place.termCount) terms", "\(count)")
    }
  }

  private mutating func check(
    _ block: Int, _ body: ([UInt8], TermInfo, Int) throws(FormatError) -> Void
  ) throws(FormatError) {
    let row = place.index + 4 * block
    let ends = try file.verified(row..<row + 8)
    let start = Int(ends.loadUnaligned(fromByteOffset: 0, as: UInt32.self))
    let end = Int(ends.loadUnaligned(fromByteOffset: 4, as: UInt32.self))
    guard start < end else { throw error(row, "a block of some bytes", "\(start) to \(end)") }
    let bytes = try file.verified(place.start + start..<place.start + end)
    var decoder = RecordDecoder(bytes, file: file.name, at: place.start + start)
    var info = TermInfo()
    info.field = number
    for number in 0..<TermDictionaryLayout.blockLength where !decoder.isAtEnd {
      let offset = place.start + start + decoder.position
      try readTerm(&decoder, isFirst: number == 0, offset)
      if number == 0 { try readPlaces(&decoder, &info) }
      try readInfo(&decoder, &info)
      count += 1
      try body(term, info, offset)
    }
    (postings, positions) = (info.postings.upperBound, info.positions.upperBound)
    guard decoder.isAtEnd else { throw decoder.error("the end of a block", found: "more bytes") }
  }

  private mutating func readTerm(
    _ decoder: inout RecordDecoder, isFirst: Bool, _ offset: Int
  ) throws(FormatError) {
    let shared = isFirst ? 0 : try decoder.integer()
    guard shared <= term.count else {
      throw error(offset, "at most \(term.count) shared bytes", "\(shared)")
    }
    let rest = try decoder.string()
    guard count == 0 || term[shared...].lexicographicallyPrecedes(rest) else {
      throw error(
        offset, "terms in ascending order",
        Self.text(term[..<shared] + rest) + " after " + Self.text(term))
    }
    term.removeSubrange(shared...)
    term.append(contentsOf: rest)
  }

  private mutating func readPlaces(
    _ decoder: inout RecordDecoder, _ info: inout TermInfo
  ) throws(FormatError) {
    let (first, second) = (try decoder.integer(), try decoder.integer())
    guard first == postings ?? first, second == positions ?? second else {
      throw decoder.error("postings and positions that follow each other", found: "a gap")
    }
    info.postings = first..<first
    info.positions = second..<second
  }

  private func readInfo(
    _ decoder: inout RecordDecoder, _ info: inout TermInfo
  ) throws(FormatError) {
    info.documentFrequency = try decoder.integer()
    let more = options.frequencies ? try decoder.integer() : 0
    info.totalFrequency = info.documentFrequency.addingReportingOverflow(more).partialValue
    info.postings = try Self.range(after: info.postings, &decoder)
    if options.positions { info.positions = try Self.range(after: info.positions, &decoder) }
  }

  private static func range(
    after range: Range<Int>, _ decoder: inout RecordDecoder
  ) throws(FormatError) -> Range<Int> {
    let (end, overflow) = range.upperBound.addingReportingOverflow(try decoder.integer())
    guard !overflow else { throw decoder.error("a length", found: "a number of 63 bits") }
    return range.upperBound..<end
  }

  static func text(_ term: some Sequence<UInt8>) -> String {
    "'\(String(decoding: Array(term), as: UTF8.self))'"
  }

  private func error(_ offset: Int, _ expected: String, _ found: String) -> FormatError {
    FormatError(file: file.name, offset: offset, expected: expected, found: found)
  }
}
