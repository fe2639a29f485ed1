internal import FoundationEssentials
public import Haskap
internal import HaskapText

/// Schemas as files: `{"key": "id", "fields": [{"name": "title", "type": "text", "weight": 3}]}`.
public enum SchemaFile {
  /// - Throws: `InputError` with the file and what is wrong in it.
  public static func read(_ path: String) throws -> Schema {
    let bytes = try InputFile.read(path)
    do {
      let schema = try JSONDecoder().decode(Schema.self, from: Data(bytes))
      try checkAnalyzers(of: schema, path)
      return schema
    } catch let error as SchemaError {
      throw InputError(description: "\(path): \(error.description)")
    } catch let error as DecodingError {
      throw InputError(
        description: "\(path): \(explanation(of: error)); write a schema as "
          + #"{"key": "id", "fields": [{"name": "title", "type": "text"}]}"#)
    }
  }

  private static func checkAnalyzers(of schema: Schema, _ path: String) throws {
    var known: Set<String> = []
    for field in schema.fields {
      guard let name = field.textOptions?.analyzer, known.insert(name).inserted else { continue }
      do {
        _ = try Analyzer(named: name)
      } catch let error as AnalysisError {
        throw InputError(description: "\(path): Field '\(field.name)': \(error.description)")
      }
    }
  }

  /// The schema as a file that `read` gives back, a line for each field. What is as it is when
  /// nothing is said is left out.
  ///
  /// - Throws: `EncodingError` for a number that JSON cannot write.
  public static func text(of schema: Schema) throws -> String {
    let key = try schema.key.map { "\"key\": \(try JSONText.line($0)), " } ?? ""
    let fields = try schema.fields.map { "  \(try text(of: $0))" }
    let words =
      schema.words.isEmpty ? "" : ", \"words\": \(try JSONText.line(schema.words))"
    return "{\(key)\"fields\": [\n\(fields.joined(separator: ",\n"))\n]\(words)}"
  }

  private static func text(of field: Field) throws -> String {
    var members = [
      "\"name\": \(try JSONText.line(field.name))", "\"type\": \"\(field.kind.name)\"",
    ]
    if let options = field.textOptions {
      let usual = Field.TextOptions()
      if options.analyzer != usual.analyzer {
        members.append("\"analyzer\": \(try JSONText.line(options.analyzer))")
      }
      if options.weight != usual.weight {
        members.append("\"weight\": \(try JSONText.line(options.weight))")
      }
      if options.b != usual.b { members.append("\"b\": \(try JSONText.line(options.b))") }
      if options.positions != usual.positions {
        members.append("\"positions\": \(options.positions)")
      }
      if options.grams != usual.grams { members.append("\"grams\": \(options.grams)") }
      if options.foldings != Field.TextOptions(analyzer: options.analyzer).foldings {
        let foldings = options.foldings.inOrder.map(\.rawValue).sorted()
        members.append("\"foldings\": \(try JSONText.line(foldings))")
      }
    }
    if field.kind == .keyword, !field.hasColumn { members.append("\"column\": false") }
    if !field.isStored { members.append("\"stored\": false") }
    return "{\(members.joined(separator: ", "))}"
  }

  private static func explanation(of error: DecodingError) -> String {
    switch error {
    case .keyNotFound(let key, let context):
      return "\(place(context)): '\(key.stringValue)' is missing"
    case .typeMismatch(let type, let context), .valueNotFound(let type, let context):
      return "\(place(context)): \(kind(of: type)) is wanted"
    case .dataCorrupted(let context):
      return "\(place(context)): \(context.debugDescription.lowercasedFirst)"
    @unknown default: return "it is no schema"
    }
  }

  /// What JSON calls a value of a type.
  private static func kind(of type: Any.Type) -> String {
    switch type {
    case is String.Type: "a string"
    case is Bool.Type: "true or false"
    case is any Numeric.Type: "a number"
    default: "\(type)".hasPrefix("Array") ? "a list" : "an object"
    }
  }

  /// `fields[2].weight`.
  private static func place(_ context: DecodingError.Context) -> String {
    let path = context.codingPath.reduce("") { path, key in
      key.intValue.map { "\(path)[\($0)]" }
        ?? (path.isEmpty ? key.stringValue : "\(path).\(key.stringValue)")
    }
    return path.isEmpty ? "the file" : path
  }
}

extension String {
  /// For a sentence in the middle of another, without its full stop.
  fileprivate var lowercasedFirst: String {
    let text = hasSuffix(".") ? String(dropLast()) : self
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}
