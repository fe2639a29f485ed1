import Foundation
import HaskapQuery
import HaskapText
import Testing

@testable import HaskapCLI
@testable import HaskapSentences

/// Every sentence of the program is there in both languages.
@Suite struct SentencesTests {
  @Test func twinsTellOfTheSame() {
    #expect(Catalog.shared.uneven.isEmpty)
  }

  @Test func everySentenceHasItsTwin() throws {
    let keys = try SourceSentences.all(behind: #/\btold\(\s*/#)
    #expect(keys.count > 100)
    let lacking = keys.filter { !Catalog.shared.has($0) }
    #expect(lacking.isEmpty, "not in sentences.txt: \(lacking)")
  }

  /// Errors are made in English and told again by their pattern.
  @Test func everyErrorHasItsTwin() throws {
    let keys = try SourceSentences.all(
      behind: #/(?:UserError\(\s*description:|ValidationError\()\s*/#
    )
    .filter { !$0.contains { "ぁ"..."ん" ~= $0 } && $0.count > 10 }
    #expect(keys.count > 40)
    let lacking = keys.filter { key in
      let text = key.replacing("%", with: "7")
      return Catalog.shared.translated(text, to: .japanese) == text
    }
    #expect(lacking.isEmpty, "not in sentences.txt: \(lacking)")
  }

  /// What readers of reports warn and note is made in Japanese.
  @Test func everyWarningOfReadersHasItsTwin() throws {
    let beginning =
      #/(?:message: |reason: |warn\(\s*number, |warning\([^"()]+, |[^.]note\((?:printed, )?)/#
    let keys = try SourceSentences.all(behind: beginning, in: "HaskapCivic")
      .filter { $0.contains { "ぁ"..."ん" ~= $0 } }
    #expect(keys.count > 25)
    // A warning stands behind file and line.
    let lacking = keys.filter { key in
      !Catalog.shared.has(key) && !Catalog.shared.has("%:%: " + key)
    }
    #expect(lacking.isEmpty, "not in sentences.txt: \(lacking)")
  }

  @Test(arguments: [
    QueryNote.Reason.unbalanced("("), .danglingOperator("OR"), .readAsOperator("and"),
    .unknownField("高", known: ["id", "body"]), .emptyField("name"), .plainText("海~9"),
    .unreadableValue("year:soon", example: "year:5..10"), .malformedRange, .tooDeep(limit: 64),
    .tooManyWords(limit: 1000), .tooManyPatterns(limit: 64),
  ])
  func everyNoteOnAQueryHasItsTwin(reason: QueryNote.Reason) {
    let text = QueryNote(reason, at: 3).description
    let twin = Catalog.shared.translated(text, to: .english)
    #expect(twin != text && !twin.contains { "ぁ"..."ん" ~= $0 }, "\(twin)")
  }

  @Test func textsOfOthersAreToldAgain() {
    func japanese(_ text: String) -> String { Catalog.shared.translated(text, to: .japanese) }
    #expect(
      japanese(
        "--year '平和3', character 1: expected a year, found '平和3': write 令和5年度, R5, 2023 or 令和2..令和5"
      )
        == "--year '平和3' の1文字目: 年のはずが'平和3'です。令和5年度、R5、2023、令和2..令和5 のように書いてください")
    #expect(japanese("3 documents") == "3文書")
    #expect(japanese("give fewer words") == "give fewer words")
    #expect(
      Catalog.shared.translated("「町内会」を含むものは12件ありますが、「年度: 令和3」に合うものはありません。", to: .english)
        == "12 have “町内会”, but none of them meets “年度: 令和3”.")
    #expect(
      Catalog.shared.translated("すべてがそろうものはありません（「清掃」12件、「港」3件）。", to: .english)
        == "Nothing has all of them (“清掃” 12, “港” 3).")
    #expect(
      Catalog.shared.translated(
        "すべてがそろうものはありません（「清掃」18件、「町内会」14件、「防災」18件、「海」98件）。", to: .english)
        == "Nothing has all of them (“清掃” 18, “町内会” 14, “防災” 18, “海” 98).")
    #expect(
      Catalog.shared.translated("「清掃」を外すと1件、「海 山」を外すと2件、「港」を外すと3件、「雪」を外すと4件あります。", to: .english)
        == "1 without “清掃”, 2 without “海 山”, 3 without “港”, 4 without “雪”.")
  }

  /// Whoever writes a file in Japanese is told in Japanese what is wrong in it.
  @Test(arguments: [
    #"a.jsonl:1: expected a name in quotes at byte 2 of the line, found 'x'; write a document as {"id": "1", "title": "…"}"#,
    #"a.jsonl:1: expected ',' or '}' at byte 9 of the document, found the end; write a document as {"id": "1", "title": "…"}"#,
    #"a.json:1: expected an object or ']' in a file of JSON; write its documents as [{"id": "1"}, {"id": "2"}]"#,
    "a.tsv:2: expected at most 2 cells as in the first row, found 3; remove the tabs inside the cells",
    "a.csv:1: expected different names of columns with commas between them, found a, a; write the names into the first row",
    "n.txt:1: expected 'name = other | other' or 'name < earlier name', found 'x': correct the line, or begin it with #",
    "w.txt, line 1: a word is missing beside a sign; write a line as WORD = SAME WORD | NEAR > NARROWER, NARROWER ~ RELATED, RELATED",
    "s.json: Field 'x': unknown analyzer \"xx\": expected one of icu, japanese",
    "the schema has 1000 fields, and the index keeps the file of each document in one more, of 1000 at most; leave one out",
    "s.json: Field 'x': two fields have this name; rename one of them.",
    #"s.json: the file: 'fields' is missing; write a schema as {"key": "id", "fields": [{"name": "title", "type": "text"}]}"#,
    #"s.json: fields: a list is wanted; write a schema as {"key": "id", "fields": [{"name": "title", "type": "text"}]}"#,
    #"s.json: fields[0].weight: a number is wanted; write a schema as {"key": "id", "fields": [{"name": "title", "type": "text"}]}"#,
    "there is an index 'D' already; name a new folder, or let it give way with --replace",
    "a.txt: cannot be read (No such file or directory); check the name and its permissions",
    "a.pdf: pdftotext was ended, which had not read it after 60 seconds; cut the file into several, or save its text",
    "a.pdf: pdftotext was ended, which wrote more than 256 MiB of it; cut the file into several, or save its text",
    "a.json:2: an object has two values named 'x y', and both were read; give each its own name, or write a list",
    "a.csv:2: a quote is opened here and not closed in its cell; close or double the quote",
  ])
  func whatIsWrongInAFileIsToldInJapanese(_ text: String) {
    let twin = Catalog.shared.translated(text, to: .japanese)
    let english = [
      "expected", "found", "at most", "write", "there is", "missing", "No such", "ended", "values",
      "quote",
    ]
    #expect(english.allSatisfy { !twin.contains($0) }, "\(twin)")
  }

  @Test(arguments: [
    (1, "1 person took part", "参加 1人"), (2, "2 people took part", "参加 2人"),
    (11, "11 people took part", "参加 11人"),
  ])
  func oneIsToldByItself(count: Int, english: String, japanese: String) {
    let sentence: Sentence = "参加 \(count)人"
    #expect(Catalog.shared.text(of: sentence, in: .english) == english)
    #expect(Catalog.shared.text(of: sentence, in: .japanese) == japanese)
    let percent: Sentence = "\(1) % \(2) %"
    #expect(percent.ofOne?.key == "1 %% % %%" && percent.ofOne?.arguments == ["2"])
  }

  @Test func argumentsAreFoundInTheOrderOfTheOtherLanguage() {
    let template = Template("b is %2, a is %1, 100 %%")
    #expect(template.key == "b is %, a is %, 100 %%")
    #expect(template.arguments(in: "b is x y, a is z, 100 %") == ["z", "x y"])
    #expect(template.filled(with: ["1", "2"]) == "b is 2, a is 1, 100 %")
    #expect(template.arguments(in: "b is x") == nil)
  }
}

