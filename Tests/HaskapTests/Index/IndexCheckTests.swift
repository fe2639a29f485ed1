import HaskapTestSupport
import Testing

@testable import Haskap

/// What the check finds behind sound checksums: files are changed and sealed anew.
@Suite struct IndexCheckTests {
  private let folder = TemporaryFolder()
  private var directory: IndexDirectory { IndexDirectory(path: folder.path) }

  /// Terms in one document and in blocks of all kinds.
  private func build(_ count: Int, optimizing: Bool) throws {
    let schema = try Schema(
      [
        .keyword("id"), .text("title", positions: false), .text("body", grams: true),
        .integer("year"),
      ], key: "id")
    let writer = try IndexWriter(path: folder.path, schema: schema)
    for number in 0..<count {
      var document: Document = ["id": "\(number)", "title": "会報 第\(number % 7)号"]
      if number % 3 > 0 { document.append("町内会の清掃 \(number) 清掃", to: "body") }
      if number % 50 == 1 { document.append("もう一つの本文", to: "body") }
      document.append(Int64(2000 + number % 30), to: "year")
      try writer.add(document)
      if number % 400 == 399 { try writer.commit() }
    }
    for number in stride(from: 5, to: count, by: 9) { try writer.delete(key: "\(number)") }
    try writer.commit()
    guard optimizing else { return }
    try writer.optimize()
    try writer.commit()
  }

  /// Changes a file's body and makes all checksums fit again.
  private func change(_ kind: FileKind, _ edit: (inout [UInt8]) -> Void) throws {
    var manifest = try Manifest(directory)
    let segment = try #require(manifest.segments.first)
    let record = try #require(segment.files[kind])
    let file = try MappedFile(
      directory, name: record.name, kind: kind, segment: segment.number, record: record)
    var body = Array(try file.verified(file.body))
    edit(&body)
    try directory.remove(record.name)
    let writer = try FileWriter(
      directory, name: record.name, kind: kind, segment: segment.number)
    try writer.append(body)
    manifest.segments[0].files[kind] = try writer.finish()
    try manifest.commit(to: directory)
  }

  private func problems() -> [FormatError] {
    IndexCheck.run(path: folder.path).problems.compactMap { $0 as? FormatError }
  }

  @Test(arguments: [false, true])
  func soundIndexes(optimizing: Bool) throws {
    try build(1000, optimizing: optimizing)
    let report = IndexCheck.run(path: folder.path)
    #expect(report.isSound, "\(report.problems)")
    #expect(report.segments == (optimizing ? 1 : 3))
  }

  /// Every position is some token's own, and lengths are what they come to; so no change of them
  /// goes unnoticed.
  @Test(arguments: [FileKind.positions, .boundaries])
  func everyChangedPosition(kind: FileKind) throws {
    try build(12, optimizing: false)
    let name = "1.\(kind.suffix)"
    let size = contents(of: "\(folder.path)/\(name)").count
    var found = 0
    // The body stands between the header and padding, one checksum and the trailer.
    for offset in 0..<size - FileLayout.headerLength - FileLayout.trailerLength - 8 {
      try change(kind) { $0[offset] ^= 1 << UInt8(offset % 8) }
      let problems = problems()
      for problem in problems { #expect(!problem.found.isEmpty && problem.offset >= 0) }
      found += problems.isEmpty ? 0 : 1
      try change(kind) { $0[offset] ^= 1 << UInt8(offset % 8) }
    }
    #expect(problems().isEmpty)
    #expect(found > (kind == .positions ? size / 2 : size / 4), "\(found) of \(size)")
  }

  /// Whatever stands in terms, postings and norms, the check says so or lives with it.
  @Test(arguments: [FileKind.terms, .postings, .norms])
  func noChangeIsTooMuch(kind: FileKind) throws {
    try build(400, optimizing: true)
    let size = try #require(try Manifest(directory).segments[0].files[kind]?.length)
    var random = SplitMix(seed: 8)
    var (tries, found) = (0, 0)
    for _ in 0..<60 {
      let offset = Int.random(in: 0..<size / 2, using: &random)
      let mask = UInt8.random(in: 1...255, using: &random)
      try change(kind) { $0[offset] ^= mask }
      tries += 1
      found += problems().isEmpty ? 0 : 1
      try change(kind) { $0[offset] ^= mask }
    }
    #expect(problems().isEmpty)
    #expect(found > tries / 2, "\(found) of \(tries)")
  }

  /// An empty keyword is a value, and no term.
  @Test func emptyKeywords() throws {
    let writer = try IndexWriter(path: folder.path, schema: Schema([.keyword("city")]))
    for cities in [[""], ["港町", ""], [], ["港町"], ["", ""]] {
      var document: Document = [:]
      for city in cities { document.append(city, to: "city") }
      try writer.add(document)
    }
    try writer.commit()
    #expect(problems().isEmpty)
    try writer.optimize()
    try writer.commit()
    #expect(problems().isEmpty)
  }

  @Test(arguments: [0.5, 1.5])
  func aSumOfLengthsThatIsNotTheirs(factor: Double) throws {
    try build(400, optimizing: true)
    let manifest = try Manifest(directory)
    let segment = try Segment(directory, manifest.segments[0], schema: manifest.schema)
    let row = try #require(segment.inverted.places.last?.statistics)
    func bytes(_ numbers: Int...) -> [UInt8] {
      numbers.flatMap { number in (0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) } }
    }
    let lie = Int(Double(row.totalLength) * factor)
    try change(.terms) {
      $0.replace(
        bytes(row.documentCount, row.totalLength), with: bytes(row.documentCount, lie))
    }
    #expect(problems().first?.found == "\(row.documentCount) with \(lie)")
  }

  @Test func namesFileAndPlace() throws {
    try build(12, optimizing: false)
    try change(.norms) { $0[0] += 1 }
    let problem = try #require(problems().first)
    #expect(problem.file == "1.norms" || problem.file == "1.terms")
    try change(.norms) { $0[0] -= 1 }
    // The first posting of the first term: no such document.
    try change(.postings) { $0[0] = 0x7F }
    #expect(problems().first?.file == "1.postings")
    #expect(problems().first?.offset == FileLayout.headerLength)
  }
}
