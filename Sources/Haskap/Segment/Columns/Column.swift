/// One column: the values of each document, and for keywords what they stand for.
struct Column: Sendable {
  let documentCount: Int
  /// The keywords in order; nil for a column of integers.
  let keywords: KeywordDictionary?
  private let starts: PackedIntegers?
  private let values: PackedIntegers

  init(
    _ file: MappedFile, _ directory: inout RecordDecoder, documentCount: Int
  ) throws(FormatError) {
    self.documentCount = documentCount
    keywords =
      try directory.flag()
      ? KeywordDictionary(file, bytes: directory.range(), ends: directory.section()) : nil
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
      keywordCount: keywords?.count)
  }

  struct View: Sendable {
    private let file: String
    private let starts: PackedIntegers.View?
    private let values: PackedIntegers.View
    /// How many keywords there are, for a column of keywords.
    private let keywordCount: Int?

    init(
      file: String, starts: PackedIntegers.View?, values: PackedIntegers.View, keywordCount: Int?
    ) {
      self.file = file
      self.starts = starts
      self.values = values
      self.keywordCount = keywordCount
    }

    /// The indices of a document's values.
    @inline(__always)
    func range(of document: Int) throws(FormatError) -> Range<Int> {
      guard let starts else { return document..<document + 1 }
      let start = Int(starts[document])
      let end = Int(starts[document + 1])
      guard start >= 0, start <= end, end <= values.count else {
        throw FormatError(
          file: file, offset: 0, expected: "values of document \(document) in order",
          found: "\(start) to \(end) of \(values.count)")
      }
      return start..<end
    }

    /// An integer, or the place of a keyword in the dictionary.
    @inline(__always)
    func value(at index: Int) throws(FormatError) -> Int64 {
      let value = values[index]
      if let keywordCount, value < 0 || value >= keywordCount {
        throw FormatError(
          file: file, offset: 0, expected: "a keyword below \(keywordCount)", found: "\(value)")
      }
      return value
    }

    /// A range that holds all values, not always the smallest; nil when there are none.
    var bounds: ClosedRange<Int64>? {
      keywordCount.map { 0...Int64(max(0, $0 - 1)) } ?? values.bounds
    }

    /// The first value of a document; the values are in the order in which they were given.
    @inline(__always)
    func first(of document: Int) throws(FormatError) -> Int64? {
      let range = try range(of: document)
      return range.isEmpty ? nil : try value(at: range.lowerBound)
    }
  }
}
