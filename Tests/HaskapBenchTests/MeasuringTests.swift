import Foundation
import Haskap
import HaskapText
import Testing

@testable import HaskapBench

@Suite struct MeasuringTests {
  @Test func quantilesLieBetweenTheValues() {
    let measurement = Measurement([4, 1, 3, 2])
    #expect(measurement.median == 2.5)
    #expect(measurement.spread == 1.5)
    #expect(Measurement().median == 0)
  }

  @Test func anExactPowerLawIsFoundWithoutError() throws {
    let law = try #require(PowerLaw([1.0, 10, 100].map { (x: $0, y: 3 * pow($0, 1.5)) }))
    #expect(abs(law.exponent - 1.5) < 1e-9)
    #expect(try #require(law.exponentError) < 1e-6)
    #expect(abs(law.value(at: 10) - 3 * pow(10, 1.5)) < 1e-6)
    #expect(PowerLaw([(x: 1, y: 1)]) == nil)
  }

  /// The standard error of a slope, worked out by hand: points (0, 0), (1, 1), (2, 1) in logarithms.
  @Test func theErrorIsThatOfTheSlope() throws {
    let law = try #require(PowerLaw([(0.0, 0.0), (1, 1), (2, 1)].map { (x: exp($0), y: exp($1)) }))
    #expect(abs(law.exponent - 0.5) < 1e-9)
    #expect(abs(try #require(law.exponentError) - (1.0 / 12).squareRoot()) < 1e-9)
    #expect(PowerLaw([(x: 1, y: 1), (x: 2, y: 3)])?.exponentError == nil)
  }

  @Test func aChartEscapesItsTextsAndDrawsItsPoints() {
    let points = [(x: 1.0, y: 0.5), (x: 100, y: 20)]
    let chart = Chart(
      title: "a < b & c", xLabel: "x", yLabel: "y",
      curves: [.init(name: "one", points: points, fit: PowerLaw(points))])
    #expect(chart.svg.contains("<title>a &lt; b &amp; c</title>"))
    #expect(chart.svg.count { $0 == "<" } == chart.svg.count { $0 == ">" })
    #expect(chart.svg.split(separator: "<circle").count == points.count + 1)
    #expect(chart.svg.contains("exponent 0.801"))
  }

  /// Columns that do not fit stand below, beside the first ones; kanji are two wide.
  @Test func aWideTableIsFolded() {
    var table = TextTable((0..<12).map { "見出しの列\($0)" }, rows: [(0..<12).map(String.init)])
    for repeated in [1, 3] {
      table.repeated = repeated
      let lines = table.text.split(separator: "\n")
      #expect(lines.allSatisfy { DisplayWidth.of(String($0)) <= 80 })
      #expect(lines.count > 3 && lines.count { $0.hasPrefix("見出しの列0 ") } == lines.count / 3)
      for column in 0..<12 { #expect(table.text.contains("見出しの列\(column)")) }
    }
    let narrow = TextTable(["a", "b"], rows: [["1", "22"]])
    #expect(narrow.text == "a   b\n─  ──\n1  22")
  }

  /// Documents that replace earlier ones, and an index of other documents than those that are said.
  @Test func termsAndPhrasesAreCountedInTheTexts() throws {
    let schema = try Schema([.keyword("id"), .text("body"), .text("title")], key: "id")
    let words = ["清掃", "港", "防災", "音楽"]
    let documents = (0..<40).map { number in
      var document = Document()
      document.append(String(number % 30), to: "id")
      document.append("\(words[number % 4])の催し \(words[number % 3])", to: "body")
      document.append(words[number / 10], to: "title")
      return document
    }
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let expected = try ExpectedAnswers(documents, schema, sizes: [20, 40])
    #expect(expected.count > 4)
    for size in [20, 40] {
      let writer = try IndexWriter(replacing: path, schema: schema)
      for document in documents.prefix(size) { try writer.replace(document) }
      try writer.commit()
      #expect(try expected.check(path, documents: size).documentCount == min(size, 30))
      #expect(throws: WrongAnswer.self) { try expected.check(path, documents: 60 - size) }
    }
  }

  @Test func aBuildIsMeasuredAndChecked() throws {
    let schema = try Schema([.keyword("id"), .text("body", grams: true)], key: "id")
    let documents = (0..<30).map { number in
      var document = Document()
      document.append(String(number), to: "id")
      document.append("町内会と市が協働で清掃をした第\(number)回", to: "body")
      return document
    }
    var options = BuildBenchmark.Options()
    options.sizes = [10, 30]
    options.rounds = 2
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let result = try BuildBenchmark(
      documents: documents, schema: schema, options: options, folder: folder
    ).run()
    #expect(result.setups.map(\.documents) == [10, 30])
    #expect(result.setups.allSatisfy { $0.wall.values.count == 2 && $0.words > 0 })
    #expect(result.setups.allSatisfy { $0.parts.values.reduce(0, +) >= $0.indexBytes })
    #expect(BuildReport(result).text.contains("segmenting"))
    #expect(BuildReport(result).text.contains("How size grows is not told"))
    #expect((result.comparedQueries ?? 0) > 2)
    #expect(result.origin?.textFields == ["body"])
  }
}
