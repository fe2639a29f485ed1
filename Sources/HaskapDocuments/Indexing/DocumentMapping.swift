package import Haskap

/// Makes documents of the engine from those of a file: each value as its field keeps it.
package struct DocumentMapping {
  /// The names that the schema does not have, with the number of documents that have them. Names
  /// beyond the first hundred are not counted.
  package private(set) var leftOut: [String: Int] = [:]
  private let fields: [String: Field]

  package init(_ schema: Schema) {
    fields = Dictionary(uniqueKeysWithValues: schema.fields.map { ($0.name, $0) })
  }

  /// - Throws: `InputError` with the document's place when a value is none of its field.
  package mutating func document(_ source: SourceDocument) throws -> Document {
    var document = Document()
    for member in source.members {
      if let field = fields[member.name] {
        guard let value = field.value(of: member.value) else {
          throw Self.misfit(member.value, field, source)
        }
        document.append(value, to: field.name)
      } else if leftOut.count < 100 || leftOut[member.name] != nil {
        leftOut[member.name, default: 0] += 1
      }
    }
    return document
  }

  private static func misfit(
    _ value: SourceValue, _ field: Field, _ source: SourceDocument
  ) -> InputError {
    source.error(
      "field '\(field.name)': expected \(field.kind.example), found '\(value.text.prefix(40))'; "
        + "mend the line, or give the field another type by --schema "
        + "(haskap index --guess shows the schema to begin with)")
  }
}
