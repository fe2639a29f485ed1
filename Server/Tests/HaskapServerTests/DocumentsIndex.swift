import Foundation
import HaskapDocuments
import HaskapServer
import Logging

/// An index of documents that are no reports, in a folder of its own.
struct DocumentsIndex {
  let folder: URL

  /// - Parameter titles: of documents beside those that every index has.
  init(_ titles: [String] = []) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "haskap-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let documents: [[String: Any]] =
      [
        [
          "id": "a/1", "title": "港の夜", "author": "山田花子", "body": "港に船が入った。\n夜の港は静かだ。", "year": 1950,
        ],
        ["id": "a/2", "title": "港の朝", "author": "山田花子", "body": "朝の港に船が着く。", "year": 1951],
        ["id": "b/1", "title": "山の道", "author": "佐藤一郎", "body": "山の道を歩く。", "year": 1960],
      ]
      + titles.enumerated().map { number, title in
        ["id": "c/\(number)\(title)", "title": title, "author": title, "body": title, "year": 1970]
      }
    let lines = try documents.map { try JSONSerialization.data(withJSONObject: $0) }
    let file = folder.appending(path: "documents.jsonl")
    try Data(lines.joined(separator: Data("\n".utf8))).write(to: file)
    let schema = folder.appending(path: "schema.json")
    try Data(Self.schema.utf8).write(to: schema)
    try DocumentIndexer(index: folder.appending(path: "index").path)
      .build([file.path], schema: try SchemaFile.read(schema.path))
  }

  private static let schema = """
    {"key": "id", "fields": [
      {"name": "id", "type": "keyword"},
      {"name": "title", "type": "text", "weight": 3, "grams": true},
      {"name": "author", "type": "keyword"},
      {"name": "body", "type": "text", "grams": true},
      {"name": "year", "type": "integer"}
    ]}
    """

  /// The same documents with one more that is in a shard of its own.
  func sharded() throws -> PageServer {
    let file = folder.appending(path: "more.jsonl")
    try Data("{\"id\":\"z/9\",\"title\":\"沖の港\",\"body\":\"沖に港はない。\"}\n".utf8).write(to: file)
    let schema = try SchemaFile.read(folder.appending(path: "schema.json").path)
    try DocumentIndexer(index: folder.appending(path: "more").path)
      .build([file.path], schema: schema)
    try Data("{\"shards\":[\"index\",\"more\"]}".utf8)
      .write(to: folder.appending(path: "shards.json"))
    return try server(".")
  }

  func server(_ name: String = "index") throws -> PageServer {
    var logger = Logger(label: "test")
    logger.logLevel = .critical
    let index = folder.appending(path: name).path
    return try PageServer(ServerConfiguration(index: index, port: 0), logger: logger)
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }
}
