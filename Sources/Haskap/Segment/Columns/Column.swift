/// One column: the values of each document, and for keywords what they stand for.
struct Column: Sendable {
  let documentCount: Int
  /// The keywords in order; nil for a column of integers.
  let keywords: KeywordDictionary?
  private let starts: PackedIntegers?
  private let values: PackedIntegers
  /// The numbers that a value may be, of a column of numbers.
  private let numbers: ClosedRange<Int64>

  /// - Parameter numbers: that a value may be; nil for a column of keywords.
  init(
    _ file: MappedFile, _ directory: inout RecordDecoder, documentCount: Int,
    numbers: ClosedRange<Int64>?
  ) throws(FormatError) {
    self.documentCount = documentCount
    self.numbers = numbers ?? Int64.min...Int64.max
    keywords =
      try directory.flag()
      ? KeywordDictionary(file, bytes: directory.range(), ends: directory.section()) : nil
    guard (keywords == nil) == (numbers != nil) else {
      throw directory.error("values of the field's kind", found: "others")
    }
    starts = try directory.flag() ? nil : PackedIntegers(file, directory.section())
    values = try PackedIntegers(file, directory.section())
    guard starts?.count ?? (values.count + 1) == documentCount + 1 else {
      throw directory.error(
        "values of \(documentCount) documents", found: "of \(starts?.count ?? values.count)")
    }
  }

  /// The column with every byte checked, for loops over many documents.
  func view() throws(FormatError) -> View {
    View(
      file: values.file.name, starts: try starts?.view(), values: try values.view(),
      numbers: numbers, keywordCount: keywords?.count)
  }

  struct View: Sendable {
    private let file: String
    private let starts: PackedIntegers.View?
    private let values: PackedIntegers.View
    /// The least and the greatest number that a value may be.
    private let least: Int64
    private let greatest: Int64
    private let isKeyword: Bool

    /// - Parameter keywordCount: nil for a column of numbers.
    init(
      file: String, starts: PackedIntegers.View?, values: PackedIntegers.View,
      numbers: ClosedRange<Int64>, keywordCount: Int?
    ) {
      self.file = file
      self.starts = starts
      self.values = values
      isKeyword = keywordCount != nil
      least = isKeyword ? 0 : numbers.lowerBound
      greatest = keywordCount.map { Int64($0) - 1 } ?? numbers.upperBound
    }

    /// The indices of a document's values.
    @inline(__always)
    func range(of document: Int) throws(FormatError) -> Range<Int> {
      guard let starts else { return document..<document + 1 }
      return try range(of: document, from: Int(starts[document]), to: Int(starts[document + 1]))
    }

    @inline(__always)
    private func range(
      of document: Int, from start: Int, to end: Int
    ) throws(FormatError) -> Range<Int> {
      guard start >= 0, start <= end, end <= values.count else {
        throw FormatError(
          file: file, offset: 0, expected: "values of document \(document) in order",
          found: "\(start) to \(end) of \(values.count)")
      }
      return start..<end
    }

    /// An integer, or the place of a keyword in the dictionary.
    @inline(__always)
    func value(at index: Int) throws(FormatError) -> Int64 { try checked(values[index]) }

    @inline(__always)
    private func checked(_ value: Int64) throws(FormatError) -> Int64 {
      guard value >= least, value <= greatest else {
        throw FormatError(
          file: file, offset: 0,
          expected: "a \(isKeyword ? "keyword" : "value") from \(least) to \(greatest)",
          found: "\(value)")
      }
      return value
    }

    /// Gives some documents with their values.
    ///
    /// - Parameters:
    ///   - word: the documents as bits.
    ///   - start: the first document that a bit may stand for, a multiple of 64.
    @inline(__always)
    func forEachValue(
      of word: UInt64, from start: Int, _ body: (_ document: Int, Int64) -> Void
    ) throws(FormatError) {
      guard word != 0 else { return }
      var rest = word
      if let starts {
        var (starts, values) = (starts.cursor, values.cursor)
        while rest != 0 {
          let document = start &+ rest.trailingZeroBitCount
          let range = try range(
            of: document, from: Int(starts[document]), to: Int(starts[document &+ 1]))
          for index in range { body(document, try checked(values[index])) }
          rest &= rest &- 1
        }
        return
      }
      let block = values.block(of: start...start &+ 63 &- word.leadingZeroBitCount)
      while rest != 0 {
        let document = start &+ rest.trailingZeroBitCount
        body(document, try checked(block[document]))
        rest &= rest &- 1
      }
    }

    /// A range that holds all values, not always the smallest; nil when there are none.
    var bounds: ClosedRange<Int64>? {
      isKeyword ? 0...max(0, greatest) : values.bounds
    }

    /// The first value of a document; the values are in the order in which they were given.
    @inline(__always)
    func first(of document: Int) throws(FormatError) -> Int64? {
      let range = try range(of: document)
      return range.isEmpty ? nil : try value(at: range.lowerBound)
    }
  }
}
