internal import Haskap

/// The values of a document by their fields' names.
final class DecodedFields {
  private let values: [String: [FieldValue]]
  /// The names of the fields and of the objects that they are in: `author` of `author.name`.
  private let names: Set<String>

  init(_ document: Document) {
    values = Dictionary(grouping: document.values) { $0.field }.mapValues { $0.map(\.value) }
    names = Set(
      values.keys.flatMap { name in
        [name] + name.indices.filter { name[$0] == "." }.map { String(name[..<$0]) }
      })
  }

  /// Whether there is anything at a coding path.
  func holds(_ path: [any CodingKey]) -> Bool {
    !(path.last is ListKey) ? names.contains(FieldName.joined(path)) : value(at: path) != nil
  }

  func list(at path: [any CodingKey]) -> [FieldValue] { values[FieldName.joined(path)] ?? [] }

  /// The names of what stands in the object at a coding path.
  func members(at path: [any CodingKey]) -> [String] {
    let prefix = path.isEmpty ? "" : FieldName.joined(path) + "."
    return names.filter { $0.hasPrefix(prefix) && !$0.dropFirst(prefix.count).contains(".") }
      .map { String($0.dropFirst(prefix.count)) }.sorted()
  }

  private func value(at path: [any CodingKey]) -> FieldValue? {
    let list = list(at: path)
    guard let place = (path.last as? ListKey)?.place else { return list.first }
    return list.indices.contains(place) ? list[place] : nil
  }

  func decode<Value: Decodable>(_ type: Value.Type, at path: [any CodingKey]) throws -> Value {
    guard FieldCoding.isScalar(type) else {
      return try Value(from: FieldDecoder(fields: self, codingPath: path))
    }
    let name = FieldName.joined(path)
    guard let value = value(at: path) else {
      let context = DecodingError.Context(
        codingPath: path.dropLast(), debugDescription: "the document keeps no value of '\(name)'")
      throw path.last.map { DecodingError.keyNotFound($0, context) }
        ?? .typeMismatch(type, context)
    }
    guard let result = FieldCoding.value(value, as: type) else {
      throw DecodingError.typeMismatch(
        type,
        .init(
          codingPath: path,
          debugDescription: "field '\(name)' holds \(value.shown), which is no \(type)"))
    }
    return result
  }
}

extension FieldValue {
  /// For errors.
  fileprivate var shown: String {
    switch self {
    case .text(let text): "'\(text.prefix(40))'"
    case .bytes(let bytes): "\(bytes.count) bytes"
    default: plainText ?? ""
    }
  }
}
