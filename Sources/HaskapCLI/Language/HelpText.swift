import HaskapSentences
import HaskapText

/// Help as the argument parser writes it, in the language of the process and with lines that fit the
/// screen: the parser counts a kanji as one column.
struct HelpText {
  /// In which the labels of options stand, as the parser has them.
  private static let labelColumns = 26

  let columns: Int
  let language: Language
  private var lines: [String] = []

  /// - Parameter text: written for a screen so wide that nothing is wrapped.
  static func render(_ text: String, columns: Int, in language: Language) -> String {
    var help = HelpText(columns: columns, language: language)
    let blocks = text.split(separator: "\n", omittingEmptySubsequences: false)
      .split(separator: "", omittingEmptySubsequences: true)
    for block in blocks {
      help.add(Array(block.map(String.init)))
      help.lines.append("")
    }
    return help.lines.joined(separator: "\n")
  }

  private init(columns: Int, language: Language) {
    (self.columns, self.language) = (columns, language)
  }

  private func translated(_ text: String) -> String {
    Catalog.shared.translated(text, to: language)
  }

  private mutating func add(_ block: [String]) {
    let head = block[0]
    if ["ARGUMENTS:", "OPTIONS:", "SUBCOMMANDS:"].contains(head) {
      lines.append(translated(head))
      addElements(block.dropFirst())
      if head == "OPTIONS:" { addElements(Self.commonOptions[...]) }
    } else if head.hasPrefix("OVERVIEW: ") || head.hasPrefix("USAGE: ") {
      let mark = head.firstIndex(of: ":").map { String(head[...$0]) } ?? ""
      let text = translated(String(head.dropFirst(mark.count + 1)))
      addWrapped(translated(mark) + " ", text, hanging: 4)
      for line in block.dropFirst() { addPlain(line) }
    } else if head.hasPrefix(" ") || head.hasSuffix(":") {
      addIndented(block)
    } else {
      addWrapped("", translated(block.joined(separator: " ")), hanging: 0)
    }
  }

  /// Every command takes them; they are read before the parser sees the arguments.
  private static let commonOptions = [
    "  --lang <lang>           Answer in ja or en; by the locale when not given.",
    "  --no-pager              Do not show long answers with a pager.",
  ]

  /// A heading with lines below it: examples, tables, or a paragraph.
  private mutating func addIndented(_ block: [String]) {
    var rest = block[...]
    if let head = rest.first, !head.hasPrefix(" ") {
      lines.append(translated(head))
      rest = rest.dropFirst()
    }
    let paragraph = rest.map(\.trimmingStart).joined(separator: " ")
    let own = translated(paragraph)
    let isProse = own != paragraph || language == .english && rest.allSatisfy(Self.isProse)
    if isProse, !rest.isEmpty {
      addWrapped("  ", own, hanging: 2)
    } else {
      for line in rest { addPlain(line) }
    }
  }

  private static func isProse(_ line: String) -> Bool {
    !line.trimmingStart.contains("  ") && !line.trimmingStart.hasPrefix("haskap ")
  }

  /// A line as it is, save for what a table says in its second column.
  private mutating func addPlain(_ line: String) {
    let text = line.trimmingStart
    guard let gap = text.firstRange(of: "  ") else { return lines.append(line) }
    let second = String(text[gap.upperBound...]).trimmingStart
    let column = DisplayWidth.of(line) - DisplayWidth.of(second)
    let first = String(line.prefix { $0 == " " }) + text[..<gap.lowerBound]
    addWrapped(first.padded(to: column), translated(second), hanging: column)
  }

  /// `  --limit <limit>         How many answers to show. (default: 10)`; what belongs to a long label
  /// stands on the line below it.
  private mutating func addElements(_ block: ArraySlice<String>) {
    var rest = block
    while let line = rest.popFirst() {
      let isLong = line.count <= Self.labelColumns
      let text = isLong ? rest.popFirst(where: { $0.hasPrefix("     ") }) ?? "" : line
      let label = String(line.prefix(Self.labelColumns)).trimmingEnd
      addElement(label, String(text.dropFirst(Self.labelColumns)), isLong: isLong && !text.isEmpty)
    }
  }

  private mutating func addElement(_ label: String, _ text: String, isLong: Bool) {
    let (words, values) = Self.parted(text)
    let told = [translated(words), translated(values)].filter { !$0.isEmpty }
      .joined(separator: language == .english ? " " : "")
    if isLong || told.isEmpty { lines.append(label) }
    if told.isEmpty { return }
    let head = (isLong ? "" : label).padded(to: Self.labelColumns)
    addWrapped(head, told, hanging: Self.labelColumns)
  }

  /// What is told of an option, and the values that the parser adds to it.
  private static func parted(_ text: String) -> (words: String, values: String) {
    for mark in ["(values: ", "(default: "] {
      guard text.hasSuffix(")"), let range = text.ranges(of: mark).last else { continue }
      return (String(text[..<range.lowerBound]).trimmingEnd, String(text[range.lowerBound...]))
    }
    return (text, "")
  }

  private mutating func addWrapped(_ head: String, _ text: String, hanging: Int) {
    let room = columns - max(hanging, DisplayWidth.of(head))
    for (number, line) in DisplayWidth.wrapWords(text, to: room).enumerated() {
      lines.append((number == 0 ? head : "".padded(to: hanging)) + line)
    }
  }
}

extension String {
  var trimmingStart: String { String(drop { $0 == " " }) }
}

extension ArraySlice {
  fileprivate mutating func popFirst(where isWanted: (Element) -> Bool) -> Element? {
    first.map(isWanted) == true ? popFirst() : nil
  }
}
