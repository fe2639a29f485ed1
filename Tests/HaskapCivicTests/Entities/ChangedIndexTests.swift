import Foundation
import Haskap
import HaskapDocuments
import HaskapTestSupport
import HaskapText
import Testing

@testable import HaskapCivic

/// Reports of made cities that are added, read again and taken out in any order give the answers of an
/// index that was built of them at once.
struct ChangedIndexTests {
  private static let cities = ["中原市", "浜里町", "桜野村", "岬市", ""]
  private static let projects = [
    "市民ふれあい清掃", "防災訓練", "交通安全教室", "読み聞かせの広場", "郷土史講座", "雪まつり",
  ]
  /// Names that the analyzer learns where they are read, for all texts that have them.
  private static let words = ["うとねっと", "レッドイーグルス", "ホッキカレーマップ"]
  /// Some have bodies of these names in every city, or speak of those of others.
  private static let bodies = [
    "本町町内会", "NPO法人清流の会", "㈱海光建設", "中原市社会福祉協議会", "日本赤十字社", "市社協",
  ]

  /// A report of a city and a year; no two numbers give the same text.
  private static func report(
    _ city: String, _ year: Int, _ number: Int, _ random: inout SplitMix
  ) -> CivicIndexBuilder.File {
    var lines = ["\(city) 協働事業実施状況（令和\(year - 2018)年度）その\(number)"]
    lines.append("No.\t事業名\t担当課\t協働の形態\t関係団体\t実施日\t参加人数\t事業の目的")
    for (place, project) in projects.enumerated() where Int.random(in: 0..<5, using: &random) > 0 {
      let bodies = Self.bodies.shuffled(using: &random).prefix(
        Int.random(in: 1...2, using: &random))
      let about = (Self.bodies + Self.words).randomElement(using: &random) ?? ""
      let cells = [
        "\(place + 1)", Self.title(project, year, &random), ["環境課", "総務課"][place % 2],
        ["共催", "後援"][place / 3], bodies.joined(separator: "、"),
        "令和\(year - 2018)年\(Int.random(in: 4...12, using: &random))月\(place + 1)日",
        "\(Int.random(in: 5...500, using: &random))人", "\(about)とともに地域の安全を図る。",
      ]
      lines.append(cells.joined(separator: "\t"))
    }
    let name = city.isEmpty ? "memo" : city
    return .init(path: "\(name)-\(year).txt", bytes: Array(lines.joined(separator: "\n").utf8))
  }

  private static func title(_ project: String, _ year: Int, _ random: inout SplitMix) -> String {
    let word = words.randomElement(using: &random) ?? ""
    return Int.random(in: 0..<12, using: &random) == 0 ? word : "第\(year - 2010)回\(project)"
  }

