import ArgumentParser

/// Who or what is asked about by name, where, when, and in what form the answer is given.
struct NameOptions: ParsableArguments {
  @Argument(help: "The name, or a part of it.", completion: NameCompletion.names)
  var name: [String]

  @OptionGroup var place: IndexOptions

  @OptionGroup var time: PeriodOptions

  @OptionGroup var export: ExportOptions

  var text: String { name.joined(separator: " ") }

  func validate() throws {
    guard !text.allSatisfy(\.isWhitespace) else {
      throw ValidationError("the name is empty; give a name or a part of it")
    }
  }
}
