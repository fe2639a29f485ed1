import Foundation
import Haskap
import HaskapDocuments
import HaskapTestSupport
import Testing

/// Whatever is added, changed and removed, the index holds each key of its files once.
@Suite struct DocumentIndexerTests {
  private let folder = TemporaryFolder()
  private var indexer: DocumentIndexer { DocumentIndexer(index: "\(folder.path)/ix") }

  private func path(_ file: Int) -> String { "\(folder.path)/\(file).jsonl" }

  /// Some of eight keys, each perhaps twice, with a text that no other file and time has.
  private func write(
    _ file: Int, _ random: inout some RandomNumberGenerator, _ time: Int
  ) throws -> [String: Set<String>] {
    var texts: [String: Set<String>] = [:]
    var lines = ""
    for place in 0..<Int.random(in: 1...6, using: &random) {
      let key = "k\(Int.random(in: 0..<8, using: &random))"
      texts[key] = ["\(file)/\(time)/\(place)"]
      lines += "{\"id\":\"\(key)\",\"text\":\"\(file)/\(time)/\(place)\"}\n"
    }
    // Another size each time, so that a change shows even within the grain of the clock.
    try (lines + String(repeating: "\n", count: time)).write(
      toFile: path(file), atomically: false, encoding: .utf8)
    return texts
  }

  private func held() throws -> [String: Set<String>] {
    let answer = try DocumentSearch(
      all, in: try IndexReader(path: indexer.index)
    ).answer()
    return Dictionary(
      answer.hits.map { ($0.document.text("id") ?? "", [$0.document.text("text") ?? ""]) }
    ) { $0.union($1).union(["twice"]) }
  }

  private var all: DocumentRequest {
    var request = DocumentRequest()
    request.limit = 1000
    return request
  }

  @Test(arguments: 0..<12)
  func heldAsTheFilesSay(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let schema = try Schema([.keyword("id"), .text("text")], key: "id")
    var files = [0: try write(0, &random, 0)]
    try indexer.build([path(0)], schema: schema)
    for time in 1...12 {
      let file = Int.random(in: 0..<4, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0 where files[file] != nil && files.count > 1:
        files[file] = nil
        try indexer.remove([path(file)])
      case 1:
        for file in files.keys.sorted() where Bool.random(using: &random) {
          files[file] = try write(file, &random, time)
        }
        try indexer.update(files.keys.sorted().map(path))
      default:
        files[file] = try write(file, &random, time)
        try indexer.add([path(file)])
      }
      let possible = files.values.reduce(into: [:]) { $0.merge($1) { $0.union($1) } }
      let held = try held()
      #expect(Set(held.keys) == Set(possible.keys), "seed \(seed), time \(time)")
      for (key, texts) in held {
        #expect(texts.isSubset(of: possible[key] ?? []), "seed \(seed), time \(time), \(key)")
      }
    }
  }
}
