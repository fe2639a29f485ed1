import Foundation
import HaskapDocuments
import HaskapTestSupport
import HaskapText
import Testing

@testable import HaskapCivic

/// What haskap calls a body or a project finds it again.
@Suite struct NamesFoundTests {
  private static let corpus = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../Corpus").standardizedFileURL

  private final class Reports {
    let folder = TemporaryFolder()
    let index: CivicIndex

    init(_ files: [CivicIndexBuilder.File]) throws {
      let path = folder.path + "/ix"
      _ = try CivicIndexBuilder(path: path).build(files, of: SourcePaths(files.map(\.path)))
      index = try CivicIndex(path: path)
    }

    static func corpus() throws -> Reports {
      let names = try FileManager.default.contentsOfDirectory(atPath: NamesFoundTests.corpus.path)
        .filter { $0.hasSuffix(".txt") }.sorted()
      return try Reports(
        names.map { name in
          let bytes = try Data(contentsOf: NamesFoundTests.corpus.appending(path: name))
          return CivicIndexBuilder.File(path: name, bytes: Array(bytes))
        })
    }

    /// The names of what has all of the query.
    func found(_ query: String, year: Int? = nil) throws -> [String] {
      var request = CivicRequest()
      (request.query, request.limit) = (query, 1_000)
      if let year { request.period = CivicPeriod(years: .fiscal(year)) }
      let answer = try index.search(request)
      #expect(!answer.suggestions.contains(query), "\(query)")
      return answer.hits.filter { $0.match == .exact || $0.match == .spelling }.map(\.entry.name)
    }
  }

  @Test func everyNameOfTheCorpus() throws {
    let reports = try Reports.corpus()
    let bodies = try reports.index.organizations().organizations.map(\.name)
    #expect(bodies.count > 100)
    for name in bodies { #expect(try reports.found(name).contains(name), "\(name)") }
    for name in try reports.index.projects().series.map(\.title).uniqued {
      #expect(try !reports.found(name).isEmpty, "\(name)")
    }
  }

  private static let report = """
    令和5年度 協働事業一覧
    事業名,団体名,実施日,事業内容
    清掃,NPO法人浜風の会,6月4日,ごみ拾い
    お茶会,社会福祉法人みどり福祉会,7月4日,茶
    写真展 併催 人生節目の書展 -尚墨会-,清流の会,7月4日,書
    """

  /// A legal form in short, also among bounds, and a name with signs that mean something in a query.
  @Test(arguments: [
    ("特定非営利活動法人浜風の会", "特定非営利活動法人浜風の会"), ("(特非)浜風の会", "特定非営利活動法人浜風の会"),
    ("（ＮＰＯ）浜風の会", "特定非営利活動法人浜風の会"), ("（社福）みどり福祉会", "社会福祉法人みどり福祉会"),
    ("写真展 併催 人生節目の書展 -尚墨会-", "写真展 併催 人生節目の書展 -尚墨会-"),
  ])
  func names(_ typed: String, _ name: String) throws {
    let reports = try Reports([.init(path: "report.csv", bytes: Array(Self.report.utf8))])
    #expect(try reports.found(typed).first == name)
    #expect(try reports.found(typed, year: 2023).first == name)
    #expect(try reports.found(typed, year: 2020).isEmpty)
  }
}
