public import Haskap
internal import HaskapText

/// A field in a schema file: `{"name": "title", "type": "text", "weight": 3}`. What is not said
/// is as in the functions `Field.text` and so on.
extension Field: Codable {
  private enum Key: String, CodingKey, CaseIterable {
    case name, type, analyzer, positions, weight, b, grams, foldings, stored, column
  }

  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    try UnknownKeys.refuse(in: decoder, knowing: Key.allCases.map(\.rawValue))
    func value<Value: Decodable>(_ key: Key, _ otherwise: Value) throws -> Value {
      try values.decodeIfPresent(Value.self, forKey: key) ?? otherwise
    }
    let name = try values.decode(String.self, forKey: .name)
    let stored = try value(.stored, true)
    switch try values.decode(String.self, forKey: .type) {
    case "text":
      self = .text(
        name, analyzer: try value(.analyzer, "icu"), positions: try value(.positions, true),
        weight: try value(.weight, 1), b: try value(.b, 0.75), grams: try value(.grams, false),
        foldings: try Self.foldings(of: name, in: values), stored: stored)
    case "keyword": self = .keyword(name, stored: stored, column: try value(.column, true))
    case "integer": self = .integer(name, stored: stored)
    case "decimal": self = .decimal(name, stored: stored)
    case "boolean": self = .boolean(name, stored: stored)
    case "date": self = .date(name, stored: stored)
    case "moment": self = .moment(name, stored: stored)
    case "time": self = .time(name, stored: stored)
    case "stored": self = .stored(name)
    case let type:
      throw SchemaError(
        field: name, problem: "there is no type '\(type)'",
        remedy: "use text, keyword, integer, decimal, boolean, date, moment, time or stored")
    }
  }

  /// The foldings that are named; nil where nothing is said.
  private static func foldings(
    of field: String, in values: KeyedDecodingContainer<Key>
  ) throws -> FoldingSet? {
    let names = try values.decodeIfPresent([String].self, forKey: .foldings)
    return try names.map { names in
      FoldingSet(
        try names.map { name in
          guard let folding = Folding(rawValue: name) else {
            throw SchemaError(
              field: field, problem: "there is no folding '\(name)'",
              remedy: "use \(Folding.allCases.map(\.rawValue).joined(separator: ", "))")
          }
          return folding
        })
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(name, forKey: .name)
    try values.encode(kind.name, forKey: .type)
    if case .text(let options) = kind {
      try values.encode(options.analyzer, forKey: .analyzer)
      try values.encode(options.positions, forKey: .positions)
      try values.encode(options.weight, forKey: .weight)
      try values.encode(options.b, forKey: .b)
      try values.encode(options.grams, forKey: .grams)
      try values.encode(options.foldings.inOrder, forKey: .foldings)
    }
    if kind == .keyword { try values.encode(hasColumn, forKey: .column) }
    if kind != .stored { try values.encode(isStored, forKey: .stored) }
  }
}
