import Foundation
import Testing

/// The folders of the engine in order: each may use only itself and those before it.
private let floors = [
  "Codec", "Storage", "Schema", "Segment", "Indexing", "Merging", "Index", "Querying", "Matching",
  "Searching", "Highlighting",
]

@Suite("Floors of the engine") struct FloorsTests {
  @Test func everyFolderIsAFloor() {
    #expect(Set(files.map(\.floor)) == Set(floors))
  }

  @Test func noFloorUsesOneAboveIt() {
    let owners = files.reduce(into: [String: String]()) { owners, file in
      for type in Self.declaredTypes(file.text) { owners[type] = file.floor }
    }
    #expect(owners.count > 200)
    for file in files {
      let above = Self.capitalizedWords(file.text).filter { word in
        owners[word].map { Self.level($0) > Self.level(file.floor) } ?? false
      }
      #expect(above.isEmpty, "\(file.path) uses \(above.sorted().joined(separator: ", "))")
    }
  }

  /// The sources without comments and texts, each with its folder below `Sources/Haskap`.
  private let files: [(path: String, floor: String, text: String)] = {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/Haskap").standardizedFileURL
    let paths = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String }
    return (paths ?? []).filter { $0.hasSuffix(".swift") }.compactMap { path in
      guard let text = try? String(contentsOf: root.appending(path: path), encoding: .utf8),
        let floor = path.split(separator: "/").first
      else { return nil }
      let code = text.replacing(#/"(?:\\.|[^"\\\n])*"|\/\/.*/#, with: "")
      return (path, String(floor), code)
    }
  }()

  private static func level(_ floor: String) -> Int { floors.firstIndex(of: floor) ?? .max }

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
