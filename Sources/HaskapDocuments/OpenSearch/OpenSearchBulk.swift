/// Documents for a cluster's `_bulk`: two lines each, in files of a size that it takes in one request.
struct OpenSearchBulk {
  private let folder: String
  private let mostBytes: Int
  private var file: OutputFile?
  private(set) var fileCount = 0
  private(set) var byteCount = 0

  /// - Parameter mostBytes: of a file; a document that is larger has one of its own.
  init(folder: String, mostBytes: Int) {
    (self.folder, self.mostBytes) = (folder, mostBytes)
  }

  mutating func add(id: String, _ document: String) throws {
    let action = JSONText.object([("index", JSONText.object([("_id", JSONText.string(id))]))])
    let length = action.utf8.count + document.utf8.count + 2
    if let file, file.byteCount + length > mostBytes { try finish() }
    let file = try self.file ?? OutputFile("\(folder)/\(name)")
    self.file = file
    try file.line(action)
    try file.line(document)
    byteCount += length
  }

  private var name: String {
    let digits = String(fileCount)
    return "bulk-" + String(repeating: "0", count: max(0, 5 - digits.count)) + digits + ".ndjson"
  }

  mutating func finish() throws {
    guard let file else { return }
    try file.flush()
    self.file = nil
    fileCount += 1
  }
}
