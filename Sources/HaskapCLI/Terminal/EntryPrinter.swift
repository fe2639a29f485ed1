import HaskapCivic
import HaskapText

/// Prints all that the index keeps of one project, activity or organization.
struct EntryPrinter {
  let output: Output
  /// The words to be marked wherever they stand.
  let mark: (String) throws -> String
  private var style: Style { output.style }

  func print(_ entry: CivicEntry) throws {
    let years = AnswerPrinter.years(entry.fiscalYears)
    output.line("\(entry.type.word)  \(style.title(entry.name))  \(style.dim(years))")
    try print("id", entry.id)
    if let record = entry.record { try print(record) }
    if let body = entry.organization {
      try print(told("Spellings"), body.spellings.joined(separator: Language.current.listMark))
      try print(
        told("Year"),
        body.years.map(AnswerPrinter.shortYear).joined(separator: Language.current.listMark))
      try print(told("Department"), body.departments.joined(separator: Language.current.listMark))
      for activity in body.activities { try print(told("Activity"), activity) }
    }
  }

  private func print(_ record: Record) throws {
    try print(told("Source"), record.source)
    for (field, text) in record.shownFields { try print(FieldLabel.of(field), text) }
  }

  /// The lines of the file that the record comes from.
  func print(printed lines: [String]) throws {
    for line in lines {
      try print(told("原文"), line.split(separator: "\t").joined(separator: " │ "))
    }
  }

  func print(_ label: String, _ text: String) throws {
    let head = label.padded(to: max(14, DisplayWidth.of(label) + 1))
    let marked = try mark(text.trimmingEnd)
    for (number, line) in marked.split(separator: "\n").enumerated() {
      output.wrapped(
        String(line), indent: number == 0 ? style.dim(head) : String(repeating: " ", count: 14),
        hanging: String(repeating: " ", count: 14))
    }
  }
}

extension Record {
  /// Where it stands: `reports/2023.pdf 3ページ 12行`.
  var source: String {
    let parts = [
      file ?? document, sheet.map { told("シート\($0)") }, page.map { told("\($0)ページ") },
      told("\(line)行"),
    ]
    return parts.compactMap(\.self).joined(separator: " ")
  }
}
