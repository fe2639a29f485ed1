import Foundation
import Testing

/// Questions to the reports, and their answers by year and line: `2020:73` is line 73 of the
/// collaboration report of 2020, `pledges:107` of the mayor's pledges. Both the corpus that ships
/// and the reports it retells have their rows on the same lines.
enum Questions {
  static let corpora: [Reports] = ReportFolder.hasSeeds ? [.corpus, .seeds] : [.corpus]

  enum Reports: String, CustomTestStringConvertible {
    case corpus, seeds

    var testDescription: String { rawValue }

    private static let corpusFolder: Result<ReportFolder, any Error> = Result {
      // What is static is never let go of, so nothing else would remove the folder.
      atexit { try? FileManager.default.removeItem(atPath: Reports.corpusFolder.get().path) }
      return try ReportFolder.indexed()
    }
    private static let seedsFolder: Result<ReportFolder, any Error> = Result {
      atexit { try? FileManager.default.removeItem(atPath: Reports.seedsFolder.get().path) }
      return try ReportFolder.indexed(ReportFolder.seeds)
    }

    /// Indexed once for all tests.
    var program: Program {
      get throws {
        switch self {
        case .corpus: try Self.corpusFolder.get().program
        case .seeds: try Self.seedsFolder.get().program
        }
      }
    }

    func ask(_ arguments: [String]) throws -> Answer {
      try Answer(program.run(arguments + ["--json"]))
    }
  }

  /// An answer of `search` or `organization` in JSON.
  struct Answer {
    let status: Int32
    let object: [String: Any]

    init(_ run: Program.Run) throws {
      status = run.status
      object = try run.object()
    }

    var total: Int? { object["total"] as? Int }
    var hits: [[String: Any]] { object["hits"] as? [[String: Any]] ?? [] }
    var types: [String] { hits.map { $0["type"] as? String ?? "" } }
    var names: [String] { hits.map { $0["name"] as? String ?? "" } }
    /// Where the projects stand, in the order of the answer.
    var places: [String] {
      hits.filter { $0["type"] as? String == "project" }.map(Questions.place)
    }
    /// Those that match all words.
    private var hitsOfAllWords: [[String: Any]] { hits.filter { $0["missing"] == nil } }
    var placesOfAllWords: [String] {
      hitsOfAllWords.filter { $0["type"] as? String == "project" }.map(Questions.place)
    }
    var namesOfAllWords: [String] { hitsOfAllWords.map { $0["name"] as? String ?? "" } }
    /// What the one organization did.
    var activities: [[String: Any]] {
      let bodies = object["organizations"] as? [[String: Any]] ?? []
      return bodies.first?["activities"] as? [[String: Any]] ?? []
    }
    var activityPlaces: [String] { activities.map(Questions.place) }
  }

  private static let reports = [
    "001": "2023", "002": "2020", "003": "council", "004": "pledges",
    "tomakomai-kyodo-2023": "2023", "tomakomai-kyodo-2020": "2020",
    "tomakomai-shakyo-2025": "council", "tomakomai-pledges-2024": "pledges",
  ]

  private static func place(_ record: [String: Any]) -> String {
    let document = record["document"] as? String ?? ""
    let report = reports[document] ?? reports[String(document.prefix(3))] ?? document
    return "\(report):\(record["line"] as? Int ?? 0)"
  }
}
