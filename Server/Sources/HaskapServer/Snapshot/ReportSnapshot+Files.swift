import FoundationEssentials
import HaskapCivic

/// The reports themselves, where they are at hand: only those that the index was built from, as they
/// were then, each named by its checksum.
extension ReportSnapshot {
  private static let pdf = "PDF"

  /// The place of a record's report among the answers of the server; nil where it has no pages.
  func file(of record: Record) -> String? {
    guard let report = reports.first(where: { $0.path == record.file && $0.kind == Self.pdf }),
      FileManager.default.isReadableFile(atPath: report.path)
    else { return nil }
    return "files/\(report.checksum).pdf"
  }

  /// - Parameter name: as the last part of such a place has it.
  /// - Throws: `Refusal` where there is no such report, or it has changed.
  func file(_ name: Substring) throws -> Answer {
    guard
      let report = reports.first(where: { $0.kind == Self.pdf && "\($0.checksum).pdf" == name }),
      let bytes = try? Data(contentsOf: URL(filePath: report.path)),
      report.isMade(of: [UInt8](bytes))
    else { throw Refusal.notFound }
    return Answer([UInt8](bytes), type: Answer.pdf)
  }
}
