internal import CLibrary
internal import HaskapText

/// Reads the bytes of a file of any size through a buffer. What `gzip` (RFC 1952) or `zstd` (RFC
/// 8878) has packed is unpacked, one member after another too, whatever the file is called; Japanese
/// text in another encoding becomes UTF-8.
package final class ByteReader {
  package let path: String
  private let descriptor: Int32
  /// How many bytes of the file itself have been read.
  private var readCount = 0
  private var unpacker: Unpacker?
  private var buffer = [UInt8](repeating: 0, count: ByteReader.partLength)
  /// The part of the buffer that was read and not yet taken.
  private var rest = 0..<0
  private var isAtStart = true

  private static let partLength = 1 << 18
  /// A file in another encoding is held in memory as a whole.
  private static let longestForeign = 1 << 30

  /// - Parameter path: `-` is standard input.
  /// - Throws: `InputError` where the file cannot be read.
  package init(path: String) throws {
    self.path = path
    descriptor = path == "-" ? dup(STDIN_FILENO) : try InputFile.open(path)
    guard descriptor >= 0 else { throw InputFile.cannotRead(path) }
  }

  deinit { close(descriptor) }

  /// How far it has come in percent; nil where the size of the file is not known beforehand.
  package var percent: Int? {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > 0
    else { return nil }
    return min(100, readCount * 100 / Int(status.st_size))
  }

  /// The bytes that come next, at least one; empty at the end.
  ///
  /// - Throws: `InputError` where the file cannot be read, or is damaged.
  package func peek() throws -> ArraySlice<UInt8> {
    if rest.isEmpty { try fill() }
    return buffer[rest]
  }

  /// Goes on by so many of the bytes that `peek` gave.
  package func skip(_ count: Int) {
    rest = min(rest.lowerBound + count, rest.upperBound)..<rest.upperBound
  }

  /// Reads the next part of the file. At its beginning it finds out what kind of file it is, and
  /// passes over a byte order mark.
  private func fill() throws {
    guard isAtStart else {
      rest = 0..<(try read())
      return
    }
    isAtStart = false
    var count = try read()
    unpacker = Unpacker(start: buffer[..<count])
    if unpacker != nil { count = try read() }
    rest = 0..<count
    if let encoding = ForeignText.encoding(
      of: buffer[rest], isWhole: unpacker == nil && count < buffer.count)
    {
      try decode(as: encoding)
    }
    if buffer[rest].starts(with: [0xEF, 0xBB, 0xBF]) { rest = 3..<rest.upperBound }
  }

  /// - Returns: how many bytes of the buffer were read; 0 at the end.
  private func read() throws -> Int {
    guard let unpacker else { return try readFile(into: &buffer) }
    do {
      return try unpacker.unpack(into: &buffer) {
        var packed = [UInt8](repeating: 0, count: Self.partLength)
        let count = try readFile(into: &packed)
        return Array(packed[..<count])
      }
    } catch let damage as UnpackingDamage {
      throw InputError(
        description:
          "\(path): is damaged or cut off as a \(unpacker.formatName) file (\(damage.reason)); "
          + "pack it again")
    }
  }

  private func readFile(into buffer: inout [UInt8]) throws -> Int {
    // A pipe gives little at a time; what a file is shows in its first bytes, so they are filled up.
    var filled = 0
    while filled < buffer.count {
      let count = buffer.withUnsafeMutableBytes {
        CLibrary.read(descriptor, $0.baseAddress! + filled, $0.count - filled)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw InputFile.cannotRead(path) }
      if count == 0 { break }
      filled += count
    }
    readCount += filled
    return filled
  }
}

extension ByteReader {
  /// Replaces the buffer by the whole file in UTF-8.
  private func decode(as encoding: TextEncoding) throws {
    var whole = Array(buffer[rest])
    while true {
      let count = try read()
      if count == 0 { break }
      whole.append(contentsOf: buffer[..<count])
      guard whole.count <= Self.longestForeign else {
        throw InputError(
          description: "\(path): is in \(encoding.rawValue) and larger than "
            + "\(Self.longestForeign >> 30) GiB; convert it by iconv -f \(encoding.rawValue) -t UTF-8"
        )
      }
    }
    buffer = ForeignText.utf8(whole, from: encoding)
    rest = 0..<buffer.count
    // Reading goes on, to find the end.
    if buffer.isEmpty { buffer = [0] }
  }
}
