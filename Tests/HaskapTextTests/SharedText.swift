import CLibrary

/// Texts that stand beside the checkout, in `../shared`; tests that need them skip without.
///
/// By the C library, because Foundation's own ICU headers clash with those of `CICU` in one module.
enum SharedText {
  private static let seeds =
    #filePath.split(separator: "/").dropLast(4)
    .reduce(into: "") { $0 += "/" + $1 } + "/shared/seeds"

  static var isThere: Bool { access(seeds, R_OK) == 0 }

  static func reports() -> [String] {
    names(in: seeds).filter { $0.hasSuffix(".txt") }.map { contents(of: seeds + "/" + $0) }
  }

  /// The files of a folder.
  static func names(in path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let name = readdir(folder)?.name {
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  static func contents(of path: String) -> String {
    guard let file = fopen(path, "r") else { return "" }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var byte = getc(file)
    while byte != EOF {
      bytes.append(UInt8(truncatingIfNeeded: byte))
      byte = getc(file)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
