/// The names of packed files.
package enum PackedName {
  /// What packers put behind a name.
  package static let endings = [".gz", ".zst"]

  /// The name of what is packed in a file, in small letters.
  package static func inner(_ path: String) -> String {
    let name = path.lowercased()
    let ending = endings.first { name.hasSuffix($0) }
    return String(name.dropLast(ending?.count ?? 0))
  }
}
