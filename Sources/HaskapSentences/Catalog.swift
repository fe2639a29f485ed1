import CTexts
import Synchronization

/// The sentences of the programs in their two languages, Japanese and English, out of `sentences.txt`.
///
/// The sources have a sentence in one of them, whichever its readers are used to; here is its twin.
public struct Catalog: Sendable {
  public static let shared = {
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

  package func has(_ key: String) -> Bool { place(of: key) != nil }

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
  package var uneven: [String] {
    (0..<lines.count / 2).map { (template($0, true), template($0, false)) }
      .filter { $0.arguments != $1.arguments }.map(\.0.key)
  }

  /// A sentence by its key in either language; nil where it is not there.
  package func text(_ key: String, _ arguments: [String], inEnglish: Bool) -> String? {
    let name = "\(inEnglish)\n\(key)"
    if let known = Self.known.withLock({ $0[name] }) { return known.filled(with: arguments) }
    guard let place = place(of: key) else { return nil }
    let found = template(place, inEnglish)
    Self.known.withLock { $0[name] = found }
    return found.filled(with: arguments)
  }

  /// The twin of a text that was made elsewhere; the text itself where it has none.
  public func translated(_ text: String, inEnglish: Bool) -> String {
    if let place = place(of: text) { return template(place, inEnglish).filled(with: []) }
    var best: (place: Int, arguments: [String], length: Int)?
    for place in places(ofMakersOf: text, !inEnglish) {
      let source = template(place, !inEnglish)
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
      $0.contains(" ") || $0.hasPrefix("「") ? translated($0, inEnglish: inEnglish) : $0
    }
    return template(best.place, inEnglish).filled(with: arguments)
  }

  /// In bytes: shorter templates are words with a number beside them, as `3 documents`.
  private static let telling = 10

  private static func isNumber(_ text: String) -> Bool {
    text.allSatisfy { $0.isNumber || $0 == "," || $0 == "." }
  }

  /// The places of lines that begin and end as a text does; the others need not be taken apart.
  private func places(ofMakersOf made: String, _ inEnglish: Bool) -> [Int] {
    var made = made
    return made.withUTF8 { made in
      text.withUnsafeBufferPointer { text in
        (0..<lines.count / 2).filter {
          Template.mayHaveMade(made, line: text[line($0, inEnglish)])
        }
      }
    }
  }

  private func template(_ place: Int, _ inEnglish: Bool) -> Template {
    Template(String(decoding: text[line(place, inEnglish)], as: UTF8.self))
  }

  private func line(_ place: Int, _ inEnglish: Bool) -> Range<Int> {
    lines[2 * place + (inEnglish ? 0 : 1)]
  }
}