  @Test("What is there is not written again, unless it is damaged")
  func unchanged() throws {
    var random = SplitMix(seed: 3)
    let folder = TemporaryFolder()
    let path = folder.path + "/index"
    let files = (2021...2022).map { Self.report("岬市", $0, 0, &random) }
    func build() throws -> UInt64 {
      _ = try CivicIndexBuilder(path: path).build(files, of: SourcePaths(files.map(\.path)))
      return try IndexReader(path: path).generation
    }
    let first = try build()
    #expect(try build() == first)
    let names = try FileManager.default.contentsOfDirectory(atPath: path)
    let postings = URL(
      filePath: path + "/" + (try #require(names.first { $0.hasSuffix(".postings") })))
    var bytes = try Data(contentsOf: postings)
    bytes[bytes.count / 2] ^= 4
    try bytes.write(to: postings)
    #expect(try build() != first)
    #expect(IndexCheck.run(paths: [path]).isSound)
  }

  @Test(arguments: [20_261_128 as UInt64, 7, 91])
  func anyOrderIsOneBuild(seed: UInt64) throws {
    print("seed \(seed)")
    var random = SplitMix(seed: seed)
    let folder = TemporaryFolder()
    let changed = CivicIndexBuilder(path: folder.path + "/changed")
    var files: [String: CivicIndexBuilder.File] = [:]
    for city in Self.cities {
      for year in 2021...2023 {
        let file = Self.report(city, year, 0, &random)
        files[file.path] = file
      }
    }
    var waiting = files.keys.sorted().shuffled(using: &random)
    let first = waiting.prefix(8).compactMap { files[$0] }
    waiting.removeFirst(8)
    _ = try changed.build(first, of: SourcePaths(first.map(\.path)))
    var segments = 1
    for (step, path) in waiting.enumerated() {
      _ = try changed.add([try #require(files[path])], of: [path])
      segments = max(segments, try IndexReader(path: folder.path + "/changed").segmentCount)
      let known = first.map(\.path) + waiting.prefix(step + 1)
      let other = try #require(known.randomElement(using: &random))
      let (city, year) = (other.prefix { $0 != "-" }, Int(other.suffix(8).prefix(4)) ?? 0)
      switch step % 3 {
      case 0:
        let file = Self.report(city == "memo" ? "" : String(city), year, step + 1, &random)
        files[other] = file
        _ = try changed.add([file], of: [other])
      case 1 where files[other] != nil:
        _ = try changed.remove([other])
        files[other] = nil
      default: break
      }
    }
    #expect(segments > 1, "Every change wrote the whole index anew.")
    let all = files.values.sorted { $0.path < $1.path }
    _ = try CivicIndexBuilder(path: folder.path + "/fresh").build(
      all, of: SourcePaths(all.map(\.path)))
    // What was deleted counts until it is merged away.
    try Self.optimize(folder.path + "/changed")
    let answers = try ["changed", "fresh"].map { try Self.answers("\(folder.path)/\($0)") }
    for (changed, fresh) in zip(answers[0], answers[1]) { #expect(changed == fresh) }
    let terms = try ["changed", "fresh"].map { try Self.terms("\(folder.path)/\($0)") }
    #expect(terms[0] == terms[1])
    let stored = try CivicIndex(path: folder.path + "/changed").storedEntities()
    #expect(stored != nil)
    for name in ["changed", "fresh", "changed/entities", "fresh/entities"] {
      #expect(IndexCheck.run(path: "\(folder.path)/\(name)").problems.isEmpty)
    }
    let table = try CivicIndex(path: folder.path + "/fresh").cities().cities
    #expect(stored?.table.cities == table)
  }

  private static func optimize(_ path: String) throws {
    let reader = try IndexReader(path: path)
    let writer = try IndexWriter(path: path, schema: reader.schema)
    try writer.optimize()
    try writer.commit(payload: reader.payload)
  }

  /// How many documents have each word: texts are cut alike.
  private static func terms(_ path: String) throws -> [String: Int] {
    let reader = try IndexReader(path: path)
    var terms: [String: Int] = [:]
    for field in CivicSchema.textFields {
      try reader.forEachTerm(of: field.name, beginningWith: []) { term, count in
        terms["\(field.name) \(String(decoding: term, as: UTF8.self))", default: 0] += count
      }
    }
    return terms
  }

  private static func answers(_ path: String) throws -> [String] {
    let index = try CivicIndex(path: path)
    let names = bodies + ["社会福祉協議会", "清流", "にほんせきじゅうじしゃ", "岬市 本町町内会", "海光建没"]
    let period = CivicPeriod(days: try DateExpression.span(since: "令和4年6月", until: "2023-03-15"))
    var answers = try names.flatMap { name in
      try [
        "\(index.organization(name, withChildren: true))",
        "\(index.organization(name, period: period))",
        "\(index.partners(of: name))",
      ]
    }
    for name in projects + ["浜里町 防災訓練", "岬市 雪まつり", "清掃"] {
      answers += try ["\(index.project(name))", "\(index.project(name, period: period))"]
    }
    answers += try ["環境課", "桜野村 総務課", "課"].map { "\(try index.department($0))" }
    answers += try ["\(index.years())", "\(index.years(comparing: (2021, 2023)))"]
    for kind in CatalogAnswer.Kind.allCases {
      answers += try ["\(index.catalog(kind))", "\(index.catalog(kind, period: period))"]
    }
    answers += try ["市", "防", "ほ", "レッド", "第2"].map { "\(try index.suggest($0, limit: 50))" }
    for query in ["清掃", "町内会 安全", "赤十字", "日本 雪", "在らぬ語", "イーグルス"] + words {
      for period in [CivicPeriod(), period] {
        var request = CivicRequest()
        (request.query, request.period, request.limit) = (query, period, 1000)
        let answer = try index.search(request)
        // Answers of equal rank come in the order in which they were added, and scores depend on the
        // average length of texts, which is estimated where documents were deleted.
        let hits = answer.hits.map { "\($0.entry.id) \($0.match) \($0.entry)" }
        answers.append("\(answer.total) \(hits.sorted())")
      }
    }
    return answers
  }
}
