import Haskap
import Mustache
import Testing

@testable import HaskapServer

@Suite("Fields") struct FieldsTests {
  private func text(_ template: String, _ fields: Fields) throws -> String {
    try MustacheTemplate(string: template).render(fields)
  }

  /// As templates write it, and as Mustache has it.
  @Test(arguments: ["{{label(.)}}", "{{.label}}", "{{label}}"])
  func aFieldIsShown(_ template: String) throws {
    #expect(try text(template, ["label": "清掃", "other": "x"]) == "清掃")
    #expect(try text(template, ["other": "x"]) == "")
    #expect(try text(template, ["label": 12]) == "12")
  }

  @Test func sectionsAreOfTextsFlagsListsAndTables() throws {
    let template = "{{#value(.)}}[{{text(.)}}]{{/value(.)}}{{^value(.)}}-{{/value(.)}}"
    let one: Fields = ["text": "a"]
    #expect(try text(template, ["value": one]) == "[a]")
    #expect(try text(template, ["value": [one, ["text": "b"]] as [Fields]]) == "[a][b]")
    for none in [false, [Fields]()] as [Any] { #expect(try text(template, ["value": none]) == "-") }
    #expect(try text("{{#value(.)}}<{{.}}>{{/value(.)}}", ["value": "c"]) == "<c>")
  }

  @Test func theFirstOfANameIsShown() throws {
    let fields = (["label": "first"] as Fields).with(["label": "second", "more": "third"])
    #expect(try text("{{label(.)}} {{more(.)}}", fields) == "first third")
  }

  @Test(arguments: [
    ([], ""), ([Snippet.Part("a")], "a"), ([.init("b", isMarked: true)], "<b>"),
    (
      [.init("a"), .init("b", isMarked: true), .init("c", isMarked: true), .init("d"), .init("e")],
      "a<b><c>de"
    ),
  ]) func aSnippetIsPairsAndARest(_ parts: [Snippet.Part], _ shown: String) throws {
    let template = "{{#pairs(.)}}{{text(.)}}<{{marked(.)}}>{{/pairs(.)}}{{rest(.)}}"
    #expect(try text(template, Snippet(parts: parts).fields) == shown)
    let cut = Snippet(parts: parts, isCutAtStart: true, isCutAtEnd: true)
    #expect(try text(template, cut.fields) == "…\(shown)…")
  }
}
