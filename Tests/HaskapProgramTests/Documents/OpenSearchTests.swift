import Foundation
import HaskapTestSupport
import Testing

/// An index is carried to OpenSearch, where each query finds the same documents.
@Suite struct OpenSearchTests {
  private static func exported(_ program: Program, index: String, _ options: String...) throws -> (
    oracle: ClusterOracle, queries: [[String: Any]]
  ) {
    let run = try program.run(["export", "--opensearch", "out", "--index", index] + options)
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    func lines(_ name: String) throws -> [Substring] {
      try String(contentsOfFile: "\(program.folder)/out/\(name)", encoding: .utf8)
        .split(separator: "\n")
    }
    let files = try FileManager.default.contentsOfDirectory(atPath: "\(program.folder)/out")
    let bulk = try files.filter { $0.hasPrefix("bulk-") }.sorted().flatMap(lines)
    let queries = try lines("verify.jsonl").map { line in
      let value = try JSONSerialization.jsonObject(with: Data(line.utf8))
      return try #require(value as? [String: Any])
    }
    return (try ClusterOracle(bulk), queries)
  }

  private static func compare(_ oracle: ClusterOracle, _ queries: [[String: Any]]) throws {
    for line in queries {
      let request = try #require(line["request"] as? [String: Any])
      let found = oracle.ids(try #require(request["query"] as? [String: Any]))
      let hits = (line["hits"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
      #expect(found.count == line["count"] as? Int, "\(line["query"] ?? ""): \(found)")
      #expect(Set(hits).isSubset(of: found), "\(line["query"] ?? "")")
    }
  }

  @Test func queriesOfDocumentsFindTheSame() throws {
    let program = try GenericFixture.indexed()
    let asked = [
      "町内会", "\"A A\"~4", "body:会", "body:の", "\"話しあった\"", "ミーティング", "ミーテイング", "body:ど", "かどミ",
      "港*", "tags:雪",
      "tags:祭り OR 海", "year:2000..", "year:2020..2021", "published:2023-01..", "花火 -除雪", "title:*",
      "harbor~2", "note*", "har?our", "\"market diary\"~3", "\"A diary\"~2", "町*会", "body:[あ TO か}",
      "NONE",
      "author:\"苫小牧 太郎\"", "苫小牧 花子", "harbour \"notes\"", "*", "海は冷たい 貝",
    ]
    try program.write(asked.joined(separator: "\n"), to: "queries")
    let folder = Program(folder: program.path)
    let (oracle, queries) = try Self.exported(folder, index: "ix", "--queries", "queries")
    #expect(oracle.documents.map(\.id) == ["b1", "b2", "b3", "b4", "b5"])
    #expect(queries.count == asked.count)
    #expect(queries.count { ($0["count"] as? Int ?? 0) > 0 } > 20)
    try Self.compare(oracle, queries)
    let body = oracle.documents[1].values["haskap.words.body"] ?? []
    #expect(body.prefix(3) == ["港", "で", "花火"], "\(body)")
    let characters = oracle.documents[1].values["haskap.characters.body"] ?? []
    #expect(characters.prefix(4) == ["11港", "11で", "10花", "01火"], "\(characters)")
    let title = oracle.documents[4].values["haskap.grams.title"] ?? []
    #expect(title.contains("r\u{241B}20;") && title.contains("\u{241B}20;\""), "\(title)")

    let asks = try folder.run("analyze", "body:港", "--opensearch-query", "out", "--index", "ix")
    let request = try asks.object()
    let query = try #require(request["query"] as? [String: Any])
    #expect(oracle.ids(query) == ["b2"] && request["track_total_hits"] as? Bool == true)
    let again = try folder.run("export", "--opensearch", "out", "--index", "ix", "--lang", "en")
    #expect(again.status == 2 && again.errors.contains("empty folder"), "\(again.errors)")
  }

  /// Half an export is none.
  @Test func whatCannotBeWrittenLeavesNothing() throws {
    let program = try GenericFixture.indexed()
    let run = try program.shell(
      "ulimit -f 1; \"$HASKAP\" export --index ix --opensearch full --lang en; status=$?; ls; exit $status"
    )
    #expect(run.status == 4)
    #expect(run.errors.contains("cannot be written (File too large); make room on the disk"))
    #expect(!run.lines.contains("full"))
  }

  /// Each of these would have more than the 1,024 clauses that a cluster takes, were it ranked by rungs; the
  /// last would by its words as well.
  @Test func longQueriesKeepWithinTheClausesOfACluster() throws {
    let program = try GenericFixture.indexed()
    let long = "市と町内会がいっしょに話しあった"
    let pieces = (10...long.count).flatMap { length in
      (0...(long.count - length)).map { "body:\(long.dropFirst($0).prefix(length))" }
    }
    let asked = [
      "body:\(long) body:\(long)。 body:\(long.dropFirst())", pieces.joined(separator: " "),
    ]
    try program.write(asked.joined(separator: "\n"), to: "queries")
    let folder = Program(folder: program.path)
    let (oracle, queries) = try Self.exported(folder, index: "ix", "--queries", "queries")
    try Self.compare(oracle, queries)
    #expect(queries.map { $0["count"] as? Int } == [1, 1])
    for line in queries {
      let json = try JSONSerialization.data(withJSONObject: try #require(line["request"]))
      let clauses = String(decoding: json, as: UTF8.self)
        .matches(of: #/"(?:span_term|term|match_phrase)":/#).count
      #expect(1...900 ~= clauses, "\(line["query"] ?? ""): \(clauses)")
      let reasons = (line["differences"] as? [String] ?? []).joined()
      #expect(reasons.contains("many characters"), "\(line["query"] ?? "")")
    }
  }

  @Test func queriesOfReportsFindTheSame() throws {
    let program = GenericProgram()
    let corpus = ReportFolder.package.appending(path: "Corpus/tomakomai-kyodo-2023.txt").path
    try program.run("index", corpus, "--index", "ix")
    let folder = Program(folder: program.path)
    // Some seeds draw a query with more spellings than a cluster takes.
    let (oracle, queries) = try Self.exported(
      folder, index: "ix", "--draw", "16", "--size", "1", "--seed", "8")
    #expect(queries.count == 16 && oracle.documents.count > 40)
    try Self.compare(oracle, queries)
    #expect(oracle.documents.contains { $0.values["stored.type"] != nil })
  }
}
