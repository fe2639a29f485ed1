import Foundation
import HaskapDocuments
import HaskapTestSupport
import Testing

@testable import HaskapCivic

/// Whatever piece of a report somebody quotes is found, and finds the record that it stands in.
@Suite("Any piece is found") struct PiecesFoundTests {
  private struct Cell {
    var file: String
    var lines: ClosedRange<Int>
    var text: [Character]
  }

  private static func files() throws -> [URL] {
    let repository = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../..").standardizedFileURL
    let folders = [
      repository.appending(path: "Corpus"),
      repository.appending(path: "../shared/seeds"),
      repository.appending(path: "../shared/cases/reports/made"),
    ]
    let all = folders.flatMap { folder in
      (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil))
        ?? []
    }
    return all.filter { ["txt", "tsv", "csv", "html"].contains($0.pathExtension) }
      .sorted { $0.path < $1.path }
  }

  /// The cells of a file, each with the lines at which the record that holds it may begin.
  private static func cells(_ text: ReportText, _ reading: Reading) -> [Cell] {
    let starts = reading.records.map(\.line)
    return text.lines.enumerated().flatMap { index, line -> [Cell] in
      let above = starts.last { $0 <= index + 1 } ?? index + 1
      let below = starts.first { $0 > index + 1 } ?? above
      return line[...].cells.flatMap(columns).compactMap { cell in
        let text = cell.filter { $0 != "\"" }.trimmed
        guard text.count >= 2 else { return nil }
        return Cell(file: reading.records[0].document, lines: above...below, text: Array(text))
      }
    }
  }

  /// Two spaces part the columns of a table.
  private static func columns(_ cell: Substring) -> [String] {
    let text = CellText.untagged(cell, separator: " ")
    return text.split(separator: /\s{2,}/).map(String.init)
  }

  @Test("pieces of 2 to 12 characters, quoted")
  func pieces() throws {
    var cells: [Cell] = []
    var files: [CivicIndexBuilder.File] = []
    for url in try Self.files() {
      let bytes = [UInt8](try Data(contentsOf: url))
      guard let text = try? ReportText(file: url.path, bytes: bytes) else { continue }
      files.append(.init(path: url.path, bytes: bytes))
      cells += Self.cells(text, ReportReader.read(text))
    }
    let folder = TemporaryFolder()
    let index = folder.path + "/index"
    _ = try CivicIndexBuilder(path: index).build(files, of: SourcePaths(files.map(\.path)))
    let civic = try CivicIndex(path: index)
    let seed = UInt64.random(in: 0...UInt64.max)
    print("pieces of reports: seed \(seed)")
    var random = SplitMix(seed: seed)
    for _ in 0..<500 {
      let cell = try #require(cells.randomElement(using: &random))
      let count = min(Int.random(in: 2...12, using: &random), cell.text.count)
      let start = Int.random(in: 0...cell.text.count - count, using: &random)
      try find(String(cell.text[start..<start + count]), of: cell, in: civic)
    }
  }

  @Test(
    "a piece across a middle dot or a line end in a cell, with the white space of the cell or another"
  )
  func piecesAcrossWhiteSpace() throws {
    let report = """
      令和5年度 協働事業一覧
      事業名,団体名,実施日,事業内容
      清掃,"浜町町内会・
      清流の会",6月4日,"ごみ拾いで 400
      袋　（前年 350袋）"
      祭り,花の会・ 緑の会,7月4日,A B
      """
    let folder = TemporaryFolder()
    let index = folder.path + "/index"
    let file = CivicIndexBuilder.File(path: "report.csv", bytes: Array(report.utf8))
    _ = try CivicIndexBuilder(path: index).build([file], of: SourcePaths(["report.csv"]))
    let civic = try CivicIndex(path: index)
    for piece in [
      "町内会・\n清流", "町内会・ 清流", "町内会・清流", "花の会・ 緑", "花の会・緑", "拾いで 400", "400\n袋", "袋　（前年", "A  B",
    ] {
      var request = CivicRequest()
      request.query = "\"\(piece)\""
      #expect(try civic.search(request).hits.contains { $0.match == .exact }, "\(piece)")
    }
  }

  private func find(_ piece: String, of cell: Cell, in index: CivicIndex) throws {
    if piece.trimmed.count < 2 { return }
    var request = CivicRequest()
    request.query = "\"\(piece)\""
    request.limit = 5_000
    let records = try index.search(request).hits.filter { $0.match == .exact }
      .compactMap(\.entry.record)
    #expect(
      records.contains { $0.document == cell.file && cell.lines.contains($0.line) },
      "\(cell.file) \(cell.lines): 「\(piece)」 of \(String(cell.text))")
  }
}
