import ArgumentParser
import CLibrary
import Haskap
import HaskapCivic
import HaskapDocuments

/// Where the index is.
struct IndexOptions: ParsableArguments {
  @Option(help: "The folder of the index.", completion: .directory)
  var index = IndexFolder.standard.path

  var folder: IndexFolder { IndexFolder(path: index) }

  /// Behind a command that a sentence names.
  var option: String { folder.option }

  func ask<Answer>(_ question: (CivicIndex) throws -> Answer) throws -> Answer {
    try folder.ask(question)
  }

  func openReader() throws -> IndexReader { try folder.askReader { $0 } }

  func explained(_ error: StorageError) -> UserError { folder.explained(error) }
}

/// A command that takes several indexes.
protocol IndexesCommand: ParsableCommand {
  var place: IndexesOptions { get }
}

/// Where the indexes are that are searched as one.
struct IndexesOptions: ParsableArguments {
  @Option(
    name: .customLong("index"),
    help: ArgumentHelp(
      """
      The folder of the index, or of shards; several are searched as one. \
      (default: \(IndexFolder.standard.path))
      """),
    completion: .directory)
  var indexes: [String] = []

  var folder: IndexFolder { indexes.isEmpty ? .standard : IndexFolder(paths: indexes) }
}

extension IndexOptions {
  /// Whether there is an index, and it holds other documents than reports.
  var holdsDocuments: Bool {
    (try? ShardFolder.reader(of: [index])).map { !CivicIndex.isCivic($0) } ?? false
  }

  /// Whether there is an index, and it holds reports.
  var holdsReports: Bool { (try? IndexReader(path: index)).map(CivicIndex.isCivic) ?? false }

  /// Runs what writes the index, in a folder of its own.
  func write<Summary>(_ build: () throws -> Summary) throws -> Summary {
    try requireOwnFolder()
    do {
      return try build()
    } catch let error as StorageError {
      throw folder.explained(error)
    }
  }

  /// Documents must not take the place of reports by a slip, nor reports that of documents.
  func refuseIndex(ofReports: Bool) throws {
    guard let reader = try? IndexReader(path: index), CivicIndex.isCivic(reader) == ofReports else {
      return
    }
    throw UserError(
      description:
        "the index '\(index)' holds \(ofReports ? "reports" : "other documents than reports"); "
        + "choose another index by --index, or give its place away with --replace")
  }

  /// The files of an index must not be strewn among others, such as the reports themselves.
  private func requireOwnFolder() throws {
    guard let names = try? ReportFiles.names(in: index), !names.isEmpty else { return }
    let holdsIndex =
      names.contains("manifest") || names.contains("writer.lock")
      || CivicIndex.lacksManifest(path: index)
    guard !holdsIndex || IndexReader.holdsForeignFile(path: index) else { return }
    throw UserError(
      description: "the folder '\(index)' holds other things than an index; "
        + "choose a new or empty one with --index")
  }
}
