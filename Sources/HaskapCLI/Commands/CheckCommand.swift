import ArgumentParser
import Haskap
import HaskapCivic
import HaskapDocuments

struct CheckCommand: IndexesCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Read the whole index and tell what is damaged.",
    discussion: """
      Every byte is compared with its checksum. Then everything is read and compared: terms,
      documents and positions are in order, and frequencies, lengths and bounds agree with them.
      The exit status is 3 when something is damaged. Of several indexes each is checked in turn.

      EXAMPLES:
        haskap check
        haskap check --index Index/all --json
        haskap check --index shards
      """)

  @OptionGroup var place: IndexesOptions

  @Flag(help: "The report as JSON.")
  var json = false

  func run() throws {
    let folders = place.folder.paths.map(IndexFolder.init(path:))
    let areSound = try folders.map(isSound)
    if areSound.contains(false) { throw ExitStatus.indexMissingOrDamaged }
  }

  private func isSound(_ folder: IndexFolder) throws -> Bool {
    let paths = try folder.explaining { try folder.single }
    var (report, entities) = try Self.check(paths)
    if !json, let error = report.missing { throw folder.explained(error) }
    report.problems += entities
    if report.isSound, paths.count > 1 { report.problems += Self.contradictions(of: paths) }
    let notes = report.isSound && paths.contains(where: CivicIndex.lacksEntities) ? [Self.lack] : []
    let output = Output()
    if json {
      output.line(try JSONText.line(CheckReport(report, notes, index: folder.path)))
    } else {
      print(report, of: folder.path, to: output)
      for note in notes { output.line(told(note)) }
    }
    output.flush()
    return report.isSound
  }

  /// The indexes, and what is kept beside them at the same time: in each one field takes longer to
  /// check than all others.
  private static func check(
    _ paths: [String]
  ) throws -> (report: IndexCheck.Report, entities: [any Error]) {
    var reports: [IndexCheck.Report] = []
    var entities: [any Error] = []
    try OrderedWork.run(2) { part -> ([IndexCheck.Report], [any Error]) in
      part == 0
        ? ([IndexCheck.run(paths: paths)], [])
        : ([], paths.flatMap { CivicIndex.checkEntities(path: $0) })
    } take: { found in
      reports += found.0
      entities += found.1
    }
    return (reports[0], entities)
  }

  private static let lack: Sentence = """
    note: what the reports tell together is not kept beside them; answers are right, and take longer, \
    until the index is built again
    """

  /// Why indexes that are sound cannot be asked as one.
  private static func contradictions(of paths: [String]) -> [any Error] {
    do {
      _ = try IndexReader(paths: paths)
      return []
    } catch {
      return [error]
    }
  }

  private func print(_ report: IndexCheck.Report, of index: String, to output: Output) {
    for problem in report.problems { output.line(retold("\(problem)")) }
    let found =
      report.isSound
      ? told("\(index) is sound")
      : told("\(index) is damaged: \(String.counted(report.problems.count, "problem"))")
    output.line(found)
    output.line(
      told(
        """
        \(String.counted(report.documents, "document")), \
        \(String.counted(report.segments, "segment")), \(String.counted(report.files, "file")), \
        \(String.counted(report.bytes, "byte")), commit \(report.generation)
        """))
  }
}

extension IndexCheck.Report {
  /// Why there is nothing to check.
  fileprivate var missing: StorageError? {
    generation == 0 ? problems.first as? StorageError : nil
  }
}

/// The report of a check in JSON.
private struct CheckReport: Encodable {
  struct Problem: Encodable {
    /// The file's name inside the index, and the byte from which it is damaged.
    var file: String?
    var offset: Int?
    var message: String

    init(_ error: any Error) {
      let place = error as? FormatError
      (file, offset, message) = (place?.file, place?.offset, "\(error)")
    }
  }

  var index: String
  var sound: Bool
  var documents: Int
  var segments: Int
  var files: Int
  var bytes: Int
  var generation: UInt64
  var problems: [Problem]
  /// What is no damage.
  var notes: [String]

  init(_ report: IndexCheck.Report, _ notes: [Sentence], index: String) {
    self.index = index
    sound = report.isSound
    (documents, segments) = (report.documents, report.segments)
    (files, bytes, generation) = (report.files, report.bytes, report.generation)
    problems = report.problems.map(Problem.init)
    self.notes = notes.map { told($0) }
  }
}

extension String {
  /// A number with the noun in the form that it asks for: 1 file, 1,200 files.
  static func counted(_ number: Int, _ noun: String) -> String {
    retold("\(number.grouped) \(noun)\(number == 1 ? "" : "s")")
  }
}
