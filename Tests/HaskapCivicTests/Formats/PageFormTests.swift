import HaskapText
import Testing

@testable import HaskapCivic

/// Titles and headings on the pages of a PDF.
@Suite("Titles and headings on the pages of a PDF") struct PageFormTests {
  /// What a page of some words tells, as rows of `MunicipalTablesTests`.
  private static func told(_ words: [(Double, Double, String)]) -> [String] {
    let lines = PDFText.lines(pageBoxes([words])).map(\.text).joined(separator: "\n")
    let shape = MunicipalTablesTests.Shape("", lines, file: "a.txt")
    return (try? MunicipalTablesTests.rows(of: shape)) ?? []
  }

  @Test("an item below a long title begins a line of its own") func title() {
    let words: [(Double, Double, String)] = [
      (40, 20, "令和５年度社会福祉協議会事業報告"), (40, 34, "１　朝市"), (40, 48, "参加者：４２名"),
    ]
    #expect(
      PDFText.lines(pageBoxes([words])).map(\.text) == ["令和５年度社会福祉協議会事業報告", "１　朝市", "参加者：４２名"])
  }

  @Test("a heading of people that its first part stands right below, and their sum")
  func parts() {
    let heads: [(Double, Double, String)] = [
      (40, 20, "令和6年度"), (40, 50, "行事名"), (120, 50, "担当課"), (200, 50, "参加者数大人"), (310, 50, "子ども"),
      (370, 50, "計"),
    ]
    func row(_ top: Double, _ name: String) -> [(Double, Double, String)] {
      [(40, top, name), (120, top, "農政課"), (200, top, "40"), (310, top, "12"), (370, top, "52")]
    }
    #expect(
      Self.told(heads + row(70, "朝市") + row(90, "夕市")) == [
        "朝市|農政課|||52|2024", "夕市|農政課|||52|2024",
      ])
  }
}
