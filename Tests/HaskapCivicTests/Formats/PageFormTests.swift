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

  @Test("a title that is the widest line of its page goes on in no name") func widestTitle() {
    let words: [(Double, Double, String)] = [
      (40, 20, "令和6年度"), (116, 20, "みどり市"), (152, 20, "協働事業事例集"), (40, 34, "干潟の観察会"),
      (40, 48, "団体名：里海の会"), (40, 62, "実施日：令和6年5月25日"), (40, 76, "参加者：44人"),
    ]
    #expect(Self.told(words) == ["干潟の観察会||里海の会|2024-05-25|44|2024"])
  }

  @Test("a wide space in the title above a form of labels and values") func titleOfForm() {
    let words: [(Double, Double, String)] = [
      (40, 20, "令和6年度"), (130, 20, "みどり市協働のまちづくり事業報告書"), (60, 40, "事業名"), (140, 40, "干潟の観察会"),
      (60, 60, "実施団体"), (140, 60, "里海の会"), (60, 80, "担当課"), (140, 80, "環境課"),
    ]
    #expect(Self.told(words) == ["干潟の観察会|環境課|里海の会|||2024"])
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
