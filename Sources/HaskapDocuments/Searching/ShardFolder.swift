internal import CLibrary
public import Haskap

/// A folder whose `shards.json` names the indexes beside it that make up one index:
///
///     {"shards": ["shard-00000", "shard-00001"]}
///
/// Their order is that of the documents. Other members are left to whoever wrote the file.
public enum ShardFolder {
  public static let listName = "shards.json"

  /// Opens indexes as one, each the folder of an index or of shards.
  ///
  /// - Throws: `FormatError` for a list that cannot be read; as `IndexReader.init(paths:)`.
  public static func reader(of paths: [String]) throws -> IndexReader {
    let folders = try paths.flatMap { try shards(of: $0) ?? [$0] }
    return try IndexReader(paths: folders)
  }

  /// The paths of a folder's shards; nil where it is an index itself, or has no list of them.
  ///
  /// - Throws: `FormatError` for a list that cannot be read; `InputError`.
  public static func shards(of folder: String) throws -> [String]? {
    guard access("\(folder)/manifest", F_OK) != 0, access("\(folder)/\(listName)", F_OK) == 0
    else { return nil }
    let text = try InputFile.read("\(folder)/\(listName)")
    let names = JSONValue(String(decoding: text, as: UTF8.self))?.object?["shards"]?.array
    let shards = names?.compactMap(\.string).filter(isName) ?? []
    guard let names, !names.isEmpty, shards.count == names.count else {
      throw FormatError(
        file: "\(folder)/\(listName)", offset: 0,
        expected: "{\"shards\": [\"NAME\", …]} with names of folders beside it",
        found: names.map { "\($0.count) of which \(shards.count) are such" } ?? "something else",
        remedy: "write it anew, or build the shards again")
    }
    return shards.map { "\(folder)/\($0)" }
  }

  private static func isName(_ text: String) -> Bool {
    !text.isEmpty && text != "." && text != ".." && !text.contains("/") && !text.contains("\0")
  }
}
