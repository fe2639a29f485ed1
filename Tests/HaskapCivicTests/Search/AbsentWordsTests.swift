import Foundation
import HaskapCivic
import HaskapDocuments
import HaskapTestSupport
import Testing

/// Words that no report has get no exact answer: nothing passes for what it is not.
@Suite struct AbsentWordsTests {
  private static let corpus = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../Corpus").standardizedFileURL

  private struct Words {
    var random: SplitMix
    private static let scripts = [
      "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモラリルレロンー",
      "市民町内会清掃事業防災訓練協働推進課年度大会教室音楽美術図書館公園道路一二三",
      "あいうえおかきくけこさしすせそたちつてとなにのはまもらりる", "abcdefghiklmnoprstu",
      "市民会防災アイスクあいのり12",
    ].map { Array($0) }

    /// Two to five characters of one script, or of several.
    mutating func next() -> String {
      let script = Self.scripts.randomElement(using: &random) ?? []
      let length = Int.random(in: 2...5, using: &random)
      return String((0..<length).compactMap { _ in script.randomElement(using: &random) })
    }
  }

  @Test func haveNoExactAnswer() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.corpus.path)
      .filter { $0.hasSuffix(".txt") }.sorted()
    let contents = try names.map { try Data(contentsOf: Self.corpus.appending(path: $0)) }
    let files = zip(names, contents).map { CivicIndexBuilder.File(path: $0, bytes: Array($1)) }
    let folder = TemporaryFolder()
    _ = try CivicIndexBuilder(path: folder.path + "/ix").build(files, of: SourcePaths(names))
    let index = try CivicIndex(path: folder.path + "/ix")
    // Without spaces the texts have all that they have with them. The records have, in addition, what
    // the lines of a table cut.
    let records = try index.records().map { try JSONEncoder().encode($0) }
    let texts = (contents + records).map { content in
      String(decoding: content, as: UTF8.self).precomposedStringWithCompatibilityMapping
        .lowercased().filter { !$0.isWhitespace }
    }
    let text = Data(texts.joined(separator: "\n").utf8)
    let seed = UInt64.random(in: 0..<1 << 32)
    var words = Words(random: SplitMix(seed: seed))
    for _ in 0..<20 {
      var absent: [String] = []
      while absent.count < 100 {
        let word = words.next()
        if text.range(of: Data(word.utf8)) == nil { absent.append(word) }
      }
      guard try index.exactTotal(absent.joined(separator: " OR ")) > 0 else { continue }
      for word in absent { #expect(try index.exactTotal(word) == 0, "seed \(seed): \(word)") }
    }
  }
}

extension CivicIndex {
  fileprivate func exactTotal(_ query: String) throws -> Int {
    var request = CivicRequest()
    (request.query, request.limit) = (query, 1)
    return try search(request).exactTotal
  }
}
