/// A file that an index of documents holds.
struct IndexedFile: Codable, Equatable {
  /// `-` is standard input.
  var path: String
  /// How many documents the index had of it when it was read. It has fewer once documents of other
  /// files took the place of some, by their keys.
  var documents: Int
  /// Nil where nothing tells whether the file has changed.
  var stamp: FileStamp?
}
