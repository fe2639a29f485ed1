import FoundationEssentials
import HaskapCivic
import Synchronization

/// Keeps the reports that were asked for last, read and taken apart.
final class PrintedRows: Sendable {
  private static let mostFiles = 8
  /// Nil for a report that is not at hand; the last asked for stands last.
  private let files = Mutex<[(path: String, report: PrintedReport?)]>([])

  func lines(of record: Record) -> [String]? {
    guard let path = record.file else { return nil }
    return report(path)?.lines(of: record)
  }

  /// Those who ask at the same time wait, so that no report is read twice.
  private func report(_ path: String) -> PrintedReport? {
    files.withLock { files in
      if let place = files.firstIndex(where: { $0.path == path }) {
        files.append(files.remove(at: place))
      } else {
        let bytes = try? Data(contentsOf: URL(filePath: path))
        let report = bytes.flatMap { try? PrintedReport(file: path, bytes: [UInt8]($0)) }
        files.append((path, report))
        if files.count > Self.mostFiles { files.removeFirst() }
      }
      return files.last?.report
    }
  }
}
