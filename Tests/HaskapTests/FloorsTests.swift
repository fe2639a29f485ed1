import Foundation
import Testing

/// The folders of the engine in order: each may use only itself and those before it.
private let floors = [
  "Codec", "Storage", "Threads", "Schema", "Segment", "Indexing", "Merging", "Index", "Querying",
  "Matching", "Searching", "Highlighting",
]

@Suite("Floors of the sources") struct FloorsTests {
  @Test func everyFolderOfTheEngineIsAFloor() {
    #expect(SourceFolders("Haskap").uses.keys.sorted() == floors.sorted())
  }

  @Test func noFloorUsesOneAboveIt() {
    for (folder, used) in SourceFolders("Haskap").uses {
      let above = used.filter { Self.level($0.key) > Self.level(folder) }
      #expect(above.isEmpty, "\(folder) uses \(above.values.joined().sorted())")
    }
  }

  @Test(
    "no folders of a module use each other in a circle",
    arguments: ["Haskap", "HaskapText", "HaskapDocuments", "HaskapCivic"])
  func circles(module: String) {
    var uses = SourceFolders(module).uses
    #expect(uses.count > 3)
    // Those that use none but what was taken away before are taken away.
    while let free = uses.first(where: { $0.value.keys.allSatisfy { uses[$0] == nil } }) {
      uses[free.key] = nil
    }
    #expect(uses.isEmpty, "each uses another: \(uses)")
  }

  private static func level(_ floor: String) -> Int { floors.firstIndex(of: floor) ?? .max }
}

/// The folders of a module, and what types of which others each of them names.
private struct SourceFolders {
  private(set) var uses: [String: [String: Set<String>]] = [:]

  init(_ module: String) {
    let files = Self.files(of: module)
    var owners: [String: Set<String>] = [:]
    for file in files {
      for type in Self.declaredTypes(file.text) { owners[type, default: []].insert(file.folder) }
    }
    for file in files {
      var used = uses[file.folder] ?? [:]
      for word in Self.capitalizedWords(file.text) {
        // A name that two folders have is each one's own.
        guard let owner = owners[word], owner.count == 1, let folder = owner.first,
          folder != file.folder
        else { continue }
        used[folder, default: []].insert(word)
      }
      uses[file.folder] = used
    }
  }

  /// The sources without comments and texts, each with its folder below the module's.
  private static func files(of module: String) -> [(folder: String, text: String)] {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/\(module)").standardizedFileURL
    let paths = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String }
    return (paths ?? []).filter { $0.hasSuffix(".swift") && $0.contains("/") }.compactMap { path in
      guard let text = try? String(contentsOf: root.appending(path: path), encoding: .utf8),
        let folder = path.split(separator: "/").first
      else { return nil }
      let code = text.replacing(#/"(?:\\.|[^"\\\n])*"|\/\/.*/#, with: "")
      return (String(folder), code)
    }
  }

  /// Types that are declared at the beginning of a line.
  private static func declaredTypes(_ text: String) -> [String] {
    let declaration =
      #/^(?:[a-z@]+(?:\([a-z]+\))? )*(?:struct|class|enum|protocol|typealias) ([A-Z]\w*)/#
    return text.matches(of: declaration.anchorsMatchLineEndings()).map { String($0.1) }
  }

  private static func capitalizedWords(_ text: String) -> Set<String> {
    Set(text.matches(of: #/\b[A-Z]\w*/#).map { String($0.0) })
  }
}
