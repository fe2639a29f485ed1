import Foundation
import Testing

/// The JSON that other programs read: its keys, and whole values where the reports fix them.
@Suite struct JSONShapeTests {
  private var program: Program { get throws { try Questions.Reports.corpus.program } }

  @Test func search() throws {
    let answer = try program.run("search", "町内会", "清掃", "--json", "--limit", "1").object()
    #expect(
      Set(answer.keys) == [
        "query", "total", "exactTotal", "spellingTotal", "partialTotal", "meaningTotal", "offset",
        "partial", "hits", "facets",
      ])
    #expect(answer["query"] as? String == "町内会 清掃")
    // All of them tell how many there are of every kind, also where exact ones alone are shown.
    let all = try program.run("search", "ボランティア", "--json").object()
    #expect((all["hits"] as? [Any])?.count == all["total"] as? Int)
    #expect(all["total"] as? Int ?? 0 > 10 && all["meaningTotal"] as? Int ?? 0 > 0)
    let hits = try #require(answer["hits"] as? [[String: Any]])
    let hit = try #require(hits.first)
    #expect(
      Set(hit.keys).isSuperset(of: [
        "rank", "score", "type", "name", "document", "line", "section", "form", "number",
        "fiscalYear", "wareki", "departments", "organizations", "participants", "snippet",
      ]))
    let facets = try #require(answer["facets"] as? [String: Any])
    #expect(Set(facets.keys) == ["year", "form", "type", "department"])
  }

  /// A whole answer, as printed in the report: item 6 of ③.
  @Test func aProject() throws {
    let answer = try program.run("search", "name:環境美化活動事業", "--json").object()
    let hits = try #require(answer["hits"] as? [[String: Any]])
    let hit = try #require(hits.first)
    #expect(hit["name"] as? String == "苫小牧市環境美化活動事業")
    #expect(hit["document"] as? String == "tomakomai-kyodo-2020")
    #expect(hit["line"] as? Int == 74)
    #expect(hit["number"] as? Int == 6)
    #expect(hit["form"] as? String == "その他（事業協力）")
    #expect(hit["fiscalYear"] as? Int == 2020)
    #expect(hit["wareki"] as? String == "令和2年度（2020年度）")
    #expect(hit["departments"] as? [String] == ["ゼロごみ推進課"])
    #expect(hit["participants"] as? Int == 15233)
    #expect(hit["approximate"] as? Bool == true)
  }

  /// The marks of a snippet are ranges of its Unicode scalars: of the word, or of what an answer
  /// has in its place.
  @Test func marks() throws {
    let answer = try program.run("search", "清掃", "--json").object()
    let hits = try #require(answer["hits"] as? [[String: Any]])
    var matches: [String: Int] = [:]
    for hit in hits {
      guard let snippet = hit["snippet"] as? [String: Any] else { continue }
      let text = Array(try #require(snippet["text"] as? String).unicodeScalars)
      let marks = try #require(snippet["marks"] as? [[Int]])
      let words = marks.map { mark in
        text[mark[0]..<mark[1]].reduce(into: "") { $0.unicodeScalars.append($1) }
      }
      let meanings = (hit["meanings"] as? [[String: Any]] ?? []).compactMap {
        $0["found"] as? String
      }
      #expect(Set(words).isSubset(of: ["清掃"] + meanings))
      if !words.isEmpty { matches[hit["match"] as? String ?? "", default: 0] += 1 }
    }
    #expect(matches["exact"] == 2)
    #expect(matches["meaning"] ?? 0 > 0)
  }

  @Test func organization() throws {
    let answer = try program.run("organization", "㈱苫東", "--json").object()
    let bodies = try #require(answer["organizations"] as? [[String: Any]])
    let body = try #require(bodies.first)
    #expect(
      Set(body.keys).isSuperset(of: [
        "id", "name", "kind", "spellings", "otherNames", "children", "cities", "activities",
      ]))
    #expect(body["name"] as? String == "株式会社苫東")
    let activities = try #require(body["activities"] as? [[String: Any]])
    #expect(activities.map { $0["fiscalYear"] as? Int } == [2020, 2023])
    #expect(activities.map { $0["role"] as? String } == ["host", "related"])
  }

  @Test func records() throws {
    let run = try program.run("records", "--json")
    let objects = try run.lines.filter { !$0.isEmpty }.map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    let counts = Dictionary(grouping: objects) { $0["document"] as? String ?? "" }
      .mapValues(\.count)
    #expect(counts["tomakomai-kyodo-2020"] == 10 + 11 + 16 + 108 + 73)
    #expect(counts["tomakomai-kyodo-2023"] == 23)
    #expect(counts["tomakomai-pledges-2024"] == 50)
    #expect((26...28).contains(counts["tomakomai-shakyo-2025"] ?? 0))
    #expect(objects.allSatisfy { $0["name"] is String && $0["line"] is Int })
  }

  @Test func indexSummary() throws {
    let run = try program.run("index", "--json", "--index", "Index/shape")
    let answer = try run.object()
    #expect(Set(answer.keys) == ["summary", "passedOver", "seconds"])
    let summary = try #require(answer["summary"] as? [String: Any])
    #expect(
      Set(summary.keys).isSuperset(of: [
        "documents", "records", "organizations", "words", "bytes", "reports", "warnings", "added",
        "changed", "unchanged", "dropped",
      ]))
    let reports = try #require(summary["reports"] as? [[String: Any]])
    #expect(reports.map { $0["records"] as? Int }.count == 4)
    #expect(reports.allSatisfy { ($0["checksum"] as? String)?.isEmpty == false })
  }
}
