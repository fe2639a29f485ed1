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

  /// The number of a keyword until the dictionary is sorted.
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
