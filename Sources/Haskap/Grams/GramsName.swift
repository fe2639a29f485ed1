extension Schema {
  static func gramsName(of field: String) -> String { field + "#grams" }
  static func isGramsName(_ name: String) -> Bool { name.hasSuffix("#grams") }
}
