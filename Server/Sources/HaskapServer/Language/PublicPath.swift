/// What readers are told of a file's place: nothing of the folders above those that were named.
enum PublicPath {
  static func of(_ path: String) -> String {
    guard path.hasPrefix("/") || path.split(separator: "/").contains("..") else { return path }
    return path.split(separator: "/").last.map(String.init) ?? path
  }
}
