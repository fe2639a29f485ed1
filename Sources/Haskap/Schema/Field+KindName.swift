extension Field.Kind {
  /// The word for it in schema files, messages and the manifest.
  public var name: String {
    switch self {
    case .text: "text"
    case .keyword: "keyword"
    case .integer: "integer"
    case .decimal: "decimal"
    case .boolean: "boolean"
    case .date: "date"
    case .moment: "moment"
    case .time: "time"
    case .stored: "stored"
    }
  }
}
