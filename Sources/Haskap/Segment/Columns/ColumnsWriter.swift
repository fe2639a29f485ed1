/// Gathers the columns of a segment in memory and writes them.
///
/// Layout of the file, column by column: for keywords the dictionary, which is the distinct values
/// in the order of their bytes, one after the other, and packed integers with the end of each;
/// then, unless every document has exactly one value, packed integers with the place of each
/// document's first value and the number of all values; then the values, packed, keywords as
/// their places in the dictionary. The directory at the end of the file tells for each column its
/// field and these sections.
final class ColumnsWriter {
  private var columns: [Int: ColumnBuffer] = [:]
  private var documentCount = 0

  init(fields: [Field]) {
    for (index, field) in fields.enumerated() where field.hasColumn {
      columns[index] = ColumnBuffer(isKeyword: field.kind == .keyword)
    }
  }

  /// About the memory in use, in bytes.
  var byteCount: Int { columns.values.reduce(0) { $0 + $1.byteCount } }

  /// Begins the next document; the values that follow are its own.
  func beginDocument() {
    for column in columns.values { column.beginDocument() }
    documentCount += 1
  }

  func append(_ integer: Int64, field: Int) { columns[field]?.append(integer) }

  func append(_ keyword: String, field: Int) {
    guard let column = columns[field] else { return }
    column.append(column.intern(keyword))
  }

  /// The buffer of a field, for a merge that appends values by their numbers.
  func column(_ field: Int) -> ColumnBuffer? { columns[field] }

  func finish(_ files: SegmentFiles) throws(StorageError) {
    let file = try files.writer(.columns)
    var directory = RecordEncoder()
    directory.append(documentCount)
    directory.append(columns.count)
    for (field, column) in columns.sorted(by: { $0.key < $1.key }) {
      directory.append(field)
      try column.write(to: file, &directory)
    }
    try file.append(directory: directory)
    try files.finish(file)
  }
}

/// One column while it is gathered: the values in the order in which they come.
final class ColumnBuffer {
  private let isKeyword: Bool
  private var starts: [Int64] = []
  private var values: [Int64] = []
  private var numbers: [ExactString: Int64] = [:]
  private var keywords: [ExactString] = []
  private var keywordBytes = 0

  init(isKeyword: Bool) { self.isKeyword = isKeyword }

  /// A dictionary's entry costs about 64 bytes beside its text, which both tables share.
  var byteCount: Int { (starts.count + values.count) * 8 + keywords.count * 64 + keywordBytes }

  func beginDocument() { starts.append(Int64(values.count)) }

  func append(_ value: Int64) { values.append(value) }

  /// The number that stands for a keyword until the dictionary is sorted.
  func intern(_ keyword: String) -> Int64 {
    let exact = ExactString(keyword)
    if let number = numbers[exact] { return number }
    let number = Int64(keywords.count)
    numbers[exact] = number
    keywords.append(exact)
    keywordBytes += keyword.utf8.count
    return number
  }

  func write(to file: FileWriter, _ directory: inout RecordEncoder) throws(StorageError) {
    directory.append(isKeyword)
    if isKeyword { try writeDictionary(to: file, &directory) }
    let isPlain = starts.indices.allSatisfy { starts[$0] == $0 } && values.count == starts.count
    directory.append(isPlain)
    if !isPlain {
      directory.append(try PackedIntegers.write(starts + [Int64(values.count)], to: file))
    }
    directory.append(try PackedIntegers.write(values, to: file))
  }

  /// Writes the keywords in order, and turns the values into places in that order.
  private func writeDictionary(
    to file: FileWriter, _ directory: inout RecordEncoder
  ) throws(StorageError) {
    let order = keywords.indices.sorted { keywords[$0] < keywords[$1] }
    var places = [Int64](repeating: 0, count: order.count)
    var ends: [Int64] = [0]
    directory.append(file.offset)
    for (place, number) in order.enumerated() {
      places[number] = Int64(place)
      let text = Array(keywords[number].text.utf8)
      try file.append(text)
      ends.append((ends.last ?? 0) + Int64(text.count))
    }
    directory.append(file.offset)
    directory.append(try PackedIntegers.write(ends, to: file))
    values = values.map { places[Int($0)] }
  }
}
