import Foundation
import Haskap
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
    let growth = "size grows with documents to the power of "
    #expect(BuildReport(result).text.split(separator: growth).last?.contains("± –") == true)
    #expect(result.origin?.textFields == ["body"])
  }
}
