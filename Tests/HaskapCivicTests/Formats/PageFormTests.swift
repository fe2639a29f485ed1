import HaskapText
import Testing

@testable import HaskapCivic

/// Forms and sections of labels on the pages of a PDF.
@Suite("Forms on the pages of a PDF") struct PageFormTests {
  /// What a page of some words tells, as rows of `MunicipalTablesTests`.
  private static func told(_ words: [(Double, Double, String)]) -> [String] {
    let lines = PDFText.lines(pageBoxes([words])).map(\.text).joined(separator: "\n")
    let shape = MunicipalTablesTests.Shape("", lines, file: "a.txt")
    return (try? MunicipalTablesTests.rows(of: shape)) ?? []
  }

  @Test("two labels in a row, each in the middle of its value's height")
  func centered() {
    #expect(
      Self.told([
        (40, 20, "令和6年度"), (120, 20, "実績報告書"),
        (40, 50, "事"), (51, 50, "業"), (62, 50, "名"), (140, 50, "農園づくり"),
        (40, 80, "実施団体"), (140, 73, "NPO法人耕すネッ"), (140, 87, "トワーク"),
        (300, 80, "担当課"), (400, 80, "福祉課"),
        (40, 117, "実施期間"), (140, 110, "令和6年4月13日～令和6"), (140, 124, "年11月30日"),
        (300, 117, "参加者数"), (400, 117, "延べ368人"),
        (40, 150, "成果"), (140, 150, "収穫祭には近隣の住民も加わり、皆でにぎやかに食べた。"),
      ]) == ["農園づくり|福祉課|NPO法人耕すネットワーク|2024-04-13/2024-11-30|368|2024"])
  }

  @Test("the first of several sections below a long title")
  func sections() {
    func section(_ top: Double, _ number: String, _ name: String) -> [(Double, Double, String)] {
      let lines: [(Double, String, Double, String)] = [
        (0, number, 60, name), (32, "参加者数", 100, "４２名"), (48, "協力", 100, name + "の会"),
      ]
      let day: [(Double, Double, String)] = [
        (50, top + 16, "期"), (72, top + 16, "日"), (100, top + 16, "令和５年６月４日"),
      ]
      return lines.flatMap { line -> [(Double, Double, String)] in
        [(line.0 == 0 ? 40 : 50, top + line.0, line.1), (line.2, top + line.0, line.3)]
      } + day
    }
    let sections = section(50, "１", "朝市") + section(150, "２", "夕市")
    let title = [(40.0, 14.0, "令和５年度"), (130.0, 14.0, "社会福祉協議会事業報告")]
    #expect(
      Self.told(title + sections) == [
        "朝市||朝市の会|2023-06-04|42|2023", "夕市||夕市の会|2023-06-04|42|2023",
      ])
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
