/// Files of this machine, of whose folders readers are told nothing.
struct HiddenPaths: Sendable {
  private let paths: [(whole: [UInt8], shown: [UInt8])]

  init(_ paths: [String]) {
    self.paths = paths.compactMap { path in
      let shown = PublicPath.of(path)
      return shown == path ? nil : (Array(path.utf8), Array(shown.utf8))
    }
  }

  /// The text with every one of the paths as `PublicPath` tells it.
  func hidden(in text: String) -> String {
    guard !paths.isEmpty else { return text }
    let bytes = paths.reduce(Array(text.utf8)) { $0.replacing($1.whole, with: $1.shown) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
