internal import Haskap

extension Field {
  /// A value as this field keeps it; nil where it is none of its type.
  func value(of source: SourceValue) -> FieldValue? {
    switch (kind, source) {
    case (.text, _), (.keyword, _): .text(source.text)
    case (.stored, .integer(let integer)), (.integer, .integer(let integer)),
      (.decimal, .integer(let integer)):
      .integer(integer)
    case (.stored, _): .text(source.text)
    case (.integer, _):
      WrittenNumber.integer(source.text.halfWidth).map { .integer($0) }
    case (.decimal, _):
      [source.text, WrittenNumber.figures(in: source.text.halfWidth)].lazy.compactMap(\.self)
        .first { DecimalNumber.parse($0) != nil }.map { .text($0) }
    case (.boolean, _): Bool(source.text.lowercased()).map { .boolean($0) }
    case (.time, _): TimeOfDay(source.text).map { .text($0.description) }
    case (.date, _), (.moment, _): WrittenDay.normal(source.text).map { .text($0) }
    }
  }
}
