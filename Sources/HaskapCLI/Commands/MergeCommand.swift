import ArgumentParser
import Haskap
import HaskapCivic
import HaskapDocuments

struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Join indexes of documents to one, without reading their texts again.",
    usage: "haskap merge <indexes> ... --index <index> [<options>]",
    discussion: """
      Each is checked first and stays as it is; a folder of shards counts as its shards. The new
      index answers as all of them do when they are searched as one. They must have the same
      schema. Where documents have keys, of those with the same key that of the last index stays.

      EXAMPLES:
        haskap merge Index/2024 Index/2025 --index Index/all
        haskap merge shards --index Index/all --replace
      """)

  @Argument(help: "The folders of the indexes, in the order of their documents.")
  var indexes: [String]

  @Option(help: "The folder of the new index.", completion: .directory)
  var index: String

  @Flag(help: "Let an index that is there give way.")
  var replace = false

  @Flag(help: "The summary as JSON.")
  var json = false

  func run() throws {
    var place = IndexOptions()
    place.index = index
    if let own = FileIdentity(index), indexes.contains(where: { FileIdentity($0) == own }) {
      throw UserError(
        description: "the index '\(index)' is one of those to be merged, which stay as they are; "
          + "name another with --index")
    }
    let summary = try IndexFolder(paths: indexes).askReader { reader in
      guard !CivicIndex.isCivic(reader) else {
        throw UserError(
          description: "the index '\(reader.path)' holds reports, which are read together; "
            + "build one index of all with: haskap index FOLDER… --index '\(index)'")
      }
      return try place.write {
        try DocumentIndexer(index: index).merge(reader, replaces: replace)
      }
    }
    try DocumentIndexing(place: place, json: json).tell(merged: summary)
  }
}
