import ArgumentParser
import HaskapCivic
import HaskapDocuments

/// What a user knows of names and words and no rule can tell.
struct UserFileOptions: ParsableArguments {
  @Option(
    help: "A file with other and earlier names of organizations.", completion: .file())
  var aliases: String?

  @Option(
    help: "A file with words of the same or a near meaning, beside those that ship.",
    completion: .file())
  var thesaurus: String?

  /// The option that was given, if one was.
  var given: String? {
    aliases != nil ? "--aliases" : thesaurus != nil ? "--thesaurus" : nil
  }

  func builder(of index: String) throws -> CivicIndexBuilder {
    CivicIndexBuilder(
      path: index,
      aliases: try aliases.map { AliasFile(path: $0, text: try TextFile.read($0)) },
      thesaurus: try thesaurus.map { ThesaurusFile(path: $0, text: try TextFile.read($0)) })
  }
}
