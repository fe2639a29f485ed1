import Glibc
import HaskapTestSupport
import Testing

@testable import Haskap

@Suite struct WorkerTests {
  private static let fields: [Field] = [
    .keyword("id"), .text("body", grams: true), .text("words", analyzer: "whitespace"),
    .integer("year"),
  ]

  /// Documents with several values and without any, long and short, some replaced and deleted.
  private func build(_ path: String, workers: Int, seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    var options = IndexWriter.Options()
    options.workers = workers
    let writer = try IndexWriter(
      IndexDirectory(path: path, system: .withoutForce),
      schema: Schema(Self.fields, key: "id"), options: options, replacing: true)
    for number in 0..<500 {
      var document: Document = ["id": "\(number)", "year": .init(integerLiteral: 2000)]
      for _ in 0..<Int.random(in: 0...2, using: &random) {
        document.append(text(Int.random(in: 0...700, using: &random), &random), to: "body")
        document.append(text(Int.random(in: 0...300, using: &random), &random), to: "words")
      }
      try writer.add(document)
      if number % 50 == 7 { try writer.replace(["id": "\(number / 2)", "words": "新しい"]) }
      if number % 70 == 9 { try writer.delete(key: "\(number / 3)") }
    }
    try writer.commit()
  }

  private func text(_ length: Int, _ random: inout SplitMix) -> String {
    let pieces = ["道", "市民", "まち", " ", "ミーティング", "a", "苫小牧", "2023", "、", "の"]
    return (0..<length).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
  }

  /// The order of documents, and every byte, is that of one thread.
  @Test(arguments: [2, 3]) func threadsGiveTheSameBytes(workers: Int) throws {
    let seed = UInt64(workers)
    let (one, several) = (TemporaryFolder(), TemporaryFolder())
    try build(one.path, workers: 1, seed: seed)
    try build(several.path, workers: workers, seed: seed)
    let names = try IndexDirectory(path: one.path).list().sorted()
    #expect(try IndexDirectory(path: several.path).list().sorted() == names)
    for name in names {
      #expect(bytes("\(one.path)/\(name)") == bytes("\(several.path)/\(name)"), "\(name)")
    }
  }

  private func bytes(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 24)
    bytes.removeLast(bytes.count - fread(&bytes, 1, bytes.count, file))
    return bytes
  }

  /// What a thread meets reaches the caller, and no thread is left waiting.
  @Test func errorsReachTheCaller() {
    struct Broken: Error {}
    var taken: [Int] = []
    #expect(throws: Broken.self) {
      try OrderedWork.run(
        100, workers: [Token(), Token(), Token()], work: { $1 },
        take: { piece in
          taken.append(piece)
          if piece == 10 { throw Broken() }
        })
    }
    #expect(taken == Array(0...10))
  }

  @Test(arguments: [1, 2, 5]) func resultsComeInOrder(workers: Int) throws {
    var taken: [Int] = []
    try OrderedWork.run(
      200, workers: (0..<workers).map { _ in Token() }, work: { $1 * 3 }, take: { taken.append($0) }
    )
    #expect(taken == (0..<200).map { $0 * 3 })
  }

  private final class Token {}
}

@Suite struct MemoryBudgetTests {
  /// Random words without end: after each document the memory counted is within the budget, also
  /// with what writing it takes; several segments come of it, and all documents are found.
  @Test(arguments: [1, 2, 3]) func isKept(workers: Int) throws {
    var random = SplitMix(seed: 77)
    let folder = TemporaryFolder()
    var options = IndexWriter.Options()
    options.memoryBudget = 12 << 20
    options.workers = workers
    let writer = try IndexWriter(
      IndexDirectory(path: folder.path, system: .withoutForce),
      schema: Schema([.stored("id"), .text("body", analyzer: "whitespace")]), options: options,
      replacing: true)
    for number in 0..<1500 {
      let count = number % 100 == 0 ? 2000 : 60
      let words = (0..<count).map { _ in String(random.next() >> 20, radix: 36) }
      try writer.add(["id": "\(number)", "body": "\(words.joined(separator: " ")) all"])
      let used = try #require(writer.builder).byteCount()
      #expect(used <= options.memoryBudget, "after document \(number)")
    }
    #expect(writer.segments.count > 1)
    try writer.commit()
    let reader = try IndexReader(path: folder.path)
    #expect(try reader.makeSearcher().count(.term(field: "body", Array("all".utf8))) == 1500)
    for (number, segment) in reader.segments.enumerated() {
      #expect(segment.documentCount > 0, "segment \(number)")
    }
  }
}
