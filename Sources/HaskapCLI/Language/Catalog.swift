import CTexts

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
  /// All of them taken apart, which only a text that was made elsewhere needs.
  private static let templates = (0..<shared.lines.count / 2).map {
    (english: shared.template($0, .english), japanese: shared.template($0, .japanese))
  }

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
    Self.templates.filter { $0.english.arguments != $0.japanese.arguments }.map(\.english.key)
  }

  func text(of sentence: Sentence, in language: Language) -> String {
    guard let place = place(of: sentence.key) else { return Template.filled(sentence) }
    return template(place, language).filled(with: sentence.arguments)
  }

  /// The twin of a text that was made elsewhere; the text itself where it has none.
  func translated(_ text: String, to language: Language) -> String {
    if let place = place(of: text) { return template(place, language).filled(with: []) }
    let other: Language = language == .english ? .japanese : .english
    var best: (place: Int, arguments: [String], length: Int)?
    for (place, pair) in Self.templates.enumerated() {
      let source = other == .english ? pair.english : pair.japanese
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
    let line = lines[2 * place + (language == .english ? 0 : 1)]
    return Template(String(decoding: text[line], as: UTF8.self))
  }
}
