public import HaskapDocuments

/// What the headings and values of tables are called in a language, out of
/// `Resources/table-words.tsv`. What reports say is in no language but theirs.
public enum TableWords: Sendable {
  /// The names in JSON, save where these are no words.
  case english
  case japanese

  /// The heading of the column of that name; the name itself where the file has none.
  public func heading(_ name: String) -> String { word(name, of: "heading") }

  /// A value of the kind that a column holds, such as `host` of `role`.
  public func word(_ code: String, of kind: String) -> String {
    guard let words = Self.file.words[kind]?[code] else { return code }
    return self == .japanese ? words.japanese : words.english
  }

  /// The name of a column by its heading in any language.
  static func name(ofHeading heading: String) -> String? { code(of: heading, in: "heading") }

  /// The value that a word in any language stands for; nil for no word of the kind.
  static func code(of word: String, in kind: String) -> String? {
    file.words[kind]?[word] == nil ? file.codes[kind]?[word] : word
  }

  private typealias Words = (japanese: String, english: String)

  /// By kind: the words of each code, and the code of each word.
  private static let file: (words: [String: [String: Words]], codes: [String: [String: String]]) = {
    let text = String(decoding: PackageResources.table_words_tsv, as: UTF8.self)
    var (words, codes, kind) = ([String: [String: Words]](), [String: [String: String]](), "")
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let parts = line.split(separator: "\t").map(String.init)
      guard parts.count > 1 else {
        kind = String(line.dropFirst().dropLast())
        continue
      }
      words[kind, default: [:]][parts[0]] = (parts[1], parts.last { $0 != parts[1] } ?? parts[0])
      for word in parts { codes[kind, default: [:]][word] = parts[0] }
    }
    return (words, codes)
  }()
}

extension CSVTable {
  /// The same table with its headings, and the values that are of a known kind, as words.
  public func named(by words: TableWords) -> CSVTable {
    renamed(words.heading) { name, value in words.word(value, of: name) }
  }
}
