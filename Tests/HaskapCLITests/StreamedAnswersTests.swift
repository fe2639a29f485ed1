import Foundation
import HaskapCivic
import HaskapDocuments
import HaskapTestSupport
import Testing

@testable import HaskapCLI

/// Answers that are written hit by hit, against those that are made as a whole.
@Suite struct StreamedAnswersTests {
  private let folder = TemporaryFolder()
  private let index: CivicIndex

  init() throws {
    let corpus = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../Corpus")
    let files = try FileManager.default.contentsOfDirectory(atPath: corpus.path).sorted()
      .filter { $0.hasSuffix(".txt") }
      .map {
        CivicIndexBuilder.File(
          path: $0, bytes: [UInt8](try Data(contentsOf: corpus.appending(path: $0))))
      }
    let path = folder.path + "/index"
    _ = try CivicIndexBuilder(path: path).build(files, of: SourcePaths(files.map(\.path)))
    index = try CivicIndex(path: path)
  }

  @Test func jsonIsTheWholeAnswer() throws {
    for query in ["町内会", "町内会 清掃", "ボランテア", "ぬぬぬぬぬ", "\"hits\":[]", "町内会 OR まつり"] {
      for offset in [0, 3] {
        var request = CivicRequest()
        (request.query, request.offset, request.limit) = (query, offset, .max)
        request.countsAll = true
        let (answer, hits) = try index.pendingSearch(request)
        let file = folder.path + "/answer.json"
        try Output(creating: file).line(answer, hits)
        let written = try String(contentsOfFile: file, encoding: .utf8)
        #expect(
          written == (try JSONText.line(index.search(request))) + "\n", "\(query), from \(offset)")
      }
    }
  }
}
