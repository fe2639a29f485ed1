import Glibc
import Haskap
import HaskapCivic
import HaskapDocuments
import HaskapTestSupport

/// The sound indexes that trials begin with.
enum SeedIndex {
  static let package =
    #filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" }

  /// The stored index, which holds every structure of the format.
  static var stored: String { "\(package)/Index/Stored/v3" }

  static func tiny(_ folder: String) throws -> String {
    let path = "\(folder)/tiny"
    let writer = try IndexWriter(replacing: path, schema: DurableIndex.schema)
    for commit in 1...4 { try DurableIndex.apply(commit, to: writer) }
    return path
  }

  /// The documents of the stored index, but few of them: two segments with deletions, full blocks
  /// and sets of bits, read in a thousandth of a second.
  static func small(_ folder: String) throws -> String {
    let path = "\(folder)/small"
    var options = IndexWriter.Options()
    options.plainLength = 0
    let writer = try IndexWriter(replacing: path, schema: StoredIndex.schema, options: options)
    let replaced = StoredIndex.first + StoredIndex.second
    for range in [0..<200, 200..<230, replaced..<replaced + 10] {
      for number in range { try writer.replace(StoredIndex.content(number).document) }
      try writer.commit(payload: Array("commit \(range.upperBound)".utf8))
    }
    return path
  }

  /// Reports of few lines.
  static func civic(_ folder: String, lines count: Int = 24) throws -> String {
    let path = "\(folder)/civic"
    let files = reports.map { report in
      let lines = report.bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        .prefix(count)
      return CivicIndexBuilder.File(
        path: report.name, bytes: Array(lines.joined(separator: [0x0A])))
    }
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
