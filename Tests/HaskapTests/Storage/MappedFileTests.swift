import HaskapTestSupport
import Testing

@testable import Haskap

@Suite struct MappedFileTests {
  let folder = TemporaryFolder()
  var directory: IndexDirectory { IndexDirectory(path: folder.path) }

  func write(_ body: [UInt8], segment: UInt64 = 7) throws -> FileRecord {
    let files = SegmentFiles(directory, segment: segment)
    try directory.remove("7.terms")
    let writer = try files.writer(.terms)
    try writer.append(body)
    try files.finish(writer)
    return try #require(files.records[.terms])
  }

  func read(_ record: FileRecord) throws -> [UInt8] {
    let file = try SegmentFiles(directory, segment: 7, records: [.terms: record]).mapped(.terms)
    return try Array(file.verified(file.body))
  }

  @Test(arguments: [0, 1, 7, 8, 65_511, 65_512, 65_513, 200_000])
  func roundTrip(length: Int) throws {
    let body = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 131 >> 3) }
    let read = try read(write(body))
    #expect(read.starts(with: body))
    #expect(read.count - length < 8, "padded to a multiple of eight at most")
  }

  @Test func integersAndAlignment() throws {
    let writer = try FileWriter(directory, name: "7.terms", kind: .terms, segment: 7)
    try writer.append([1, 2, 3])
    try writer.append(0x0102_0304 as UInt32)
    try writer.align(to: 64)
    #expect(writer.offset == 64)
    try writer.append(-2 as Int16)
    let bytes = try read(writer.finish())
    #expect(bytes.prefix(7) == [1, 2, 3, 4, 3, 2, 1])
    #expect(bytes[40...41] == [0xfe, 0xff])
  }

  /// An integer that lies across the edge of the buffer takes another path than the others.
  @Test func integerAcrossChunks() throws {
    let writer = try FileWriter(directory, name: "7.terms", kind: .terms, segment: 7)
    try writer.append([UInt8](repeating: 9, count: FileLayout.chunkLength - 24 - 3))
    try writer.append(0x0102_0304_0506_0708 as UInt64)
    try writer.append(-2 as Int64)
    let bytes = try read(writer.finish())
    let start = FileLayout.chunkLength - 24 - 3
    #expect(bytes[start..<start + 8] == [8, 7, 6, 5, 4, 3, 2, 1])
    #expect(bytes[start + 8..<start + 16] == [0xfe, 255, 255, 255, 255, 255, 255, 255])
  }

  @Test func anotherVersionIsToldAsSuch() throws {
    let record = try write([1])
    let path = directory.path(of: record.name)
    var bytes = contents(of: path)
    bytes[12] = 1
    HaskapTestSupport.write(bytes, to: path)
    let error = #expect(throws: FormatError.self) { try read(record) }
    #expect(error?.expected == "version \(FileLayout.version) of the format")
    #expect(error?.found == "version 1")
    #expect(error?.remedy.hasPrefix("build the index again") == true)
  }

  @Test func everyFlippedByteIsNamed() throws {
    let record = try write((0..<300).map { UInt8(truncatingIfNeeded: $0) })
    let path = directory.path(of: record.name)
    let good = contents(of: path)
    for offset in good.indices {
      var bad = good
      bad[offset] ^= 0x10
      HaskapTestSupport.write(bad, to: path)
      let error = #expect(throws: FormatError.self, "byte \(offset)") { try read(record) }
      #expect(error?.file == record.name)
    }
    for length in good.indices {
      HaskapTestSupport.write(Array(good[..<length]), to: path)
      #expect(throws: FormatError.self, "cut to \(length)") { try read(record) }
    }
  }

  @Test func onlyTouchedChunksAreChecked() throws {
    let record = try write([UInt8](repeating: 5, count: 3 * FileLayout.chunkLength))
    let path = directory.path(of: record.name)
    var bytes = contents(of: path)
    bytes[2 * FileLayout.chunkLength + 11] ^= 1
    HaskapTestSupport.write(bytes, to: path)
    let file = try SegmentFiles(directory, segment: 7, records: [.terms: record]).mapped(.terms)
    #expect(try file.verified(100..<2 * FileLayout.chunkLength).allSatisfy { $0 == 5 })
    let error = #expect(throws: FormatError.self) {
      try file.verified(100..<2 * FileLayout.chunkLength + 1)
    }
    #expect(error?.offset == 2 * FileLayout.chunkLength)
    #expect(throws: FormatError.self) { try file.verifyAll() }
  }

  @Test func anotherFileUnderTheNameIsRefused() throws {
    let record = try write([1, 2, 3])
    _ = try write([1, 2, 4])
    #expect(throws: FormatError.self) { try read(record) }
    #expect(throws: FormatError.self) {
      try SegmentFiles(directory, segment: 8, records: [.terms: record]).mapped(.terms)
    }
  }

  @Test func rangesOutsideTheBodyAreRefused() throws {
    let record = try write([1, 2, 3])
    let file = try SegmentFiles(directory, segment: 7, records: [.terms: record]).mapped(.terms)
    for range in [0..<30, 24..<40, 1 << 40..<1 << 41] {
      #expect(throws: FormatError.self) { try file.verified(range) }
    }
  }
}
