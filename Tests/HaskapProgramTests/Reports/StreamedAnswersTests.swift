import Foundation
import Haskap
import HaskapCivic
import HaskapDocuments
import HaskapTestSupport
import Testing

/// Answers that are written hit by hit, against those that are made as a whole.
@Suite struct StreamedAnswersTests {
  private var program: Program { get throws { try Questions.Reports.corpus.program } }

  @Test(arguments: ["町内会", "町内会 清掃", "ボランテア", "ぬぬぬぬぬ", "\"hits\":[]", "町内会 OR まつり"])
  func jsonIsTheWholeAnswer(_ query: String) throws {
    let program = try program
    let index = try CivicIndex(path: program.folder + "/Index/current")
    for offset in [0, 3] {
      var request = CivicRequest()
      (request.query, request.offset, request.limit) = (query, offset, .max)
      request.countsAll = true
      request.snippetColumns = 68
      let whole = try JSONText.line(index.search(request))
      let run = try program.run(["search", query, "--json", "--offset", "\(offset)"])
      #expect(run.output == whole + "\n")
    }
  }

  @Test func theCSVHasTheSameAnswers() throws {
    for query in ["町内会", "町内会 清掃", "ぬぬぬぬぬ"] {
      let hits = try Questions.Reports.corpus.ask(["search", query]).hits
      let names = hits.map { $0["name"] as? String ?? "" }
      let run = try program.run(["search", query, "--csv", "--lang", "en"])
      #expect(try ExportTests.rows(run).map { $0["name"] } == names)
    }
  }
}
