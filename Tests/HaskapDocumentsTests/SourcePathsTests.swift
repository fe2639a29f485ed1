import Testing

@testable import HaskapDocuments

@Suite struct SourcePathsTests {
  @Test(arguments: [
    ("reports", "reports/2024/a.txt", true), ("./reports/", "reports/a.txt", true),
    ("reports", "reports2/a.txt", false), ("a.txt", "./a.txt", true), (".", "a.txt", true),
    (".", "/a.txt", false), ("/", "/a.txt", true), ("reports/a", "reports/a.txt", false),
  ])
  func holds(path: String, file: String, isHeld: Bool) {
    #expect(SourcePaths([path]).holds(file) == isHeld)
  }

  /// What was named last, and most closely, decides.
  @Test func addingAndRemoving() {
    var sources = SourcePaths(["reports"])
    sources.remove(["reports/old"])
    #expect(sources.holds("reports/a.txt") && !sources.holds("reports/old/b.txt"))
    sources.add(["reports/old/b.txt"])
    #expect(sources.holds("reports/old/b.txt") && !sources.holds("reports/old/c.txt"))
    sources.add(["reports"])
    #expect(sources.holds("reports/old/c.txt"))
    sources.remove(["reports/"])
    #expect(!sources.holds("reports/a.txt") && sources.paths.isEmpty)
  }

  /// `バ` in one scalar and in two: Unicode holds them equal, and the disk does not.
  @Test func namesAreToldByTheirBytes() {
    var sources = SourcePaths(["\u{30D0}.csv", "\u{30CF}\u{3099}.csv"])
    #expect(sources.paths.count == 2)
    #expect(!sources.names(theSameAs: SourcePaths(["\u{30D0}.csv"])))
    sources.remove(["\u{30D0}.csv"])
    #expect(!sources.holds("\u{30D0}.csv") && sources.holds("\u{30CF}\u{3099}.csv"))
  }

  /// A file that is called `-` is none that comes by standard input.
  @Test func theNameOfStandardInput() {
    #expect(SourcePaths.plain("./-") == "./-" && SourcePaths.plain("-") == "-")
    #expect(SourcePaths(["-"]).spelled(["./-", "-"]) == ["./-", "-"])
    #expect(SourcePaths.plain("//a/./b//") == "/a/b" && SourcePaths.plain("./") == ".")
  }

  @Test func theSameInAnyOrder() {
    let sources = SourcePaths(["a", "b/"])
    #expect(sources.names(theSameAs: SourcePaths(["./b", "a", "a"])))
    #expect(!sources.names(theSameAs: SourcePaths(["a"])))
  }
}
