import Haskap
import HaskapCivic
import HaskapDocuments

/// One commit of an index, open: of reports, or of other documents.
enum Snapshot: Sendable {
  case reports(ReportSnapshot)
  case documents(DocumentSnapshot)

  /// Opens the last commit and prepares what questions would have to wait for.
  ///
  /// - Parameter path: the folder of an index, or of shards of documents.
  /// - Throws: errors of the index; `OpeningError` for reports in shards.
  init(path: String) throws {
    let reader = try ShardFolder.reader(of: [path])
    guard reader.payloads.count == 1 || !CivicIndex.isCivic(reader) else {
      throw OpeningError(
        path, "has reports in shards, which cannot be asked as one",
        remedy: "build one index of all with: haskap index FOLDER… --index OTHER")
    }
    self =
      CivicIndex.isCivic(reader)
      ? .reports(try ReportSnapshot(reader)) : .documents(DocumentSnapshot(reader))
  }

  var reader: IndexReader {
    switch self {
    case .reports(let snapshot): snapshot.reader
    case .documents(let snapshot): snapshot.reader
    }
  }

  /// Counts the commits of the index.
  var generation: UInt64 { reader.generation }

  /// Changes with the content of the index.
  var fingerprint: String {
    switch self {
    case .reports(let snapshot): snapshot.fingerprint
    case .documents(let snapshot): snapshot.fingerprint
    }
  }

  var subject: Subject {
    switch self {
    case .reports: .reports
    case .documents: .documents
    }
  }
}

/// What an index holds.
enum Subject: String, Sendable, CaseIterable {
  case reports, documents
}
