import Haskap
import HaskapDocuments
import HaskapText

/// Prints the answers of a search over documents: a paragraph each, and the counts below.
struct DocumentPrinter {
  private static let indent = "   "
  /// In columns: a longer value of a column is cut.
  private static let widestValue = 40
  private static let mostCounts = 8

  let output: Output
  let shape: DocumentShape
  private var style: Style { output.style }

  func print(_ answer: DocumentAnswer) {
    for note in answer.notes { output.line(style.dim(retold(note))) }
    if let shortfall = answer.shortfall {
      for sentence in shortfall.sentences { output.wrapped(retold(sentence)) }
      if !answer.suggestions.isEmpty {
        output.line(
          told("もしかして: \(answer.suggestions.joined(separator: Language.current.listMark))"))
      }
      output.line(answer.hits.isEmpty ? told("合うものはありません。") : told("一部の語に合うものを示します。"))
      output.line()
    }
    for hit in answer.hits { print(hit, lacking: hit.missing == [answer.query] ? [] : hit.missing) }
    if let first = answer.hits.first, let last = answer.hits.last {
      let shown = first.rank == last.rank ? "\(first.rank)" : "\(first.rank)–\(last.rank)"
      output.line(style.bold(told("\(Self.counts(answer)) \(shown)件目")))
    } else if answer.total > 0 {
      output.bold(told("\(Self.counts(answer)) 0件"))
    }
    for facet in answer.facets { print(facet) }
    output.nextPage(after: answer.hits.last?.rank, of: answer.total)
  }

  private static func counts(_ answer: DocumentAnswer) -> String {
    let others = answer.total - answer.exactTotal
    if answer.isPartial { return told("一部の語だけのもの\(answer.total)件中") }
    return others == 0
      ? told("全\(answer.total)件中") : told("全\(answer.total)件（ほかの表記\(others)件を含む）中")
  }

  /// - Parameter lacking: words to be named as missing; the only word of a query is named above.
  func print(_ hit: DocumentHit, lacking missing: [String] = []) {
    printHead(hit)
    if hit.match == .spelling { output.line(Self.indent + style.dim(told("ほかの表記で"))) }
    if hit.match == .fuzzy { output.line(Self.indent + style.dim(told("似た語で"))) }
    if !missing.isEmpty {
      let words = told("ない語: \(missing.joined(separator: Language.current.listMark))")
      output.wrapped(words, indent: Self.indent, hanging: Self.indent)
    }
    if let snippet = hit.snippet { output.line(Self.indent + snippet.snippet.marked(style.mark)) }
    if !hit.shared.isEmpty {
      let shared = SharedWords.text(hit.shared)
      output.wrapped(shared, indent: Self.indent, hanging: Self.indent)
    }
    let details = shape.details.filter { $0 != hit.snippet?.field }
      .compactMap { detail($0, of: hit.document) }
    printRow(details, indent: Self.indent, hanging: Self.indent) { style.dim($0) }
    if let file = hit.file {
      output.line(Self.indent + style.dim(told("出典: \(HarmlessText.line(file))")))
    }
    if let explanation = hit.explanation {
      let text = ExplanationText(explanation: explanation, fieldName: HarmlessText.line)
      output.wrapped(text, indent: Self.indent)
    }
    output.line()
  }

  /// A field with its values; nil where it has none, or a text too long for a line.
  private func detail(_ field: String, of document: Document) -> String? {
    let values = document[field].compactMap(\.shown)
    let isLong = values.contains { DisplayWidth.of($0) > Self.widestValue }
    guard !values.isEmpty, !(isLong && shape.texts.contains(field)) else { return nil }
    let shown = values.map { DisplayWidth.truncate($0, to: Self.widestValue) }
    return "\(field): \(shown.joined(separator: Language.current.listMark))"
  }

  /// The title, and at the right margin the key; the key alone where there is no title.
  private func printHead(_ hit: DocumentHit) {
    let number = "\(hit.rank). "
    let id = DisplayWidth.truncate(
      shape.id.flatMap { hit.document[$0].first?.shown } ?? "", to: Self.widestValue)
    guard let title = shape.title.flatMap({ hit.document.text($0) }) else {
      return output.line("\(number)\(style.title(id))".trimmingEnd)
    }
    let room = AnswerPrinter.columns - DisplayWidth.of(number) - DisplayWidth.of(id) - 2
    let lines = DisplayWidth.wrap(HarmlessText.line(title), to: max(room, 20))
    let pad = String(repeating: " ", count: max(0, room - DisplayWidth.of(lines.first ?? "")))
    let line = "\(number)\(style.title(lines.first ?? ""))"
    output.line(id.isEmpty ? line : "\(line)\(pad)  \(style.dim(id))")
    let hanging = String(repeating: " ", count: DisplayWidth.of(number))
    for line in lines.dropFirst() { output.line(hanging + style.title(line)) }
  }

  private func print(_ facet: DocumentFacet) {
    let counts = facet.counts.prefix(Self.mostCounts).map {
      "\(DisplayWidth.truncate($0.value.shown ?? "", to: Self.widestValue)) \($0.count)"
    }
    let more = facet.counts.count - counts.count
    let row = counts + (more > 0 ? [told("ほか\(more)")] : [])
    printRow(row, indent: "\(facet.field): ", hanging: "      ") { $0 }
  }

  /// Pieces side by side, none broken over two lines.
  private func printRow(
    _ pieces: [String], indent: String, hanging: String, style: (String) -> String
  ) {
    var (line, indent) = ("", indent)
    for piece in pieces {
      let width = DisplayWidth.of(indent) + DisplayWidth.of(line) + DisplayWidth.of(piece)
      if !line.isEmpty, width > AnswerPrinter.columns {
        output.line(indent + style(line.trimmingEnd))
        (line, indent) = ("", hanging)
      }
      line += piece + "  "
    }
    if !line.isEmpty { output.line(indent + style(line.trimmingEnd)) }
  }
}

extension FieldValue {
  /// For people; nil for bytes.
  fileprivate var shown: String? { plainText.map(HarmlessText.line) }
}
