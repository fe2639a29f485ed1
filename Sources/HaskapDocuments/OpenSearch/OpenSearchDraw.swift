internal import Haskap

/// Draws queries of every kind from the words and values of documents.
struct OpenSearchDraw<Generator: RandomNumberGenerator> {
  private let schema: Schema
  private let documents: [OpenSearchParts]
  private var generator: Generator

  init(_ schema: Schema, _ documents: [OpenSearchParts], _ generator: Generator) {
    (self.schema, self.documents, self.generator) = (schema, documents, generator)
  }

  /// Different ones; fewer where the documents do not give so many.
  mutating func queries(_ count: Int) -> [String] {
    var found: [String] = []
    var seen: Set<String> = []
    for attempt in 0..<20 * count where found.count < count {
      guard let query = query(attempt), seen.insert(query).inserted else { continue }
      found.append(query)
    }
    return found
  }

  private mutating func query(_ attempt: Int) -> String? {
    guard let document = documents.randomElement(using: &generator) else { return nil }
    if attempt % 14 >= 12 { return value(of: document, attempt) }
    let texts = schema.fields.filter { document.words[$0.name]?.isEmpty == false }.map(\.name)
    guard let field = texts.randomElement(using: &generator), let words = document.words[field],
      let place = words.indices.randomElement(using: &generator)
    else { return nil }
    let word = words[place]
    let next = place + 1 < words.count ? words[place + 1] : word
    guard Self.isPlain(word), Self.isPlain(next) else { return nil }
    let other = words.randomElement(using: &generator) ?? word
    return Self.query(attempt, field, word, next, other)
  }

  private static func query(
    _ attempt: Int, _ field: String, _ word: String, _ next: String, _ other: String
  ) -> String? {
    switch attempt % 14 {
    case 0: word
    case 1, 2: "\(field):\(word)"
    case 3: "\(field):\"\(joined(word, next))\""
    case 4: "\(word) \(next)"
    case 5: isPlain(other) ? "\(field):\(word) \(field):\(other)" : nil
    case 6: isPlain(other) ? "\(field):\(word) OR \(field):\(other)" : nil
    case 7: "\(field):\(word) -\(field):\(next)"
    case 8: "\(field):\(word.suffix(1))\(next.prefix(1))"
    case 9: "\(field):\(word.prefix(1))"
    case 10: "\(field):\(word.prefix(2))*"
    default: "\(field):\"\(word) \(next)\"~3"
    }
  }

  private mutating func value(of document: OpenSearchParts, _ attempt: Int) -> String? {
    let fields = document.values.keys.filter { $0 != schema.key }.sorted()
    guard let field = fields.randomElement(using: &generator),
      let value = document.values[field]?.randomElement(using: &generator)
    else { return nil }
    if schema[field]?.kind == .keyword {
      return value.contains("\"") || value.contains("\\") ? nil : "\(field):\"\(value)\""
    }
    return attempt % 14 == 12 ? "\(field):\(value)" : "\(field):\(value).."
  }

  /// Without signs that mean something in a query.
  private static func isPlain(_ word: String) -> Bool {
    !["and", "or", "not"].contains(word)
      && word.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || $0.properties.numericType != nil
      }
  }

  /// Japanese has no spaces between words.
  private static func joined(_ first: String, _ second: String) -> String {
    let isLatin = [first.unicodeScalars.last, second.unicodeScalars.first].allSatisfy {
      $0.map { $0.value < 0x300 } ?? false
    }
    return isLatin ? "\(first) \(second)" : first + second
  }
}
