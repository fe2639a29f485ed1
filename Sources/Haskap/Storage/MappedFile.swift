internal import CLibrary
internal import Synchronization

/// One file of the index, mapped for reading. Its bytes are checked before they are first used.
///
/// Opening reads the header and the footer alone. Each chunk of the body is compared with its
/// checksum when a range in it is first asked for; a bit set by all threads remembers which
/// chunks have passed, so that every later look costs one load.
final class MappedFile: @unchecked Sendable {  // The map is read-only; the bits are atomic.
  /// As errors name it.
  let name: String
  /// The offsets of the body: all bytes between header and footer.
  let body: Range<Int>
  /// The root checksum, and with it the identity of every byte.
  let record: FileRecord
  private let bytes: UnsafeRawBufferPointer
  private let chunkCount: Int
  private let passed: UnsafeMutablePointer<Atomic<UInt64>>

  /// - Parameter record: what the manifest says of the file; nil only for the manifest itself.
  init(
    _ directory: IndexDirectory, name: String, kind: FileKind, segment: UInt64,
    record: FileRecord?
  ) throws {
    let bytes = try Self.map(directory, name)
    let label = directory.label(of: name)
    do throws(FormatError) {
      let frame = Frame(name: label, bytes: bytes, kind: kind, segment: segment)
      try frame.checkHeader()
      let bodyEnd = try frame.checkedBodyEnd()
      let root = try frame.checkedRoot(bodyEnd: bodyEnd)
      self.record = FileRecord(name: name, length: bytes.count, checksum: root)
      if let record { try frame.check(self.record, against: record) }
      body = FileLayout.headerLength..<bodyEnd
    } catch {
      munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
      throw error
    }
    self.name = label
    self.bytes = bytes
    chunkCount = FileLayout.chunkCount(bodyEnd: body.upperBound)
    passed = .allocate(capacity: (chunkCount + 63) / 64)
    for word in 0..<(chunkCount + 63) / 64 { (passed + word).initialize(to: Atomic(0)) }
  }

  deinit {
    passed.deinitialize(count: (chunkCount + 63) / 64)
    passed.deallocate()
    munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
  }

  /// The bytes at these offsets, checked. Valid as long as the file object lives.
  ///
  /// A range outside the body is an error of the format too: it can only come from an offset that
  /// was read from disk.
  func verified(_ range: Range<Int>) throws(FormatError) -> UnsafeRawBufferPointer {
    guard range.lowerBound >= body.lowerBound, range.upperBound <= body.upperBound else {
      throw FormatError(
        file: name, offset: range.lowerBound,
        expected: "a range inside \(body.lowerBound)..<\(body.upperBound)",
        found: "\(range.lowerBound)..<\(range.upperBound)")
    }
    let result = UnsafeRawBufferPointer(
      start: bytes.baseAddress.unsafelyUnwrapped + range.lowerBound, count: range.count)
    guard !range.isEmpty else { return result }
    let last = (range.upperBound - 1) >> FileLayout.chunkBits
    for chunk in range.lowerBound >> FileLayout.chunkBits...last where !hasPassed(chunk) {
      try check(chunk)
    }
    return result
  }

  /// Checks every chunk, those that have passed before as well.
  func verifyAll() throws(FormatError) {
    for chunk in 0..<chunkCount { try check(chunk) }
  }

  @inline(__always)
  private func hasPassed(_ chunk: Int) -> Bool {
    passed[chunk >> 6].load(ordering: .acquiring) & (1 &<< UInt64(chunk & 63)) != 0
  }

  private func check(_ chunk: Int) throws(FormatError) {
    let start = chunk << FileLayout.chunkBits
    let end = min(start + FileLayout.chunkLength, body.upperBound)
    let found = Checksum.of(UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
    let expected = UInt64(
      littleEndian: bytes.loadUnaligned(
        fromByteOffset: body.upperBound + 8 * chunk, as: UInt64.self))
    guard found == expected else {
      throw FormatError(
        file: name, offset: start, expected: "checksum \(hex(expected)) of \(end - start) bytes",
        found: hex(found))
    }
    passed[chunk >> 6].bitwiseOr(1 &<< UInt64(chunk & 63), ordering: .releasing)
  }

  private static func map(
    _ directory: IndexDirectory, _ name: String
  ) throws -> UnsafeRawBufferPointer {
    let file = try directory.open(name)
    let length = Int(file.status()?.st_size ?? 0)
    guard length >= FileLayout.headerLength + FileLayout.trailerLength else {
      throw FormatError(
        file: directory.label(of: name), offset: length,
        expected: "at least a header and a footer",
        found: "the end of the file")
    }
    let start = mmap(nil, length, PROT_READ, MAP_SHARED, file.number, 0)
    guard let start, start != MAP_FAILED else {
      throw StorageError(.map, directory.path(of: name), code: errno)
    }
    return UnsafeRawBufferPointer(start: start, count: length)
  }
}

/// The checks of a file's header and footer.
private struct Frame {
  let name: String
  let bytes: UnsafeRawBufferPointer
  /// What the header must be.
  let header: FileHeader

  init(name: String, bytes: UnsafeRawBufferPointer, kind: FileKind, segment: UInt64) {
    self.name = name
    self.bytes = bytes
    header = FileHeader(kind: kind, segment: segment)
  }

  private func word(at offset: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  func checkHeader() throws(FormatError) {
    for index in 0..<FileHeader.wordCount where word(at: 8 * index) != header[index] {
      let found = word(at: 8 * index)
      if let version = header.otherVersion(found, in: index) {
        throw FormatError(
          file: name, offset: 8 * index, expected: "version \(FileLayout.version) of the format",
          found: "version \(version)")
      }
      throw FormatError(
        file: name, offset: 8 * index,
        expected: "\(header.meaning(of: index)) (\(hex(header[index])))", found: hex(found))
    }
  }

  func checkedBodyEnd() throws(FormatError) -> Int {
    let offset = bytes.count - FileLayout.trailerLength
    guard let bodyEnd = Int(exactly: word(at: offset)), bodyEnd >= FileLayout.headerLength,
      bodyEnd <= offset, FileLayout.fileLength(bodyEnd: bodyEnd) == bytes.count
    else {
      throw FormatError(
        file: name, offset: offset, expected: "an end of the body that fits \(bytes.count) bytes",
        found: "\(word(at: offset))")
    }
    return bodyEnd
  }

  func checkedRoot(bodyEnd: Int) throws(FormatError) -> UInt64 {
    let end = bytes.count - 8
    let found = Checksum.of(UnsafeRawBufferPointer(rebasing: bytes[bodyEnd..<end]))
    guard found == word(at: end) else {
      throw FormatError(
        file: name, offset: bodyEnd, expected: "a footer of checksum \(hex(word(at: end)))",
        found: hex(found))
    }
    return found
  }

  func check(_ found: FileRecord, against expected: FileRecord) throws(FormatError) {
    guard found != expected else { return }
    throw FormatError(
      file: name, offset: bytes.count - 8,
      expected: "\(expected.length) bytes of checksum \(hex(expected.checksum)) as in the manifest",
      found: "\(found.length) of \(hex(found.checksum))")
  }
}

private func hex(_ value: UInt64) -> String { "0x" + String(value, radix: 16) }
