import Haskap
import Testing

@testable import HaskapServer

@Suite("Fields") struct FieldsTests {
  private func text(_ template: String, _ fields: Fields) throws -> String {
    var text = ""
    try Template(template).write(fields, Wording(.ja), [:], to: &text)
    return text
  }

  @Test func aFieldIsShown() throws {
    #expect(try text("a{{label}}b", ["label": "清掃", "other": "x"]) == "a清掃b")
    #expect(try text("{{label}}", ["other": "x"]) == "")
    #expect(try text("{{label}}", ["label": 12]) == "12")
    #expect(try text("{{label}} {{{label}}}", ["label": "<i>"]) == "&lt;i&gt; <i>")
    #expect(try text("{{w.go}}", [:]) == Wording(.ja)["go"])
  }

  @Test(arguments: ["{{#a}}", "{{#a}}{{/b}}", "{{^a}}{{#b}}{{/a}}{{/b}}"])
  func aSectionEnds(_ template: String) {
    #expect(throws: ResourceError.self) { try Template(template) }
  }

  @Test func sectionsAreOfTextsFlagsListsAndTables() throws {
    let template = "{{#value}}[{{text}}]{{/value}}{{^value}}-{{/value}}"
    let one: Fields = ["text": "a"]
    #expect(try text(template, ["value": one]) == "[a]")
    #expect(try text(template, ["value": [one, ["text": "b"]] as [Fields]]) == "[a][b]")
    for none in [false, [Fields]()] as [any TemplateValue] {
      #expect(try text(template, ["value": none]) == "-")
    }
    #expect(try text("{{#value}}<{{.}}>{{/value}}", ["value": "c"]) == "<c>")
  }

  @Test func theFirstOfANameIsShown() throws {
    let fields = (["label": "first"] as Fields).with(["label": "second", "more": "third"])
    #expect(try text("{{label}} {{more}}", fields) == "first third")
  }

  @Test(arguments: [
    ([], ""), ([Snippet.Part("a")], "a"), ([.init("b", isMarked: true)], "<b>"),
    (
      [.init("a"), .init("b", isMarked: true), .init("c", isMarked: true), .init("d"), .init("e")],
      "a<b><c>de"
    ),
  ]) func aSnippetIsPairsAndARest(_ parts: [Snippet.Part], _ shown: String) throws {
    let template = "{{#pairs}}{{text}}<{{marked}}>{{/pairs}}{{rest}}"
    #expect(try text(template, Snippet(parts: parts).fields) == shown)
    let cut = Snippet(parts: parts, isCutAtStart: true, isCutAtEnd: true)
    #expect(try text(template, cut.fields) == "…\(shown)…")
  }
}
