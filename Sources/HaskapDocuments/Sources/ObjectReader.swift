/// Cuts a file of JSON into its objects: those of an array, or objects that follow each other, each
/// over as many lines as it likes. What an object holds is for others to check.
final class ObjectReader {
  private let bytes: ByteReader
  private let isArray: Bool
  /// The line on which the object that was read last begins, from 1.
  private(set) var number = 1
  /// The line that has been come to.
  private var line = 1
  private var count = 0
  private var isClosed = false

  /// - Parameter isArray: whether the objects stand in brackets with commas between them.
  init(_ bytes: ByteReader, isArray: Bool) throws {
    (self.bytes, self.isArray) = (bytes, isArray)
    if isArray { _ = try take("[") }
  }

  /// Replaces what `object` holds by the next object. False at the end of the file.
  ///
  /// - Throws: `InputError` where something else than objects stands there.
  func next(into object: inout [UInt8]) throws -> Bool {
    object.removeAll(keepingCapacity: true)
    if isArray, try isAtEndOfArray() { return false }
    guard let byte = try nextByte() else {
      if isArray { throw error("an object or ']'") }
      return false
    }
    number = line
    guard byte == UInt8(ascii: "{") else { throw error("an object { … }") }
    try collect(into: &object)
    count += 1
    return true
  }

  private func isAtEndOfArray() throws -> Bool {
    if isClosed { return true }
    if try take("]") {
      guard try nextByte() == nil else { throw error("nothing after the array") }
      isClosed = true
      return true
    }
    if count > 0, try !take(",") { throw error("',' or ']'") }
    return false
  }

  /// Copies bytes up to the bracket that closes the object.
  private func collect(into object: inout [UInt8]) throws {
    var (depth, isString, isEscaped) = (0, false, false)
    while true {
      let part = try bytes.peek()
      guard !part.isEmpty else { throw error("'}'") }
      var end: Int?
      for place in part.indices {
        let byte = part[place]
        if byte == 0x0A { line += 1 }
        if isEscaped {
          isEscaped = false
        } else if isString {
          if byte == 0x22 { isString = false } else if byte == 0x5C { isEscaped = true }
        } else if byte == 0x22 {
          isString = true
        } else if byte == 0x7B || byte == 0x5B {
          depth += 1
        } else if byte == 0x7D || byte == 0x5D {
          depth -= 1
          if depth == 0 {
            end = place + 1
            break
          }
        }
      }
      object.append(contentsOf: part[..<(end ?? part.endIndex)])
      bytes.skip((end ?? part.endIndex) - part.startIndex)
      if end != nil { return }
      guard object.count <= LineReader.longestLine else {
        throw error("a document of at most \(LineReader.longestLine >> 20) MiB")
      }
    }
  }

  /// The next byte that is no space, not taken; nil at the end.
  private func nextByte() throws -> UInt8? {
    while true {
      let part = try bytes.peek()
      guard !part.isEmpty else { return nil }
      let end = part.firstIndex { ![0x20, 0x09, 0x0A, 0x0D].contains($0) } ?? part.endIndex
      line += part[..<end].count { $0 == 0x0A }
      bytes.skip(end - part.startIndex)
      if end < part.endIndex { return part[end] }
    }
  }

  private func take(_ sign: Unicode.Scalar) throws -> Bool {
    guard try nextByte() == UInt8(ascii: sign) else { return false }
    bytes.skip(1)
    return true
  }

  private func error(_ expected: String) -> InputError {
    InputError(
      description: "\(bytes.path):\(line): expected \(expected) in a file of JSON; "
        + "write its documents as [{\"id\": \"1\"}, {\"id\": \"2\"}]")
  }
}