extension SentencesTests {
  @Test(arguments: ["b is %2, a is %1, 100 %%", "%% %0 %9%", "%", "一つ", "%1%2%%3"])
  func aLineHasItsKeyAndNoOther(_ line: String) {
    func has(_ key: String) -> Bool {
      Array(line.utf8).withUnsafeBufferPointer { line in
        Array(key.utf8).withUnsafeBufferPointer { Template.has(line: line[...], $0) }
      }
    }
    let key = Template(line).key
    #expect(has(key))
    #expect(!has(key + "x") && !has(String(key.dropLast())) && !has("x" + key))
  }
}

/// String literals of the program's sources behind some beginning, with `%` for what is put in.
private enum SourceSentences {
  static func all(
    behind beginning: Regex<some Any>, in module: String = "HaskapCLI"
  ) throws -> Set<String> {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/\(module)").standardizedFileURL
    let paths =
      FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    var found: Set<String> = []
    for path in paths where path.hasSuffix(".swift") {
      let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
      for match in text.matches(of: beginning) {
        if let literal = literals(text[match.range.upperBound...]) { found.insert(literal) }
      }
    }
    return found
  }

  /// Several joined by `+` are one.
  private static func literals(_ text: Substring) -> String? {
    guard text.first == "\"" else { return nil }
    let isBlock = text.hasPrefix("\"\"\"")
    var rest = text.dropFirst(isBlock ? 3 : 1)
    var key = ""
    while let letter = rest.popFirst() {
      if letter == "\"", !isBlock || rest.hasPrefix("\"\"") { break }
      if letter == "\\" {
        escape(&rest, &key)
      } else {
        key += letter == "%" ? "%%" : String(letter)
      }
    }
    if isBlock { key = unindented(key) }
    let next = rest.dropFirst(isBlock ? 2 : 0).drop(while: \.isWhitespace)
    guard next.first == "+" else { return key }
    return key + (literals(next.dropFirst().drop(while: \.isWhitespace)) ?? "")
  }

  private static func escape(_ rest: inout Substring, _ key: inout String) {
    let letter = rest.popFirst()
    guard letter == "(" else {
      // A backslash at the end joins the next line, without its indentation.
      if letter == "\n" {
        rest = rest.drop { $0 == " " }
      } else {
        key += letter.map(String.init) ?? ""
      }
      return
    }
    key += "%"
    var depth = 1
    while depth > 0, let letter = rest.popFirst() {
      depth += letter == "(" ? 1 : letter == ")" ? -1 : 0
    }
  }

  /// A block's lines without their indentation; lines that end with a backslash have been joined.
  private static func unindented(_ text: String) -> String {
    text.replacing(#/\s*\n\s*/#, with: "")
  }
}
