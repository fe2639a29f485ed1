public import HaskapText

/// One field of the documents of an index: what its values are, and what is kept of them.
///
///     .text("title", weight: 3)
///     .keyword("department")
///     .integer("year")
public struct Field: Sendable, Hashable {
  /// What the values are.
  public enum Kind: Sendable, Hashable {
    /// Words to be searched and ranked.
    case text(TextOptions)
    /// Strings that are searched, filtered, counted and sorted as a whole.
    case keyword
    /// Integers of 64 bits, to be filtered by range, counted and sorted.
    case integer
    /// Numbers with a fraction, written `4.5`; kept as floating point of 64 bits and treated like
    /// integers.
    case decimal
    /// True or false.
    case boolean
    /// Days, written `2023-08-22`; kept as days since 1970-01-01 and treated like integers. Of a
    /// moment (`2023-08-22T10:00:00Z`) the column has the day that is written in it, and the stored
    /// document the whole.
    case date
    /// Moments, written `2023-08-22T10:00`; kept as milliseconds since 1970-01-01T00:00 of the clock
    /// that is written, whatever its offset, and treated like integers. Of a day it is the beginning.
    case moment
    /// Times of day, written `09:30` or `09:30:15`; kept as milliseconds since midnight and treated
    /// like integers.
    case time
    /// Kept with the document, and nothing else.
    case stored
  }

  public let name: String
  public let kind: Kind
  /// Whether the values come back with `IndexReader.storedDocument`.
  public let isStored: Bool
  /// Whether the values can be counted as facets, sorted by and filtered by range.
  public let hasColumn: Bool

  /// How a text field is cut into terms and how much it counts.
  public struct TextOptions: Sendable, Hashable {
    /// An analyzer of `HaskapText` by its name.
    public var analyzer: String
    /// Whether the places of the words are kept, which phrases and proximity need.
    public var positions: Bool
    /// How many times a word in this field counts as much as one in a field of weight 1.
    public var weight: Double
    /// How much the length of the field lowers the score: 0 not at all, 1 wholly (BM25's b).
    public var b: Double
    /// Whether character bigrams are kept beside the words, so that any substring is found.
    public var grams: Bool
    /// The ways in which what is looked for may be written otherwise in this field. They make no
    /// difference to what is indexed.
    public var foldings: FoldingSet

    /// - Parameter foldings: if nil all of them for an analyzer of Japanese, none for others.
    public init(
      analyzer: String = "icu", positions: Bool = true, weight: Double = 1, b: Double = 0.75,
      grams: Bool = false, foldings: FoldingSet? = nil
    ) {
      self.analyzer = analyzer
      self.positions = positions
      self.weight = weight
      self.b = b
      self.grams = grams
      self.foldings = foldings ?? Analyzer.usualFoldings(of: analyzer)
    }
  }

  private init(_ name: String, _ kind: Kind, stored: Bool, column: Bool) {
    self.name = name
    self.kind = kind
    self.isStored = stored
    self.hasColumn = column
  }
}

extension Field {
  public static func text(
    _ name: String, analyzer: String = "icu", positions: Bool = true, weight: Double = 1,
    b: Double = 0.75, grams: Bool = false, foldings: FoldingSet? = nil, stored: Bool = true
  ) -> Field {
    let options = TextOptions(
      analyzer: analyzer, positions: positions, weight: weight, b: b, grams: grams,
      foldings: foldings)
    return Field(name, .text(options), stored: stored, column: false)
  }

  public static func keyword(_ name: String, stored: Bool = true, column: Bool = true) -> Field {
    Field(name, .keyword, stored: stored, column: column)
  }

  public static func integer(_ name: String, stored: Bool = true) -> Field {
    Field(name, .integer, stored: stored, column: true)
  }

  public static func decimal(_ name: String, stored: Bool = true) -> Field {
    Field(name, .decimal, stored: stored, column: true)
  }

  public static func boolean(_ name: String, stored: Bool = true) -> Field {
    Field(name, .boolean, stored: stored, column: true)
  }

  public static func time(_ name: String, stored: Bool = true) -> Field {
    Field(name, .time, stored: stored, column: true)
  }

  public static func date(_ name: String, stored: Bool = true) -> Field {
    Field(name, .date, stored: stored, column: true)
  }

  public static func moment(_ name: String, stored: Bool = true) -> Field {
    Field(name, .moment, stored: stored, column: true)
  }

  public static func stored(_ name: String) -> Field {
    Field(name, .stored, stored: true, column: false)
  }
}
