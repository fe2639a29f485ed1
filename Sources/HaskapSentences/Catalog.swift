import CTexts
import Synchronization

/// The sentences of the program in its two languages, out of `Resources/sentences.txt`.
///
/// The sources have a sentence in one of them, whichever its readers are used to; here is its twin.
struct Catalog: Sendable {
  static let shared = {
    let text = embedded_sentences()
    return Catalog(Array(UnsafeBufferPointer(start: text.bytes, count: text.count)))
  }()

  private let text: [UInt8]
  /// English and Japanese lines in turn. They are looked through for each sentence: a dictionary of
  /// them takes longer to make than a search takes.
  private let lines: [Range<Int>]
  /// Those that were told before: a table tells the same one in every line.
  private static let known = Mutex<[String: Template]>([:])

  /// - Parameter text: an English sentence on a line, the Japanese one on the next, and so on; empty
  ///   lines and lines that begin with `#` between them do not count.
  init(_ text: [UInt8]) {
    self.text = text
    var lines: [Range<Int>] = []
    var start = 0
    for end in text.indices where text[end] == UInt8(ascii: "\n") {
      if end > start, text[start] != UInt8(ascii: "#") { lines.append(start..<end) }
      start = end + 1
    }
    self.lines = lines
  }

  func has(_ key: String) -> Bool { place(of: key) != nil }

  /// The place of the pair of which one line has a key.
  private func place(of key: String) -> Int? {
    var key = key
    let found = key.withUTF8 { key in
      text.withUnsafeBufferPointer { text in
        lines.firstIndex { Template.has(line: text[$0], key) }
      }
    }
    return found.map { $0 / 2 }
  }

  /// The templates of which one has an argument that the other lacks.
  var uneven: [String] {
    (0..<lines.count / 2).map { (template($0, .english), template($0, .japanese)) }
      .filter { $0.arguments != $1.arguments }.map(\.0.key)
  }

  func text(of sentence: Sentence, in language: Language) -> String {
    if let one = sentence.ofOne, has(one.key) { return text(of: one, in: language) }
    let name = "\(language)\n\(sentence.key)"
    if let known = Self.known.withLock({ $0[name] }) {
      return known.filled(with: sentence.arguments)
    }
    guard let place = place(of: sentence.key) else { return Template.filled(sentence) }
    let found = template(place, language)
    Self.known.withLock { $0[name] = found }
    return found.filled(with: sentence.arguments)
  }

  /// The twin of a text that was made elsewhere; the text itself where it has none.
  func translated(_ text: String, to language: Language) -> String {
    if let place = place(of: text) { return template(place, language).filled(with: []) }
    let other: Language = language == .english ? .japanese : .english
    var best: (place: Int, arguments: [String], length: Int)?
    for place in places(ofMakersOf: text, other) {
      let source = template(place, other)
      guard source.length > best?.length ?? 0, let found = source.arguments(in: text),
        source.length >= Self.telling || found.allSatisfy(Self.isNumber)
      else { continue }
      // Where a list would be taken for a single count, the template of a list is better.
      let hidesList = found.contains { $0.contains("件、「") && !$0.hasPrefix("「") }
      let length = hidesList ? 1 : source.length
      if length > best?.length ?? 0 { best = (place, found, length) }
    }
    guard let best else { return text }
    // What a sentence tells of may be a sentence itself, or the rest of a list of quoted words; a
    // single word is a name.
    let arguments = best.arguments.map {
      $0.contains(" ") || $0.hasPrefix("「") ? translated($0, to: language) : $0
    }
    return template(best.place, language).filled(with: arguments)
  }

  /// In bytes: shorter templates are words with a number beside them, as `3 documents`.
  private static let telling = 10

  private static func isNumber(_ text: String) -> Bool {
    text.allSatisfy { $0.isNumber || $0 == "," || $0 == "." }
  }

  /// The places of lines that begin and end as a text does; the others need not be taken apart.
  private func places(ofMakersOf made: String, _ language: Language) -> [Int] {
    var made = made
    return made.withUTF8 { made in
      text.withUnsafeBufferPointer { text in
        (0..<lines.count / 2).filter {
          Template.mayHaveMade(made, line: text[line($0, language)])
        }
      }
    }
  }

  private func template(_ place: Int, _ language: Language) -> Template {
    Template(String(decoding: text[line(place, language)], as: UTF8.self))
  }

  private func line(_ place: Int, _ language: Language) -> Range<Int> {
    lines[2 * place + (language == .english ? 0 : 1)]
  }
}
