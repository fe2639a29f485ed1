enum ProjectName {
  static func withoutEdition(_ name: String) -> String { name }
}
