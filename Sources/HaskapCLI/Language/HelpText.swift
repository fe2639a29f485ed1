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
      for line in block.dropFirst() { addElement(line) }
      if head == "OPTIONS:" { for line in Self.commonOptions { addElement(line) } }
    } else if head.hasPrefix("OVERVIEW: ") || head.hasPrefix("USAGE: ") {
      let mark = head.firstIndex(of: ":").map { String(head[...$0]) } ?? ""
      addWrapped(
        translated(mark) + " " + translated(String(head.dropFirst(mark.count + 1))), hanging: 4)
      for line in block.dropFirst() { addPlain(line) }
    } else if head.hasPrefix(" ") || head.hasSuffix(":") {
      addIndented(block)
    } else {
      addWrapped(translated(block.joined(separator: " ")), hanging: 0)
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
    let paragraph = rest.map { $0.trimmingStart }.joined(separator: " ")
    let own = translated(paragraph)
    let isProse = own != paragraph || language == .english && rest.allSatisfy(Self.isProse)
    if isProse, !rest.isEmpty {
      addWrapped("  " + own, hanging: 2)
    } else {
      for line in rest { addPlain(line) }
    }
  }

  private static func isProse(_ line: String) -> Bool {
    !line.trimmingStart.contains("  ") && !line.trimmingStart.hasPrefix("haskap ")
  }

  /// A line as it is, save for what a table says in its second column.
  private mutating func addPlain(_ line: String) {
    guard let gap = line.trimmingStart.firstRange(of: "  ") else { return lines.append(line) }
    let indent = String(line.prefix { $0 == " " })
    let first = String(line.trimmingStart[..<gap.lowerBound])
    let second = String(line.trimmingStart[gap.upperBound...]).trimmingStart
    let column = DisplayWidth.of(line) - DisplayWidth.of(second)
    let label = (indent + first).padded(to: column)
    addWrapped(label + translated(second), hanging: column)
  }

  /// `  --limit <limit>         How many answers to show. (default: 10)`
  private mutating func addElement(_ line: String) {
    let label = line.trimmingStart.firstRange(of: "  ").map {
      String(line.trimmingStart[..<$0.lowerBound])
    }
    let name = "  " + (label ?? line.trimmingStart)
    let text = label.map { String(line.trimmingStart.dropFirst($0.count)).trimmingStart } ?? ""
    let (words, values) = Self.parted(text)
    let told = [translated(words), translated(values)].filter { !$0.isEmpty }
      .joined(separator: language == .english ? " " : "")
    let isLong = DisplayWidth.of(name) > Self.labelColumns - 2
    if isLong { lines.append(name) }
    if told.isEmpty { return isLong ? () : lines.append(name) }
    addWrapped(
      (isLong ? "" : name).padded(to: Self.labelColumns) + told, hanging: Self.labelColumns)
  }

  /// What is told of an option, and the values that the parser adds to it.
  private static func parted(_ text: String) -> (words: String, values: String) {
    for mark in ["(values: ", "(default: "] {
      guard text.hasSuffix(")"), let range = text.ranges(of: mark).last else { continue }
      return (String(text[..<range.lowerBound]).trimmingEnd, String(text[range.lowerBound...]))
    }
    return (text, "")
  }

  private mutating func addWrapped(_ text: String, hanging: Int) {
    // The first line has the indent within it.
    let indent = String(repeating: " ", count: hanging)
    let head = String(text.prefix { $0 == " " })
    var isFirst = true
    for line in DisplayWidth.wrapWords(
      String(text.dropFirst(head.count)), to: columns - max(hanging, head.count))
    {
      lines.append((isFirst ? head : indent) + line)
      isFirst = false
    }
  }
}

extension String {
  var trimmingStart: String { String(drop { $0 == " " }) }
}
