import HaskapDocuments
import HaskapTestSupport
import HaskapText
import Testing

@testable import HaskapCivic

/// Figures that reports may print and no sum can hold.
struct LargeCountsTests {
  private static let report = """
    %@ 令和5年度
    事業名\t団体名\t開催日\t参加者数
    清掃\t花の会\t6月4日\t9000000000000000000
    清掃\t花の会\t7月1日\t9000000000000000000
    清掃\t花の会\t8月1日\t大人9000000000000000000 子ども9000000000000000000
    """

  @Test(arguments: [["中原市"], ["中原市", "岬市"]])
  func areSummedUpToTheLargestNumber(cities: [String]) throws {
    let folder = TemporaryFolder()
    let path = folder.path + "/index"
    let files = cities.enumerated().map { number, city in
      CivicIndexBuilder.File(
        path: "\(number).tsv", bytes: Array(Self.report.replacing("%@", with: city).utf8))
    }
    _ = try CivicIndexBuilder(path: path).build(files, of: SourcePaths(files.map(\.path)))
    let index = try CivicIndex(path: path)
    let period = CivicPeriod(years: YearSpan(year: 2023))
    for period in [CivicPeriod(), period] {
      let answer = try index.catalog(.organizations, period: period)
      #expect(answer.entries.map(\.name) == ["花の会"])
      #expect(answer.entries.map(\.participants) == [.max])
    }
    #expect(try index.catalog(.projects).entries.allSatisfy { $0.participants == .max })
    _ = try index.years()
    _ = try index.project("清掃")
  }
}
