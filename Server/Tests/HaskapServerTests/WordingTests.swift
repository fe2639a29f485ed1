import Foundation
import Testing

@testable import HaskapServer

@Suite("Wording") struct WordingTests {
  private static let sources = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Sources/HaskapServer").standardizedFileURL

  private static func files(_ ending: String) throws -> [String] {
    let paths = FileManager.default.enumerator(atPath: sources.path)?.compactMap { $0 as? String }
    return try (paths ?? []).filter { $0.hasSuffix(ending) }
      .map { try String(contentsOf: sources.appending(path: $0), encoding: .utf8) }
  }

  @Test(arguments: Language.allCases) func everyKeyThatIsUsedIsThere(_ language: Language) throws {
    let wording = try Wording(language)
    let inCode = try Self.files(".swift").flatMap { text in
      text.matches(of: #/wording(?:\[|\()"([^"\\]+)"/#).map { String($0.1) }
    }
    let inTemplates = try Self.files(".mustache").flatMap { text in
      text.matches(of: #/\{\{w\.([^}]+)\}\}/#).map { String($0.1) }
    }
    #expect(inCode.count > 100 && inTemplates.count > 15)
    for key in inCode + inTemplates { #expect(wording.texts[key] != nil, "\(key)") }
  }

  @Test func bothLanguagesFillTheSameBraces() throws {
    let (japanese, english) = (try Wording(.ja), try Wording(.en))
    for (key, text) in japanese.texts {
      func braces(_ text: String) -> Set<String> {
        Set(text.matches(of: #/\{(\w+)\}/#).map { String($0.1) })
      }
      #expect(braces(text) == braces(english.texts[key] ?? ""), "\(key)")
    }
  }

  /// Why a request is refused is told in the language of the page.
  @Test func everyRefusalHasItsTwin() throws {
    let refusals = [
      Refusal.notUTF8, .noHost, .twice("q"), .missing(.record("a/1")), .tooLong("q", limit: 300),
      .outOfRange("page", 1...9),
      .unknown("sort", "up", known: ["year", "name"]),
    ]
    let (japanese, english) = (try Wording(.ja), try Wording(.en))
    for refusal in refusals {
      let told = japanese.retold(refusal.detail)
      #expect(told.isJapanese && english.retold(told) == refusal.detail, "\(told)")
    }
  }

  @Test func whatIsFilledInIsNotFilledAgain() throws {
    let wording = try Wording(.en)
    #expect(wording("search.title", ["q": "{q} {n}"]) == "Results for “{q} {n}”")
    #expect(wording("facet.more", [:]) == "and {n} more")
  }

  @Test(arguments: Language.allCases)
  func templatesHaveTheWordsOfTheirLanguage(_ language: Language) throws {
    let wording = try Wording(language)
    let shown = try Templates(wording).render("refusal", ["title": "<x>"])
    #expect(
      shown == "<h1>&lt;x&gt;</h1>\n<p>\(PageText().escapeText(wording["refusalNext"]))</p>\n")
  }

  /// The finished main part of a page and data for search machines go unescaped into the layout, and
  /// the parts of a card that are laid out already onto the page.
  @Test func templatesEscapeWhatTheyAreGiven() throws {
    let unescaped = try Self.files(".mustache").flatMap { text in
      text.matches(of: #/\{\{(\{|&)\s*([\w.]+)/#).map { String($0.2) }
    }
    #expect(unescaped.sorted() == [".", "details", "kind", "main", "title"])
  }

  @Test func textIsEscaped() {
    let text = "<a href='x' title=\"y\">&\u{1B}[0m\u{202E}清掃\n</a>…é"
    #expect(
      PageText().escapeText(text)
        == "&lt;a href=&#39;x&#39; title=&quot;y&quot;&gt;&amp;[0m清掃\n&lt;/a&gt;…é")
  }

  /// Byte by byte as character by character: what is around what is escaped stays.
  @Test func whatIsLeftOutIsLeftOutAlone() {
    let left = [0x00...0x08, 0x0B...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069]
    for value in Array(0...0x2100 as ClosedRange<UInt32>) + [0x3042, 0xFFFD, 0x1F642] {
      guard let scalar = Unicode.Scalar(value), !"<>&\"'".unicodeScalars.contains(scalar) else {
        continue
      }
      let isLeft = left.contains { $0.contains(Int(value)) }
      let shown = isLeft ? "" : String(Character(scalar))
      #expect(
        PageText().escapeText("清\(scalar)<\(scalar)\(scalar)")
          == "清\(shown)&lt;\(shown)\(shown)", "\(value)")
    }
  }

  @Test(arguments: [(0, "0"), (999, "999"), (1000, "1,000"), (-1_234_567, "-1,234,567")])
  func numbersAreGrouped(_ number: Int, _ text: String) { #expect(number.grouped == text) }

  @Test(arguments: [
    ("Corpus/a.txt", "Corpus/a.txt"), ("/home/x/a.txt", "a.txt"), ("../x/a.txt", "a.txt"),
  ]) func foldersAboveAreNotTold(_ path: String, _ shown: String) {
    #expect(PublicPath.of(path) == shown)
  }
}
