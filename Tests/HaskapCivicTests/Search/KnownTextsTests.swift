import HaskapDocuments
import HaskapTestSupport
import Testing

@testable import HaskapCivic

/// What an index keeps of the questions before changes no answer.
@Suite("Known texts") struct KnownTextsTests {
  private static let report = """
    湖畔町 令和5年度 協働事業一覧
    事業名,団体名,担当課,実施日,目的
    湖畔の清掃,清流の会,環境課,5月1日,町内会と公園のごみを拾う
    花火大会,湖畔振興会,観光課,8月1日,夏の夜を楽しむ
    子育て相談,わかば会,福祉課,6月4日,子どもを育てる家を助ける
    自転車教室,交通安全協会,市民課,7月9日,子供に自転車の乗り方を教える

    """

  private static let requests: [CivicRequest] = {
    let queries = [
      "清掃 花火", "\"清掃\" 花火", "清掃 ボランテイア", "子どもの自転車はどこで", "ゴミ 祭り", "ゴミ", "保育 清掃 花火",
    ]
    let thesaurus = ThesaurusFile(path: "words.txt", text: "清掃 = 花火\nゴミ > 自転車\n")
    return queries.flatMap { query in
      [false, true].flatMap { isNarrowed in
        [nil, thesaurus].map { thesaurus in
          var request = CivicRequest()
          (request.query, request.thesaurus) = (query, thesaurus)
          request.types = isNarrowed ? [.organization] : []
          return request
        }
      }
    }
  }()

  @Test func answersAreThoseOfAnIndexThatIsNew() throws {
    let folder = TemporaryFolder()
    let path = folder.path + "/index"
    _ = try CivicIndexBuilder(path: path).build(
      [.init(path: "a.csv", bytes: Array(Self.report.utf8))], of: SourcePaths(["a.csv"]))
    let known = try CivicIndex(path: path)
    for request in Self.requests + Self.requests.reversed() {
      let new = try CivicIndex(path: path).search(request)
      #expect(
        try JSONText.line(known.search(request)) == JSONText.line(new), "\(request.query)")
    }
  }
}
