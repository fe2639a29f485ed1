import HaskapSentences

/// The sentences and labels of the pages in one language.
struct Wording: Sendable {
  let language: Language
  /// By key.
  let texts: [String: String]

  /// - Parameter subject: what the index holds; keys that end in `@` and its name stand for others.
  /// - Throws: `ResourceError` where the table is not whole.
  init(_ language: Language, of subject: Subject = .reports) throws {
    self.language = language
    let table = String(decoding: PackageResources.wording_tsv, as: UTF8.self)
    var texts: [String: String] = [:]
    for line in table.split(separator: "\n") where !line.hasPrefix("#") {
      let cells = line.split(separator: "\t").map(String.init)
      guard cells.count == 3, texts[cells[0]] == nil else {
        throw ResourceError(description: "wording.tsv: '\(line)' is not a key, Japanese, English")
      }
      texts[cells[0]] = cells[language == .ja ? 1 : 2]
    }
    let mark = "@\(subject.rawValue)"
    for (key, text) in texts where key.hasSuffix(mark) {
      texts[String(key.dropLast(mark.count))] = text
    }
    self.texts = texts
  }

  /// A sentence of a library, made in one language or the other.
  func retold(_ sentence: String) -> String {
    Catalog.shared.translated(sentence, inEnglish: language == .en)
  }

  subscript(key: String) -> String { texts[key] ?? key }

  /// With values in place of what stands in braces.
  func callAsFunction(_ key: String, _ values: KeyValuePairs<String, String>) -> String {
    var text = ""
    var rest = self[key][...]
    while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")),
      let close = rest[open...].utf8.firstIndex(of: UInt8(ascii: "}"))
    {
      let name = rest[rest.index(after: open)..<close]
      let value = values.first { $0.key == name }?.value
      text += rest[..<open] + (value ?? "{\(name)}")
      rest = rest[rest.index(after: close)...]
    }
    return text + rest
  }

  /// Of a key that ends in the name of a case.
  func label(_ kind: String, _ value: some RawRepresentable<String>) -> String {
    self["\(kind).\(value.rawValue)"]
  }
}

/// A file inside the program that is not as it should be.
struct ResourceError: Error, CustomStringConvertible {
  var description: String
}
