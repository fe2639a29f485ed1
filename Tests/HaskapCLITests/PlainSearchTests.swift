import ArgumentParser
import HaskapTestSupport
import Testing

@testable import HaskapCLI

/// What is read without the argument parser must be what that makes of the same.
@Suite struct PlainSearchTests {
  private static let everyday: [[String]] = [
    ["search", "町内会"], ["search", "町内会", "清掃"], ["search", "help"], ["search", "search", "x"],
    ["search", "\"環境 美化\"", "--index", "Index/docs"], ["search", "--limit", "3", "祭り", "--json"],
    ["search", "祭り", "--timeout", "1.5"],
    ["search", "祭り", "--offset", "10", "--limit", "+5", "--sort", "year", "--explain", "--csv"],
    ["search", "祭り", "--limit", "1", "--limit", "2", "--json", "--json", "", "OR", "港"],
  ]

  @Test(arguments: everyday)
  func readsEverydayForms(_ arguments: [String]) throws {
    #expect(try #require(SearchTask(plain: arguments)) == parsed(arguments))
  }

  private static let others: [[String]] = [
    [], ["search"], ["search", "　"], ["years"], ["help", "search"], ["search", "--help", "x"],
    ["search", "防災", "-訓練"], ["search", "x", "--limit"], ["search", "x", "--limit", "few"],
    ["search", "x", "--limit=3"], ["search", "x", "--timeout", "0"],
    ["search", "x", "--json", "--csv"], ["search", "x", "--", "-y"],
    ["search", "x", "--year", "R5"], ["search", "x", "--index", "--json"],
  ]

  @Test(arguments: others)
  func leavesOthersToTheParser(_ arguments: [String]) {
    #expect(SearchTask(plain: arguments) == nil)
  }

  @Test func equalsTheParserOnRandomArguments() throws {
    let pieces = [
      "町内会", "x y", "", "help", "search", "3", "-1", "-", "--", "-訓練", "--json", "--csv",
      "--explain",
      "--limit", "--offset", "--timeout", "--index", "--sort", "--limit=2", "--year", "-\u{301}x",
      "name:あ..か",
    ]
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SplitMix(seed: seed)
    var read = 0
    for _ in 0..<2000 {
      let count = Int.random(in: 1...6, using: &random)
      let arguments = ["search"] + (0..<count).map { _ in pieces.randomElement(using: &random)! }
      guard let plain = SearchTask(plain: arguments) else { continue }
      read += 1
      #expect(plain == (try? parsed(arguments)), "seed \(seed): \(arguments)")
    }
    #expect(read > 100)
  }

  private func parsed(_ arguments: [String]) throws -> SearchTask {
    try #require(try HaskapCommand.parseAsRoot(arguments) as? SearchCommand).task
  }
}
