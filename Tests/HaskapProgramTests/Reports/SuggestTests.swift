import Foundation
import Testing

/// What beginnings become, out of the reports and out of documents.
@Suite struct SuggestTests {
  typealias Reports = Questions.Reports

  private func texts(_ answer: [String: Any]) -> [String] {
    (answer["suggestions"] as? [[String: Any]] ?? []).compactMap { $0["text"] as? String }
  }

  @Test(
    arguments: Questions.corpora,
    [
      ("町内", "町内会"), ("まちか", "まちかどミーティング"), ("マチカ", "まちかどミーティング"), ("ぼらん", "ボランティア"),
      ("borant", "ボランティア"), ("tomak", "苫小牧"), ("とまこま", "苫小牧"), ("kyoudou", "協働"),
      ("ちょうないか", "町内会"), ("しゃかいふくしきょう", "社会福祉協議会"), ("苫小牧市社会福", "苫小牧市社会福祉協議会"),
      // The analyzer cuts inside what was typed.
      ("ハスカ", "ハスカップ"), ("はすか", "ハスカップ"), ("防災訓", "防災訓練"), ("防災訓練", "防災訓練"),
    ])
  func reports(_ reports: Reports, _ beginning: (typed: String, text: String)) throws {
    let run = try reports.program.run("suggest", beginning.typed, "--json", "--limit", "20")
    let found = texts(try run.object())
    #expect(found.contains(beginning.text), "\(beginning.typed): \(found)")
    #expect(run.status == 0 && found.count <= 20)
  }

  /// Nothing is suggested that a search does not find as it is written, with the count that is told.
  @Test(arguments: Questions.corpora) func suggestionsAreFound(_ reports: Reports) throws {
    for beginning in ["ま", "講", "ko", "町内"] {
      let answer = try reports.program.run("suggest", beginning, "--json").object()
      let suggestions = try #require(answer["suggestions"] as? [[String: Any]])
      #expect(!suggestions.isEmpty)
      for suggestion in suggestions {
        let text = suggestion["text"] as? String ?? ""
        let found = try reports.ask(["search", "\"\(text)\""]).object
        #expect(found["exactTotal"] as? Int == suggestion["count"] as? Int, "\(text)")
      }
    }
  }

  @Test func documents() throws {
    let program = try GenericFixture.indexed()
    func found(_ typed: String) throws -> [String] {
      texts(try program.run("suggest", typed, "--index", "ix", "--json").object())
    }
    #expect(Set(try found("まちかどミ")) == ["まちかどミーティングの記録", "まちかどミーティング"])
    // A label.
    #expect(try found("町内").contains("町内会"))
    #expect(try found("har").contains("Harbour \"Notes\" 🚢"))
    #expect(try found("みー") == ["ミーティング"])
    // A name that goes on for pages is none to be offered.
    let label = String(repeating: "清掃と花", count: 5000)
    try program.write("{\"id\":\"x\",\"title\":\"\(label)\",\"body\":\"清掃\"}\n", to: "x.jsonl")
    try program.run("add", "x.jsonl", "--index", "ix")
    #expect(try found("清").allSatisfy { $0.count <= 200 })
    let none = try program.run("suggest", "らーめん", "--index", "ix")
    #expect(none.status == 1 && none.output == "そう始まる語や名前はありません。\n")
    let hidden = try program.run("suggest", "町内", "--index", "ix", "--limit", "0")
    #expect(hidden.status == 0 && hidden.output.isEmpty)
    #expect(try program.run("suggest", " ", "--index", "ix").status == 2)
  }
}
