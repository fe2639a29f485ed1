import ArgumentParser
import CLibrary
import Haskap
import HaskapCivic
import HaskapDocuments

struct OptimizeCommand: IndexesCommand {
  static let configuration = CommandConfiguration(
    commandName: "optimize",
    abstract: "Join the index to one segment, and leave out what was deleted.",
    discussion: """
      Answers stay the same; searching becomes a little faster and the index smaller. Whoever
      searches meanwhile is not disturbed.

      --reorder also brings documents together that have words in common, unless their order is
      better already. That takes longer, and pays where they came in no particular order; answers
      of equal rank may change places. Reports are left in their order, which their answers tell.
      Shards stay apart: each gets one segment.

      EXAMPLES:
        haskap optimize
        haskap optimize --reorder
        haskap optimize --index Index/all --json
        haskap optimize --index shards
      """)

  @OptionGroup var place: IndexesOptions

  @Flag(help: "Bring documents together that have words in common.")
  var reorder = false

  @Flag(help: "The summary as JSON.")
  var json = false

  func run() throws {
    let start = ContinuousClock.now
    let folder = place.folder
    let before = try folder.askReader { $0 }
    // Lists of what reports hold are in the order of the reports, which must stay.
    let keepsOrder = reorder && CivicIndex.isCivic(before)
    if keepsOrder {
      Output(STDERR_FILENO).warning(
        told("the records of reports stay in their order; --reorder is for other documents"))
    }
    for path in try folder.single {
      try optimize(path, schema: before.schema, reorder: reorder && !keepsOrder)
    }
    let seconds = ((ContinuousClock.now - start) / .milliseconds(10)).rounded() / 100
    let summary = Summary(
      index: folder.path, before: .init(before), after: .init(try folder.askReader { $0 }),
      seconds: seconds)
    Output().line(json ? try JSONText.line(summary) : summary.text)
  }

  /// The payload is read when the writer has the lock, so that it is that of the last commit.
  private func optimize(_ path: String, schema: Schema, reorder: Bool) throws {
    var options = IndexWriter.Options()
    options.workers = SystemThread.processorCount
    let writer = try IndexWriter(path: path, schema: schema, options: options)
    let payload = try IndexFolder(path: path).askReader { $0.payload }
    var progress = Progress()
    try writer.optimize(reorder: reorder) { done in
      progress.update(told("reordering: \(Int(done * 100)) %"))
    }
    try writer.commit(payload: payload)
    progress.finish()
  }

  private struct Summary: Encodable {
    struct Size: Encodable {
      var segments: Int
      var documents: Int
      var bytes: Int

      init(_ reader: IndexReader) {
        (segments, documents) = (reader.segmentCount, reader.documentCount)
        bytes = reader.byteCount
      }
    }

    var index: String
    var before: Size
    var after: Size
    var seconds: Double

    var text: String {
      told(
        """
        \(index): \(String.counted(before.segments, "segment")), \
        \(String.counted(before.bytes, "byte")) → \(String.counted(after.segments, "segment")), \
        \(String.counted(after.bytes, "byte")); \
        \(String.counted(after.documents, "document")), \(seconds) seconds
        """)
    }
  }
}
