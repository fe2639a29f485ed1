import Foundation
import Haskap
import HaskapDocuments
import HaskapTestSupport
import HaskapText
import Testing

@testable import HaskapCivic

/// Who narrows a search by a value finds as many as the value's count says.
@Suite("Facets") struct FacetsTests {
  private let folder = TemporaryFolder()

  private static let corpus = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../Corpus").standardizedFileURL

  private func corpusIndex() throws -> CivicIndex {
    let files = try ["kyodo-2020", "kyodo-2023", "shakyo-2025", "pledges-2024"].map { name in
      let path = Self.corpus.appending(path: "tomakomai-\(name).txt")
      return CivicIndexBuilder.File(
        path: name + ".txt", bytes: Array(try Data(contentsOf: path)))
    }
    _ = try CivicIndexBuilder(path: folder.path).build(files, of: SourcePaths(files.map(\.path)))
    return try CivicIndex(path: folder.path)
  }

  /// An index of several segments: reports of cities, some of them added later.
  private func grownIndex() throws -> CivicIndex {
    let bodies = ["本町町内会", "清流の会", "共通商事株式会社", "東小学校"]
    let projects = ["夏祭り", "防災訓練", "公園の清掃", "交通安全教室"]
    let files = ["中原市", "浜里町", "桜野村", "岬市", "丘町"].enumerated().map { number, city in
      var lines = ["\(city) 協働事業実施状況（令和\(3 + number % 3)年度）"]
      lines.append("No.\t事業名\t担当課\t協働の形態\t関係団体\t実施日\t参加人数")
      for (place, project) in projects.enumerated() {
        let form = ["共催", "後援", "補助"][(place + number) % 3]
        let body = bodies[(place * 3 + number) % 4] + "、" + bodies[number % 4]
        let department = ["環境課", "総務課"][(place + number) % 2]
        lines.append("\(place)\t\(project)\t\(department)\t\(form)\t\(body)\t8月\(place + 1)日\t9人")
      }
      return CivicIndexBuilder.File(
        path: "\(city).txt", bytes: Array(lines.joined(separator: "\n").utf8))
    }
    let builder = CivicIndexBuilder(path: folder.path)
    _ = try builder.build(Array(files.prefix(4)), of: SourcePaths(files.prefix(4).map(\.path)))
    _ = try builder.add([files[4]], of: [files[4].path])
    let index = try CivicIndex(path: folder.path)
    #expect(index.reader.segmentCount > 1)
    return index
  }

  private static let queries = [
    "", "祭り", "清掃", "防災", "講演会", "町内会", "町内会 清掃", "社会福祉協議会 雪かき", "子供", "展",
    "苫小牧市社会福祉協議会", "まちかど*", "\"環境美化\"", "-講座 共催", "令和5年度 講座", "name:まつり",
    "ゴミ拾いの手伝い", "ボランティア 運動会 音楽", "清流 祭り", "funstep~2", "マラソンの応援", "商事",
  ]

  @Test(arguments: queries) func countsAreWhatNarrowingFinds(_ query: String) throws {
    try expectSame(query, in: corpusIndex())
  }

  @Test(arguments: queries) func countsOfSeveralSegmentsAreToo(_ query: String) throws {
    try expectSame(query, in: grownIndex())
  }

  /// Of the whole question, and within each bound.
  private func expectSame(_ query: String, in index: CivicIndex) throws {
    var requests = [CivicRequest()]
    requests[0].query = query
    var bound = requests[0]
    bound.period = CivicPeriod(years: .fiscal(2023))
    requests.append(bound)
    bound = requests[0]
    bound.form = "共催"
    requests.append(bound)
    bound = requests[0]
    bound.types = [.organization]
    requests.append(bound)
    for request in requests {
      guard let answer = try? index.search(request) else { continue }
      for (name, value) in Self.values(answer.facets) {
        guard let narrowed = try Self.narrowed(request, name, value) else { continue }
        let found = try index.search(narrowed)
        let (full, partial) = (found.total, found.partialTotal)
        // What nothing has all words of is told by what has some of them.
        let all = answer.total > 0 ? full : full + partial + found.meaningTotal
        #expect(all == value.count, "\(query) \(name) \(value.value)")
        if answer.total > 0 {
          #expect(found.total - found.exactTotal == value.spelling ?? 0, "\(query) \(value.value)")
        } else {
          #expect(found.meaningTotal == value.meaning ?? 0, "\(query) \(value.value)")
        }
      }
    }
  }

  private static func values(_ facets: CivicFacets) -> [(String, CivicFacets.Count)] {
    facets.year.map { ("year", $0) } + facets.form.map { ("form", $0) }
      + facets.department.map { ("department", $0) } + facets.type.map { ("type", $0) }
  }

  /// Nil where the request has such a bound already.
  private static func narrowed(
    _ request: CivicRequest, _ name: String, _ value: CivicFacets.Count
  ) throws -> CivicRequest? {
    var narrowed = request
    narrowed.countsAll = true
    switch name {
    case "year":
      guard request.period.isAlways else { return nil }
      narrowed.period = CivicPeriod(years: try YearExpression.parse(value.value))
    case "form":
      guard request.form == nil else { return nil }
      narrowed.form = value.value
    case "department": narrowed.department = value.value
    default:
      guard request.types.isEmpty else { return nil }
      narrowed.types = CivicType.allCases.filter { $0.rawValue == value.value }
    }
    return narrowed
  }
}
