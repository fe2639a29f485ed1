import Foundation
import HaskapTestSupport
import Testing

@testable import HaskapCivic

/// What a report prints is found, and finds its record.
@Suite("Nothing is lost") struct NothingLostTests {
  private static let repository = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private static func reports(_ folder: URL) -> [URL] {
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (files?.compactMap { $0 as? URL } ?? [])
      .filter { ["txt", "tsv", "csv", "html", "md"].contains($0.pathExtension) }
      .sorted { $0.path < $1.path }
  }

  @Test("every cell of the corpus stands in a record as printed")
  func corpus() throws {
    let files = Self.reports(Self.repository.appending(path: "Corpus"))
    #expect(files.count >= 4)
    for file in files { try check(file) }
  }

  @Test("and every cell of shared reports, where there are any")
  func shared() throws {
    let folder = Self.repository.deletingLastPathComponent().appending(path: "shared")
    let files = ["seeds", "cases/reports/made", "cases/reports/small"]
      .flatMap { Self.reports(folder.appending(path: $0)) }
    if files.isEmpty { print("skipped: no shared reports beside the repository") }
    for file in files { try check(file) }
  }

  private func check(_ file: URL) throws {
    let bytes = [UInt8](try Data(contentsOf: file))
    guard let text = try? ReportText(file: file.path, bytes: bytes) else { return }
    let reading = ReportReader.read(text)
    let texts = reading.records.flatMap { $0.searchableStrings + [$0.text ?? ""] }
      .map(Self.plain)  // The index joins what only white space separates in Japanese.
    let all = texts.joined(separator: "\n")
    let whole = Set(texts)
    for line in text.lines {
      for cell in line[...].cells {
        let printed = Self.plain(CellText.untagged(cell, separator: " "))
        if printed.isEmpty || whole.contains(printed) { continue }
        #expect(all.contains(printed), "\(file.lastPathComponent): \(printed)")
      }
    }
  }

  private static func plain(_ text: String) -> String {
    text.filter { !$0.isWhitespace }
  }
}
