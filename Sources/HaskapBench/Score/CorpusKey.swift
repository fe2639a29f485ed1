internal import FoundationEssentials
internal import HaskapCivic
internal import HaskapDocuments

/// What a perfect reader finds in made reports, as `ReportCorpus` writes it beside them.
struct CorpusKey {
  private let path: String
  /// By the name of the report, in the order in which it prints them.
  private(set) var rows: [String: [MadeRecord]] = [:]

  /// - Throws: `InputError` where the file cannot be read, or is no key.
  init(path: String) throws {
    self.path = path
    let decoder = JSONDecoder()
    for (place, line) in try InputFile.read(path).split(separator: UInt8(ascii: "\n")).enumerated()
    {
      guard let row = try? decoder.decode(MadeRecord.self, from: Data(line)) else {
        throw InputError(
          description: "\(path):\(place + 1): is no row of a key; \(Self.remedy)")
      }
      rows[row.file, default: []].append(row)
    }
    guard !rows.isEmpty else {
      throw InputError(description: "\(path): is empty; \(Self.remedy)")
    }
  }

  static func name(ofReport path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  private static let remedy = "give the key that haskap bench corpus wrote with these reports"

  /// How many names of each report are looked for.
  private static let sample = 8

  /// - Throws: `InputError` where these are not the reports that the key is of; what reading them
  ///   throws.
  func check(_ reports: [CivicIndexBuilder.File]) throws {
    let names = Set(reports.map { Self.name(ofReport: $0.path) })
    if let other = names.subtracting(rows.keys).min() {
      throw InputError(description: "\(path): tells nothing of the report \(other); \(Self.remedy)")
    }
    if let missing = Set(rows.keys).subtracting(names).min() {
      throw InputError(
        description: "\(path): tells of the report \(missing), which is not there; \(Self.remedy)")
    }
    for report in reports {
      let text = String(decoding: try report.read(), as: UTF8.self)
      let own = (rows[Self.name(ofReport: report.path)] ?? []).prefix(Self.sample)
      // Another seed gives reports of the same names, and frequent projects are in all of them.
      guard own.count(where: { text.contains($0.name) }) * 2 > own.count else {
        throw InputError(
          description: "\(report.path): is not the report that \(path) tells of; \(Self.remedy)")
      }
    }
  }
}
