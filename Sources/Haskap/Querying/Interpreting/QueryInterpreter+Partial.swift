internal import HaskapText

/// What to look for when nothing matches as it was typed.
extension QueryInterpreter {
  /// The words that a text is cut into by the analyzer of the first default field, without those
  /// that only join others (hiragana) where there are others. A single hiragana is no word: it
  /// would match nearly everything. Each word is given once, and of a long text the first.
  ///
  /// - Throws: `ICUError`.
  public func words(of text: String) throws -> [String] {
    guard let field = defaults.first, let options = schema[field.name]?.textOptions else {
      return [text]
    }
    let words = try spellings.terms(of: text, by: options.analyzer).map {
      String(decoding: $0, as: UTF8.self)
    }
    var seen: Set<String> = []
    let distinct = words.filter { seen.insert($0).inserted }
    return Array(Self.content(of: distinct).prefix(Self.mostWords))
  }

  /// Each word is as dear as a query of its own.
  private static let mostWords = 96

  private static func content(of words: [String]) -> [String] {
    let content = words.filter { !$0.unicodeScalars.allSatisfy { ("ぁ"..."ゟ").contains($0) } }
    return content.isEmpty ? words.filter { $0.unicodeScalars.count > 1 } : content
  }

  /// Documents in which a field has at least a share of the text's character bigrams: those that
  /// are spelled nearly alike. The field must keep grams.
  ///
  /// - Throws: `ICUError`; `FormatError` when the index is damaged.
  public func similar(to text: String, in field: String, share: Double) throws -> Query {
    let pairs = try pairs(of: text, in: field)
    let needed = Int((Double(pairs.count) * share).rounded(.up))
    return pairs.isEmpty ? .none : .any(pairs, minimumShouldMatch: max(1, needed))
  }

  /// Documents in which a field lacks at most so many of the text's character bigrams.
  func similar(to text: String, in field: String, lacking: Int) throws -> Query {
    let pairs = try pairs(of: text, in: field)
    return pairs.isEmpty ? .none : .any(pairs, minimumShouldMatch: max(1, pairs.count - lacking))
  }

  private func pairs(of text: String, in field: String) throws -> [Query] {
    guard let options = schema[field]?.textOptions, options.grams else { return [] }
    let normalized = Array(try normalized(text, by: options.analyzer).unicodeScalars)
    return Set(zip(normalized, normalized.dropFirst()).map { "\($0)\($1)" }).sorted().map {
      .term(field: Schema.gramsName(of: field), Array($0.utf8))
    }
  }
}
