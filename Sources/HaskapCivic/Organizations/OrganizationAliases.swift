/// What no rule can know: abbreviations, earlier names and printed mistakes of single bodies.
///
/// A small text that an editor can change, a line a body:
///
///     # a remark
///     苫小牧工業高等専門学校 = 苫小牧高専 | 苫高専       the same body, written otherwise
///     北洋大学 < 苫小牧駒澤大学                      its earlier name
///     地名 苫小牧 = とまこまい | TOMAKOMAI           a place, in every name
public struct OrganizationAliases: Sendable {
  public struct Alias: Hashable, Sendable {
    public var name: String
    public var isFormer: Bool
  }

  /// By the name that stands for the body.
  public private(set) var aliases: [(name: String, aliases: [Alias])] = []
  public private(set) var places: [(spelling: String, standard: String)] = []

  public init() {}

  /// - Parameters:
  ///   - text: the lines.
  ///   - file: what errors call it.
  public init(text: String, file: String) throws(OrganizationAliasError) {
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let content = line.prefix { $0 != "#" }.trimmed
      guard !content.isEmpty else { continue }
      guard add(line: content) else {
        throw OrganizationAliasError(file: file, line: index + 1, found: content)
      }
    }
  }

  private mutating func add(line: String) -> Bool {
    guard let mark = line.firstIndex(where: { $0 == "=" || $0 == "<" }) else { return false }
    let name = line[..<mark].trimmed
    let others = line[line.index(after: mark)...].split(separator: "|").map(\.trimmed)
    guard !name.isEmpty, !others.isEmpty, others.allSatisfy({ !$0.isEmpty }) else { return false }
    if name.hasPrefix("地名 ") {
      places += others.map { (spelling: $0, standard: name.dropFirst(3).trimmed) }
      return line[mark] == "="
    }
    aliases.append((name, others.map { Alias(name: $0, isFormer: line[mark] == "<") }))
    return true
  }
}

/// A line of an alias file that cannot be read.
public struct OrganizationAliasError: Error, Equatable, Sendable, CustomStringConvertible {
  public var file: String
  /// From 1.
  public var line: Int
  public var found: String

  public var description: String {
    "\(file):\(line): expected 'name = other | other' or 'name < earlier name', found '\(found)':"
      + " correct the line, or begin it with #"
  }
}
