import Foundation
import Testing

/// Every answer can be traced to its file, page and line, and shown in full.
@Suite struct ShowTests {
  private static let id = "tomakomai-kyodo-2023/ノーザンホースパーク-405j"
  private let folder: ReportFolder

  init() throws { folder = try ReportFolder.indexed() }

  private func show(_ arguments: String...) throws -> Program.Run {
    try folder.program.run(["show"] + arguments)
  }

  @Test func theWholeRecordAndItsPrintedRow() throws {
    let run = try show(Self.id)
    #expect(run.status == 0 && run.tooWide.isEmpty)
    for text in [
      "事業  ノーザンホースパークマラソン2023", "出典          Corpus/tomakomai-kyodo-2023.txt 9行",
      "担当          スポーツ都市推進課", "実施日・人数  令和5年5月14日 3,723人", "原文          2 │ ",
    ] {
      #expect(run.output.contains(text), "\(text)")
    }
  }

  @Test func wordsAreMarked() throws {
    let run = try show(Self.id, "地域活性化")
    #expect(run.output.contains("[地域活性化]"))
  }

  @Test func everyAnswerCanBeShown() throws {
    let search = try folder.program.run("search", "福祉", "--json", "--limit", "200")
    let hits = try #require(try search.object()["hits"] as? [[String: Any]])
    let ids = hits.compactMap { $0["id"] as? String }
    #expect(ids.count == hits.count && Set(ids).count == ids.count)
    #expect(Set(hits.compactMap { $0["type"] as? String }).count > 1)
    for (id, hit) in zip(ids, hits).prefix(8) {
      let entry = try #require(try show(id, "--json").object()["entry"] as? [String: Any])
      #expect(entry["type"] as? String == hit["type"] as? String)
    }
  }

  @Test func theSourceIsToldUnderAnAnswer() throws {
    let run = try folder.program.run("search", "ノーザンホースパークマラソン", "--source")
    #expect(
      run.output.contains(
        "出典: Corpus/tomakomai-kyodo-2023.txt 9行\n   id \(Self.id)\n"))
  }

  @Test func idsStayWhenAReportIsAdded() throws {
    try folder.write("町内会で雪まつりを開いた。\n", to: "Corpus/a-memo.txt")
    let before = try show(Self.id).output
    #expect(try folder.program.run("index").status == 0)
    #expect(try show(Self.id).output == before)
  }

  @Test func aChangedOrMissingFileIsTold() throws {
    let file = "Corpus/tomakomai-kyodo-2023.txt"
    try folder.write("町内会で雪まつりを開いた。\n", to: file)
    #expect(try show(Self.id).output.contains("\(file)は索引を作った後で変わりました"))
    try FileManager.default.removeItem(atPath: "\(folder.path)/\(file)")
    let run = try show(Self.id)
    #expect(run.status == 0 && run.output.contains("\(file)は今ここで読めません"))
  }

  @Test func anUnknownIdIsTold() throws {
    let run = try show("nosuch/1", "--lang", "en")
    #expect(run.status == 1 && run.errors.contains("has nothing called 'nosuch/1'"))
  }
}
