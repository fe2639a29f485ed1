public import Haskap

/// A column of an index whose values are of a type of Swift.
///
///     let views = try index.column("views", of: Int.self)
///     let answer = try index.search(
///       "町内会", filter: views.from(90_000), sort: views.descending, facets: [views.name])
///     for (value, count) in answer.counts(of: views) { print(value, count) }
///     for hit in answer.hits { print(hit.document[views] ?? 0) }
public struct TypedColumn<Value: ColumnType>: Sendable {
  public let name: String

  /// For `filter`: the documents with this value.
  public func equal(to value: Value) -> String { condition(value.columnText) }

  /// For `filter`: the documents with values from one to another, both included.
  public func from(_ first: Value, through last: Value) -> String where Value: Comparable {
    condition("\(first.columnText)..\(last.columnText)")
  }

  /// For `filter`: the documents with this value or a larger one.
  public func from(_ first: Value) -> String where Value: Comparable {
    condition("\(first.columnText)..")
  }

  /// For `filter`: the documents with this value or a smaller one.
  public func through(_ last: Value) -> String where Value: Comparable {
    condition("..\(last.columnText)")
  }

  /// For `sort`: the smallest first.
  public var ascending: String { "\(name):asc" }
  /// For `sort`: the largest first.
  public var descending: String { "\(name):desc" }

  /// Between quotes every sign is an ordinary one, a minus too.
  private func condition(_ value: String) -> String {
    value.contains("\"") ? "\(name):「\(value)」" : "\(name):\"\(value)\""
  }
}

extension Index {
  /// A column by its name, for conditions, sorting and counting in its type.
  ///
  /// - Throws: `InputError` where the index has no such column, or its values are of another type.
  public func column<Value: ColumnType>(
    _ name: String, of type: Value.Type = Value.self
  ) throws -> TypedColumn<Value> {
    let columns = reader.schema.fields.filter(\.hasColumn)
    guard let field = columns.first(where: { $0.name == name }) else {
      throw InputError(
        description: "the index has no column '\(name)'; it has "
          + columns.map(\.name).joined(separator: ", "))
    }
    guard type.fits(field.kind) else {
      throw InputError(
        description: "the column '\(name)' is of type \(field.kind.name), which holds no \(type)")
    }
    return TypedColumn(name: name)
  }
}

extension DocumentAnswer {
  /// How many of all matches have each value, the most frequent first; empty where they were not
  /// counted.
  public func counts<Value>(of column: TypedColumn<Value>) -> [(value: Value, count: Int)] {
    let counts = facets.first { $0.field == column.name }?.counts ?? []
    return counts.compactMap { pair in
      FieldCoding.value(pair.value, as: Value.self).map { ($0, pair.count) }
    }
  }
}

extension Document {
  /// The first value of a column; nil where there is none.
  public subscript<Value>(_ column: TypedColumn<Value>) -> Value? {
    self[column.name].first.flatMap { FieldCoding.value($0, as: Value.self) }
  }
}
