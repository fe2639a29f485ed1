/// What no rule can know: abbreviations, earlier names and printed mistakes of single bodies.
///
/// A small text that an editor can change, a line a body; the marks may be full-width:
///
///     # a remark
///     苫小牧工業高等専門学校 = 苫小牧高専 | 苫高専       the same body, written otherwise
///     北洋大学 < 苫小牧駒澤大学                      its earlier name
///     地名 苫小牧 = とまこまい | TOMAKOMAI           a place, in every name
///     都市 苫小牧市                               the city whose reports the lines below are for
public struct OrganizationAliases: Sendable {
  public struct Alias: Hashable, Sendable {
    public var name: String
    public var isFormer: Bool
  }

  /// By the name that stands for the body.
  public private(set) var aliases: [(name: String, aliases: [Alias])] = []
  public private(set) var places: [(spelling: String, standard: String)] = []
  /// By the name of a body: the city in whose reports alone its other names mean it.
  public private(set) var cities: [String: String] = [:]
  private var city: String?

  public init() {}

  /// Spellings of places that take one letter for another: 苦小牧 for 苫小牧. Kana and Latin letters for Kanji
  /// are a choice, no mistake.
  var misprints: [String] {
    places.filter { place in
      place.spelling.count == place.standard.count
        && place.spelling.unicodeScalars.allSatisfy(\.properties.isIdeographic)
    }.map(\.spelling)
  }

  /// - Parameters:
  ///   - text: the lines.
  ///   - file: what errors call it.
  /// - Throws: `OrganizationAliasError` with the line that cannot be read.
  public init(text: String, file: String) throws(OrganizationAliasError) {
    var owners: [String: String] = [:]
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      let content = String(line.map { Self.marks[$0] ?? $0 }).prefix { $0 != "#" }.trimmed
      guard !content.isEmpty else { continue }
      do throws(OrganizationAliasError.Problem) {
        try add(line: content, owners: &owners)
      } catch {
        throw OrganizationAliasError(file: file, line: index + 1, found: content, problem: error)
      }
    }
  }

  private static let marks: [Character: Character] = [
    "＃": "#", "＝": "=", "＜": "<", "｜": "|", "\u{FEFF}": " ",
  ]

  private mutating func add(
    line: String, owners: inout [String: String]
  ) throws(OrganizationAliasError.Problem) {
    if line.hasPrefix("都市 ") {
      city = line.dropFirst(3).trimmed
      return
    }
    guard let mark = line.firstIndex(where: { $0 == "=" || $0 == "<" }) else { throw .malformed }
    let name = line[..<mark].trimmed
    let others = line[line.index(after: mark)...]
      .split(separator: "|", omittingEmptySubsequences: false).map(\.trimmed)
    guard !name.isEmpty, others.allSatisfy({ !$0.isEmpty }) else { throw .malformed }
    if name.hasPrefix("地名 ") {
      guard line[mark] == "=" else { throw .malformed }
      places += others.map { (spelling: $0, standard: name.dropFirst(3).trimmed) }
      return
    }
    for other in others {
      if let owner = owners.updateValue(name, forKey: other), owner != name {
        throw .taken(alias: other, by: owner)
      }
    }
    if let city { cities[name] = city }
    aliases.append((name, others.map { Alias(name: $0, isFormer: line[mark] == "<") }))
  }

  /// With those of another file; where both know an alias, the other one's word counts.
  public func adding(_ others: OrganizationAliases) -> OrganizationAliases {
    var sum = self
    sum.aliases += others.aliases
    sum.places += others.places
    // What a user says of a body holds wherever the user does not name a city.
    for (name, _) in others.aliases { sum.cities[name] = others.cities[name] }
    return sum
  }
}

/// A line of an alias file that cannot be read.
public struct OrganizationAliasError: Error, Equatable, Sendable, CustomStringConvertible {
  public var file: String
  /// From 1.
  public var line: Int
  public var found: String
  public var problem: Problem

  public enum Problem: Error, Equatable, Sendable {
    case malformed
    /// An earlier line gives the alias to another body.
    case taken(alias: String, by: String)
  }

  public var description: String {
    if case .taken(let alias, let owner) = problem {
      return
        "\(file):\(line): '\(alias)' is already another name of '\(owner)': remove one of the two"
    }
    return
      "\(file):\(line): expected 'name = other | other' or 'name < earlier name', found '\(found)':"
      + " correct the line, or begin it with #"
  }
}
