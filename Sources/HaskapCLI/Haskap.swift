import ArgumentParser

@main
struct HaskapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "haskap", abstract: "Full-text search for Japanese reports.")
}
