import Foundation
import HaskapTestSupport
import Testing

@testable import HaskapCLI

/// What the program makes of its arguments and its environment before it answers.
@Suite struct TerminalTests {
  @Test func nextPage() {
    func next(_ arguments: String...) -> String? {
      NextPage.command(after: 20, of: 35, arguments: arguments)
    }
    #expect(
      next("search", "町内会", "a b", "--offset", "10", "--json")
        == "haskap search 町内会 'a b' --json --offset 20")
    #expect(next("search", "--offset=10", "--", "-x") == "haskap search --offset 20 -- -x")
    #expect(next("search", "it's $(x)") == "haskap search 'it'\\''s $(x)' --offset 20")
    #expect(NextPage.command(after: 35, of: 35, arguments: ["search"]) == nil)
  }

  @Test func pagerIsWhatTheUserWants() {
    func pager(_ variables: [String: String]) -> String? {
      Pager.program { variables[$0] ?? ($0 == "PATH" ? "/usr/bin:/bin" : nil) }
    }
    #expect(pager(["PAGER": "env", "HASKAP_PAGER": "sh -c cat"]) == "sh -c cat")
    #expect(pager(["PAGER": "A=b sh"]) == "A=b sh" && pager(["PAGER": "/bin/sh"]) == "/bin/sh")
    #expect(pager(["PAGER": ""]) == nil && pager(["PAGER": "cat"]) == nil)
    #expect(pager(["PATH": "/nowhere"]) == nil && pager(["HASKAP_PAGER": "no-such-pager"]) == nil)
  }

  /// What is made side by side is written in order.
  @Test func partsOfTheOutput() throws {
    let folder = TemporaryFolder()
    let path = folder.path + "/text"
    let output = try Output(creating: path)
    output.line("before")
    try output.parts(300) { number, output in
      for line in 0..<number { output.line("\(number) \(line)") }
    }
    output.line("behind")
    output.flush()
    let lines = (0..<300).flatMap { number in (0..<number).map { "\(number) \($0)\n" } }
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text == "before\n" + lines.joined() + "behind\n")
  }

  @Test func language() {
    typealias Invocation = Language.Invocation
    let taken = Invocation(["search", "--lang", "ja", "a", "--", "--lang", "en"])
    #expect(
      taken.language == .japanese && taken.arguments == ["search", "a", "--", "--lang", "en"])
    #expect(Invocation(["years", "--lang=xx"]).wrong == "xx")
    func of(_ variables: [String: String]) -> Language { .ofLocale { variables[$0] } }
    #expect(of(["LANG": "ja_JP.UTF-8"]) == .japanese)
    #expect(of(["LANG": "ja_JP.UTF-8", "LC_ALL": "C"]) == .english)
    #expect(of(["LANG": "en_US", "LC_MESSAGES": "ja", "LC_ALL": ""]) == .japanese)
    #expect(of([:]) == .english)
  }
}
