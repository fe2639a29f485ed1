extension Schema {
  /// Keyword fields but the key.
  var labelFields: [String] {
    fields.filter { $0.kind == .keyword && $0.name != key }.map(\.name)
  }

  /// The text fields with their weights.
  public var textFields: [WeightedField] {
    fields.compactMap { field in
      field.textOptions.map { WeightedField(field.name, weight: $0.weight, b: $0.b) }
    }
  }
}

extension Field {
  /// How the field is cut into words; nil for fields that are no text.
  public var textOptions: TextOptions? {
    if case .text(let options) = kind { options } else { nil }
  }
}
