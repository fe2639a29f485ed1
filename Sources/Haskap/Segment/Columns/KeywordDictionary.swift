/// The distinct values of a keyword column in the order of their bytes.
struct KeywordDictionary: Sendable {
  private let file: MappedFile
  private let bytes: Range<Int>
  private let ends: PackedIntegers

  init(_ file: MappedFile, bytes: Range<Int>, ends: PackedIntegers.Section) throws(FormatError) {
    self.file = file
    self.bytes = bytes
    self.ends = try PackedIntegers(file, ends)
  }

  var count: Int { max(0, ends.count - 1) }

  /// The keyword at a place of the order.
  func bytes(at place: Int) throws(FormatError) -> UnsafeRawBufferPointer {
    let range = try range(of: place, ends.value(at: place), ends.value(at: place + 1))
    return try file.verified(
      bytes.lowerBound + range.lowerBound..<bytes.lowerBound + range.upperBound)
  }

  @inline(__always)
  private func range(
    of place: Int, _ start: Int64, _ end: Int64
  ) throws(FormatError) -> Range<Int> {
    guard start >= 0, start <= end, end <= bytes.count else {
      throw FormatError(
        file: file.name, offset: bytes.lowerBound, expected: "keyword \(place) in order",
        found: "\(start) to \(end) of \(bytes.count) bytes")
    }
    return Int(start)..<Int(end)
  }

  /// All keywords for many look-ups: the bytes are checked now, and not again.
  private struct View {
    let dictionary: KeywordDictionary
    private let ends: PackedIntegers.View
    private let bytes: UnsafeRawBufferPointer

    init(_ dictionary: KeywordDictionary) throws(FormatError) {
      self.dictionary = dictionary
      ends = try dictionary.ends.view()
      bytes = try dictionary.file.verified(dictionary.bytes)
    }

    @inline(__always)
    func bytes(at place: Int) throws(FormatError) -> UnsafeRawBufferPointer {
      let range = try dictionary.range(of: place, ends[place], ends[place + 1])
      return UnsafeRawBufferPointer(rebasing: bytes[range])
    }
  }

  func text(at place: Int) throws(FormatError) -> String {
    String(decoding: try bytes(at: place), as: UTF8.self)
  }

  /// Looks at all keywords: each stands once, in the order of the bytes.
  func checkOrder() throws(FormatError) {
    for place in 0..<max(0, count - 1) {
      let (first, second) = (try bytes(at: place), try bytes(at: place + 1))
      guard first.lexicographicallyPrecedes(second) else {
        throw FormatError(
          file: file.name, offset: bytes.lowerBound + Int(try ends.value(at: place)),
          expected: "a keyword above '\(String(decoding: first, as: UTF8.self))'",
          found: "'\(String(decoding: second, as: UTF8.self))'")
      }
    }
  }

  /// The place of the first keyword that does not come before `text`: `count` when all do.
  func lowerBound(_ text: String) throws(FormatError) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if try bytes(at: middle).lexicographicallyPrecedes(text.utf8) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }

  /// Gives the places that another dictionary has of keywords of this one. Both are in order, so each is
  /// looked for behind the last, in steps that double (Bentley and Yao, "An almost optimal algorithm for
  /// unbounded searching", 1976): of many the next is near.
  ///
  /// - Parameter areWanted: by the places of this one.
  func forEachPlace(
    of areWanted: [Bool], in other: KeywordDictionary, _ body: (Int) -> Void
  ) throws(FormatError) {
    let (own, other) = (try View(self), try View(other))
    let count = other.dictionary.count
    var place = 0
    for keyword in areWanted.indices where areWanted[keyword] {
      let text = try own.bytes(at: keyword)
      var step = 1
      while place + step <= count,
        try compareBytes(other.bytes(at: place + step - 1), text) < 0
      {
        place += step
        step *= 2
      }
      var high = min(count, place + step - 1)
      while place < high {
        let middle = (place + high) / 2
        if try compareBytes(other.bytes(at: middle), text) < 0 {
          place = middle + 1
        } else {
          high = middle
        }
      }
      guard place < count else { return }
      if try compareBytes(other.bytes(at: place), text) == 0 { body(place) }
    }
  }

  /// The place of a keyword; nil when there is none that is the same byte by byte.
  func place(of text: String) throws(FormatError) -> Int? {
    let place = try lowerBound(text)
    guard place < count, try bytes(at: place).elementsEqual(text.utf8) else { return nil }
    return place
  }
}
