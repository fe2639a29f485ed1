/// The sentences of the program in its two languages, out of `Resources/sentences.txt`.
///
/// The sources have a sentence in one of them, whichever its readers are used to; here is its twin.
struct Catalog: Sendable {
  static let shared = Catalog(String(decoding: PackageResources.sentences_txt, as: UTF8.self))

  private typealias Pair = (english: Template, japanese: Template)

  private let pairs: [Pair]
  /// The place of a pair by the key of either template.
  private let places: [String: Int]

  /// - Parameter text: an English sentence on a line, the Japanese one on the next, and so on; empty
  ///   lines and lines that begin with `#` between them do not count.
  init(_ text: String) {
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    var (pairs, places) = ([Pair](), [String: Int]())
    for place in stride(from: 0, to: lines.count - 1, by: 2) {
      let pair = (english: Template(lines[place]), japanese: Template(lines[place + 1]))
      for key in [pair.english.key, pair.japanese.key] where places[key] == nil {
        places[key] = pairs.count
      }
      pairs.append(pair)
    }
    (self.pairs, self.places) = (pairs, places)
  }

  func has(_ key: String) -> Bool { places[key] != nil }

  /// The templates of which one has an argument that the other lacks.
  var uneven: [String] {
    pairs.filter { $0.english.arguments != $0.japanese.arguments }.map(\.english.key)
  }

  func text(of sentence: Sentence, in language: Language) -> String {
    guard let place = places[sentence.key] else { return Template.filled(sentence) }
    return template(place, language).filled(with: sentence.arguments)
  }

  /// The twin of a text that was made elsewhere; the text itself where it has none.
  func translated(_ text: String, to language: Language) -> String {
    if let place = places[text] { return template(place, language).filled(with: []) }
    let other: Language = language == .english ? .japanese : .english
    var best: (place: Int, arguments: [String], length: Int)?
    for place in pairs.indices {
      let source = template(place, other)
      guard source.length > best?.length ?? 0, let found = source.arguments(in: text),
        source.length >= Self.telling || found.allSatisfy(Self.isNumber)
      else { continue }
      best = (place, found, source.length)
    }
    guard let best else { return text }
    // What a sentence tells of may be a sentence itself; a single word is a name.
    let arguments = best.arguments.map { $0.contains(" ") ? translated($0, to: language) : $0 }
    return template(best.place, language).filled(with: arguments)
  }

  /// In bytes: shorter templates are words with a number beside them, as `3 documents`.
  private static let telling = 10

  private static func isNumber(_ text: String) -> Bool {
    text.allSatisfy { $0.isNumber || $0 == "," || $0 == "." }
  }

  private func template(_ place: Int, _ language: Language) -> Template {
    language == .english ? pairs[place].english : pairs[place].japanese
  }
}
