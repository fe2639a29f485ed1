import Foundation
import HaskapTestSupport

/// A temporary folder with reports in `Corpus` and, once built, their index in `Index/current`:
/// the places that the program takes when it is told none.
final class ReportFolder: Sendable {
  static let package = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../..").standardizedFileURL
  /// The corpus that ships.
  static let corpus = package.appending(path: "Corpus")
  /// The reports as they come out of PDF extraction, where a working copy has them beside it.
  static let seeds = package.appending(path: "../shared/seeds").standardizedFileURL
  static var hasSeeds: Bool { FileManager.default.fileExists(atPath: seeds.path) }

  private let folder = TemporaryFolder()
  var path: String { folder.path }
  var program: Program { Program(folder: folder.path) }

  /// - Parameter reports: where the reports are copied from.
  init(_ reports: URL = corpus) throws {
    try FileManager.default.copyItem(at: reports, to: URL(filePath: "\(folder.path)/Corpus"))
  }

  static func indexed(_ reports: URL = corpus) throws -> ReportFolder {
    let folder = try ReportFolder(reports)
    if reports == corpus {
      for (name, content) in try built.get() {
        try folder.write([UInt8](content), to: "Index/current/\(name)")
      }
    } else {
      try folder.program.run("index")
    }
    return folder
  }

  /// The files of the index of the corpus that ships, built once for all tests.
  private static let built = Result {
    let folder = try ReportFolder()
    try folder.program.run("index")
    return try folder.files()
  }

  func write(_ text: String, to name: String) throws {
    try write(Array(text.utf8), to: name)
  }

  func write(_ bytes: [UInt8], to name: String) throws {
    let place = URL(filePath: "\(path)/\(name)")
    try FileManager.default.createDirectory(
      at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: place)
  }

  /// The files of an index by name, the lock left out: what must not change.
  func files(of index: String = "Index/current") throws -> [String: Data] {
    let place = URL(filePath: "\(path)/\(index)")
    let names = try FileManager.default.subpathsOfDirectory(atPath: place.path)
    let kept = names.filter { !$0.hasSuffix("writer.lock") && $0 != "entities" }
    return try Dictionary(
      uniqueKeysWithValues: kept.map { ($0, try Data(contentsOf: place.appending(path: $0))) })
  }
}
