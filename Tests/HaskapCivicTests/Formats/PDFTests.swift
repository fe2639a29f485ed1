import Foundation
import HaskapText
import Testing

@testable import HaskapCivic

/// `Files/made.pdf` is two pages of one ruled table in Japanese, its headings on both.
@Suite("PDF") struct PDFTests {
  private static let made = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Files/made.pdf")

  @Test("a table over two pages: wrapped cells, repeated headings, pages and dates")
  func made() throws {
    let bytes = Array(try Data(contentsOf: Self.made))
    let text = try ReportText(file: "made.pdf", bytes: bytes)
    #expect(text.kind == .pdf)
    let records = ReportReader.read(text).records
    #expect(records.map(\.name) == ["ふれあい海辺清掃と水質調査", "読み聞かせの会", "冬の防災訓練"])
    #expect(records.map(\.number) == [1, 2, 3])
    #expect(records.map(\.departments) == [["環境課"], ["図書館"], ["危機管理室"]])
    #expect(
      records.map { $0.organizations.map(\.name) } == [["浜町町内会"], ["おはなしの会こだま"], ["港町自主防災会"]])
    #expect(
      records.map { $0.occurrences.map { $0.start?.description } } == [
        ["2023-06-04"], ["2023-07-29"], ["2024-01-20"],
      ])
    #expect(records.map(\.totalParticipants) == [320, 1204, 85])
    #expect(records.map(\.fiscalYear) == [2023, 2023, 2023])
    #expect(records.map(\.page) == [1, 1, 2])
    // Lines count from the top of each page.
    #expect(records.last.map { $0.line < 4 } == true)
    #expect(Set(records.compactMap(\.id)).count == 3)
    #expect(records.allSatisfy { $0.municipality == "岬市" })
  }

  @Test("a cut or damaged PDF is read or refused by name, never a crash")
  func damage() throws {
    let bytes = Array(try Data(contentsOf: Self.made))
    for length in stride(from: 8, to: bytes.count, by: bytes.count / 6) {
      do {
        _ = try ReportText(file: "cut.pdf", bytes: Array(bytes[..<length]))
      } catch {
        #expect(error.description.contains("cut.pdf"))
      }
    }
  }
}
