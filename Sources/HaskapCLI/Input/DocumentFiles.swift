import Haskap
import HaskapCivic
import HaskapDocuments

/// Tells files of documents, which need a schema, from reports of the city.
enum DocumentFiles {
  private static let extensions = [".jsonl", ".ndjson", ".json", ".tsv", ".csv"]

  private static let kind = ReportFiles.Kind(
    name: "files of documents", extensions: extensions, accepts: isNamedSo)

  /// The paths, if they are files of documents; nil if they are reports, or folders of them.
  ///
  /// - Throws: `UserError` when some are the one and some the other.
  static func among(_ paths: [String]) throws -> [String]? {
    let documents = try paths.filter(holdsDocuments)
    if documents.isEmpty { return nil }
    if let report = paths.first(where: { !documents.contains($0) }) {
      throw UserError(
        description: "\(documents[0]) holds documents and \(report) is a report; "
          + "build an index for each, with --index")
    }
    return documents
  }

  /// All files of the paths, which are documents because the user says so.
  static func all(_ paths: [String]) throws -> [String] {
    let named = paths.filter { $0 != "-" }
    let found = named.isEmpty ? nil : try ReportFiles(named, of: kind)
    let files = (found?.files ?? []) + paths.filter { $0 == "-" }.prefix(1)
    // What is away is told when it is to be read.
    let isAway = { path in found?.unreadable[ExactString(path)] != nil }
    if let other = files.first(where: { $0 != "-" && !isNamedSo($0) && !isAway($0) }) {
      throw UserError(
        description: "\(other): expected JSON in a .jsonl or .json file or a table in a .csv or "
          + ".tsv file; convert it, or give lines of JSON by standard input as -")
    }
    return files
  }

  /// The files of what an index is made of, without those that were taken out of it.
  static func all(_ sources: SourcePaths) throws -> [String] {
    try all(sources.paths).filter { $0 == "-" || sources.holds($0) }
  }

  /// By its name, that of what is packed in it included.
  private static func isNamedSo(_ path: String) -> Bool {
    let name = PackedName.inner(path)
    return extensions.contains { name.hasSuffix($0) }
  }

  private static func isTable(_ path: String) -> Bool {
    [".tsv", ".csv"].contains { path.lowercased().hasSuffix($0) }
  }

  private static func holdsDocuments(_ path: String) throws -> Bool {
    guard path != "-" else { return true }
    guard isNamedSo(path) else { return false }
    // No report is packed.
    if PackedName.endings.contains(where: path.lowercased().hasSuffix) { return true }
    let head = try head(of: path)
    guard isTable(path) else { return !isRecord(head.first ?? []) }
    guard let text = try? ReportText(file: path, bytes: Array(head.joined(separator: [0x0A])))
    else { return false }
    let report = ReportReader.read(text)
    return report.layout == .paragraphs
      || report.layout == .table && !isOfProjects(report.records, heading: text.lines.first ?? "")
  }

  /// Whether a table tells who did something or for how many, or its heading says that it is of
  /// projects: any other may have a name and a day in each row.
  private static func isOfProjects(_ records: [Record], heading: String) -> Bool {
    civicWords.contains { heading.contains($0) }
      || records.contains {
        !$0.organizations.isEmpty || !$0.departments.isEmpty || $0.totalParticipants != nil
      }
  }

  private static let civicWords = [
    "事業", "行事", "活動", "団体", "講座", "教室", "イベント", "催", "取組", "取り組み", "施策", "年度", "協働", "担当", "参加",
  ]

  /// The first lines with text.
  private static func head(of path: String) throws -> [[UInt8]] {
    let reader = LineReader(try ByteReader(path: path))
    var head: [[UInt8]] = []
    var line: [UInt8] = []
    while head.count < 200, try reader.next(into: &line) {
      if line.contains(where: { $0 != 0x20 && $0 != 0x09 }) { head.append(line) }
    }
    return head
  }

  /// Whether a line is a record as `haskap records --json` writes it; nothing else has these three.
  private static func isRecord(_ line: [UInt8]) -> Bool {
    guard let members = try? JSONDocument(line).members else { return line.isEmpty }
    return Set(members.map(\.name)).isSuperset(of: ["document", "layout", "name"])
  }
}
