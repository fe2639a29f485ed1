import Haskap
import HaskapCivic
import HaskapDocuments
import HaskapTestSupport

/// The sound indexes that trials begin with.
enum SeedIndex {
  private static let package =
    #filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" }

  /// The stored index, which holds every structure of the format.
  static var stored: String { "\(package)/Index/Stored/v1" }

  static func tiny(_ folder: String) throws -> String {
    let path = "\(folder)/tiny"
    let writer = try IndexWriter(replacing: path, schema: DurableIndex.schema)
    for commit in 1...4 { try DurableIndex.apply(commit, to: writer) }
    return path
  }

  static func civic(_ folder: String) throws -> String {
    let path = "\(folder)/civic"
    let files = reports.map { CivicIndexBuilder.File(path: $0.name, bytes: $0.bytes) }
    _ = try CivicIndexBuilder(path: path).build(files, of: SourcePaths(files.map(\.path)))
    return path
  }

  static var reports: [(name: String, bytes: [UInt8])] {
    let corpus = "\(package)/Corpus"
    return FolderListing.names(corpus).filter { $0.hasSuffix(".txt") }.sorted().map {
      ($0, contents(of: "\(corpus)/\($0)"))
    }
  }
}
