/// How a field's text becomes tokens. Immutable and shared; the work is done by sessions.
///
/// Sources: NFKC_Casefold of Unicode Standard Annex 15 and chapter 3.13 of the Unicode Standard, by
/// ICU; boundaries of Unicode Standard Annex 29 as ICU's word iterator for Japanese draws them, with
/// the shortest path over its dictionary (`dictbe.cpp`, class CjkBreakEngine). Offsets of what it
/// gives are UTF-8 bytes.
public struct Analyzer: Sendable {
  enum Kind: String, CaseIterable {
    case icu, japanese, whitespace, keyword
  }

  /// Choices that change what an analyzer makes of a text, and so its fingerprint.
  public struct Options: Hashable, Sendable {
    /// Joins Japanese words across one line end or one space, as PDFs and scanners leave them.
    public var joinsWraps = true
    /// False for text that is normal already, or to cut text as it stands; malformed UTF-8
    /// becomes U+FFFD even so.
    public var normalizes = true

    /// Words of `japanese` beside those of ICU.
    public var userWords: [UserWord] = []

    public init() {}
  }

  /// The name it was asked for by.
  public let name: String
  /// Names everything that decides how text is cut: the ICU version, the normalizer's rules, the
  /// options. Two analyzers of the same fingerprint give the same tokens.
  public let fingerprint: String
  /// Set if words are cut by ICU alone because its algorithm is not the known one.
  public var warning: String? { cutsByDictionary ? SegmenterGuard.warning : nil }
  var cutsByDictionary: Bool { kind == .icu || kind == .japanese }
  /// The foldings that make sense for texts so analysed: all for Japanese, none for others.
  public var foldings: FoldingSet { Self.usualFoldings(of: name) }
  private let kind: Kind
  let userDictionary: UserDictionary?
  private let options: Options

  /// - Parameter name:
  ///   - `icu`: normalized, cut at the boundaries of ICU's word iterator for Japanese;
  ///   - `japanese`: the same with the words of `options.userWords` beside ICU's;
  ///   - `whitespace`: cut at ASCII spaces, tabs and line ends, bytes left as they are;
  ///   - `keyword`: the whole normalized text is one token.
  /// - Throws: `AnalysisError` for another name.
  public init(named name: String, options: Options = Options()) throws {
    guard let kind = Kind(rawValue: name) else { throw AnalysisError.unknownAnalyzer(name) }
    self.name = name
    self.kind = kind
    self.options = options
    userDictionary = kind == .japanese ? UserDictionary(options.userWords) : nil
    fingerprint = Self.fingerprint(of: kind, options, userDictionary)
  }

  /// Opens what one thread needs. Cheap: a fraction of a millisecond.
  ///
  /// - Throws: `ICUError`, `AnalysisError`.
  public func makeSession() throws -> AnalyzerSession {
    switch kind {
    case .whitespace: AnalyzerSession(.whitespace)
    case .keyword: AnalyzerSession(.keyword(try normalizer))
    case .icu, .japanese:
      AnalyzerSession(
        .words(try normalizer, Segmenter(SegmenterGuard.trie, userWords: userDictionary)))
    }
  }

  /// The foldings that make sense for texts of an analyzer: all for those that cut Japanese, none
  /// for others.
  public static func usualFoldings(of name: String) -> FoldingSet {
    switch Kind(rawValue: name) {
    case .icu, .japanese: .all
    case .whitespace, .keyword, nil: []
    }
  }

  private var normalizer: Normalizer? {
    get throws {
      options.normalizes ? try Normalizer(joinsWraps: options.joinsWraps) : nil
    }
  }

  private static func fingerprint(of kind: Kind, _ options: Options, _ user: UserDictionary?)
    -> String
  {
    if kind == .whitespace { return "whitespace" }
    var text = "\(kind.rawValue); icu \(icuVersion())"
    if options.normalizes { text += "; normalizer \(Normalizer.version)" }
    if options.normalizes, options.joinsWraps { text += "; joining wraps 3" }
    if kind != .keyword, let checksum = BreakDictionary.checksum {
      text += "; cjdict \(String(checksum, radix: 16))"
    }
    if let user { text += "; user words \(String(user.checksum, radix: 16))" }
    return text
  }
}

extension AnalysisError {
  fileprivate static func unknownAnalyzer(_ name: String) -> Self {
    let known = Analyzer.Kind.allCases.map(\.rawValue).joined(separator: ", ")
    return Self(description: "unknown analyzer \"\(name)\": expected one of \(known)")
  }
}
