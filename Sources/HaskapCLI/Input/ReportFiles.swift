import CLibrary
import Haskap
import HaskapCivic
import HaskapDocuments

/// The files that a user names, folders taken apart.
struct ReportFiles {
  /// All reports: a file as it is, a folder's in the order of their names, those of the folders in
  /// it included. Each once, though it is named twice or linked in a circle.
  private(set) var files: [String] = []
  /// What folders hold besides.
  private(set) var passedOver: [String] = []
  /// Paths that cannot be looked into, with the reason.
  private(set) var unreadable: [ExactString: InputError] = [:]
  private var seen: Set<FileIdentity> = []

  private let kind: Kind

  /// What is looked for.
  struct Kind {
    /// In the plural.
    var name: String
    var extensions: [String]
    /// Which files of a folder are taken, by their paths.
    var accepts: @Sendable (String) -> Bool
  }

  /// - Throws: `UserError` where the paths hold no such file at all.
  init(_ paths: [String], of kind: Kind = Self.reports) throws {
    self.kind = kind
    for path in paths { visit(path) { _ in true } }
    if let reason = unreadable.first?.value, files.count == unreadable.count { throw reason }
    guard !files.isEmpty else {
      throw UserError(
        description: "\(paths.joined(separator: ", ")): no \(kind.name) here; "
          + "name a folder with files of these kinds, or a file: "
          + "\(kind.extensions.joined(separator: ", "))")
    }
  }

  private mutating func visit(_ path: String, accepts: (String) -> Bool) {
    var status = stat()
    guard stat(path, &status) == 0 else { return refuse(path) }
    guard seen.insert(FileIdentity(status)).inserted else { return }
    if status.st_mode & S_IFMT == S_IFDIR {
      visit(folder: path)
    } else if accepts(path) {
      files.append(path)
    } else {
      passedOver.append(path)
    }
  }

  private mutating func visit(folder: String) {
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    guard let names = try? Self.names(in: folder) else { return refuse(folder) }
    for name in names.sorted(by: { ExactString($0) < ExactString($1) }) {
      if name.hasPrefix(".") {
        passedOver.append(prefix + name)
      } else {
        visit(prefix + name, accepts: kind.accepts)
      }
    }
  }

  /// Stays among the files, so that reading it tells what is wrong.
  private mutating func refuse(_ path: String) {
    // So the system's names are read whose bytes are no UTF-8; by that text no file is found.
    unreadable[ExactString(path)] =
      path.contains("\u{FFFD}")
      ? InputError(
        description: "\(path): cannot be read, since its name is not in UTF-8; "
          + "rename it, for instance with convmv")
      : InputFile.cannotRead(path)
    files.append(path)
  }

  static let reports = Kind(
    name: "reports", extensions: extensions, accepts: isReport)

  private static let extensions = [
    ".txt", ".tsv", ".csv", ".html", ".htm", ".md", ".pdf", ".xlsx", ".jsonl",
  ]

  /// Other files of a folder are no reports: descriptions of it and what the system keeps there.
  private static func isReport(_ path: String) -> Bool {
    let name = path.split(separator: "/").last ?? ""
    return !name.uppercased().hasPrefix("README")
      && extensions.contains { name.lowercased().hasSuffix($0) }
  }
}

extension ReportFiles {
  /// The files for a builder, which reads each when its turn comes.
  var contents: [CivicIndexBuilder.File] {
    files.map { path in
      CivicIndexBuilder.File(path: path) { [reason = unreadable[ExactString(path)]] in
        if let reason { throw reason }
        return try InputFile.read(path)
      }
    }
  }

  /// What a folder holds, in no order.
  static func names(in folder: String) throws -> [String] {
    guard let stream = opendir(folder) else { throw InputFile.cannotRead(folder) }
    defer { closedir(stream) }
    var names: [String] = []
    while true {
      errno = 0
      guard let name = readdir(stream)?.name else { break }
      if name != ".", name != ".." { names.append(name) }
    }
    // A part of a folder must not pass for all of it.
    guard errno == 0 else { throw InputFile.cannotRead(folder) }
    return names
  }
}
