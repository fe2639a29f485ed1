/// What stands in one line of a cell, its fields known by their places.
protocol CellItem: SendableMetatype {
  init?(_ fields: CellFields)
  func fields(in words: TableWords) -> [String?]
}

/// The fields of a line: `2020-08-25～2020-10-29 | 261 | 人`. Those at the end that are empty are left out.
struct CellFields {
  private static let bar = " | "
  private let fields: [String?]

  init(line: some StringProtocol) {
    fields = line.utf8.split(separator: Self.bar.utf8, omittingEmptySubsequences: false).map {
      $0.isEmpty ? nil : CellEscape.text(String(decoding: $0, as: UTF8.self))
    }
  }

  subscript(place: Int) -> String? { fields.indices.contains(place) ? fields[place] : nil }

  func code(_ place: Int, of kind: String) -> String? {
    self[place].flatMap { TableWords.code(of: $0, in: kind) }
  }

  /// Nil where nothing is said.
  func flag(_ place: Int, _ word: String, of kind: String) -> Bool? {
    self[place].map { TableWords.code(of: $0, in: kind) == word }
  }

  static func line(_ fields: [String?]) -> String {
    let texts = fields.map { $0.map { CellEscape.escaped($0, isItem: true) } ?? "" }
    guard let last = texts.lastIndex(where: { !$0.isEmpty }) else { return "\\" }
    return texts[...last].joined(separator: bar)
  }
}
