internal import FoundationEssentials
internal import Haskap

/// The document that an encoder is filling.
final class EncodedFields {
  private(set) var document = Document()
  private let schema: Schema

  init(_ schema: Schema) { self.schema = schema }

  func encode(_ value: some Encodable, at path: [any CodingKey]) throws {
    switch FieldCoding.scalar(value) {
    case .value(let scalar): try add(scalar, at: path, of: value)
    case .bytes(let bytes): try add(bytes: bytes, at: path, of: value)
    case nil: try value.encode(to: FieldEncoder(fields: self, codingPath: path))
    }
  }

  private func add(_ scalar: SourceValue, at path: [any CodingKey], of value: Any) throws {
    let field = try field(at: path, of: value)
    guard let converted = field.value(of: scalar) else {
      throw Self.error(
        value, path,
        "field '\(field.name)' takes \(field.kind.example), not '\(scalar.text.prefix(40))'")
    }
    document.append(converted, to: field.name)
  }

  private func add(bytes: [UInt8], at path: [any CodingKey], of value: Any) throws {
    let field = try field(at: path, of: value)
    guard field.kind == .stored else {
      throw Self.error(value, path, "field '\(field.name)' takes \(field.kind.example), not bytes")
    }
    document.append(.bytes(bytes), to: field.name)
  }

  private func field(at path: [any CodingKey], of value: Any) throws -> Field {
    let lists = path.indices.filter { path[$0] is ListKey }
    guard lists.isEmpty || lists == [path.count - 1] else {
      throw Self.error(
        value, path, "a field holds a list of values, not of objects or lists; join them to texts")
    }
    let name = FieldName.joined(path)
    guard let field = schema[name] else {
      let names = schema.fields.map(\.name).joined(separator: ", ")
      throw Self.error(value, path, "the schema has no field '\(name)'; it has \(names)")
    }
    return field
  }

  private static func error(
    _ value: Any, _ path: [any CodingKey], _ problem: String
  ) -> EncodingError {
    .invalidValue(value, .init(codingPath: path, debugDescription: problem))
  }
}
