import CLibrary
import HaskapCivic

/// The language in which the program speaks; what reports say stays Japanese, and the keys of JSON
/// English.
enum Language: String, CaseIterable {
  case japanese = "ja"
  case english = "en"

  /// Of this process: by `--lang`, else by the locale.
  static let current = invocation.language ?? ofLocale { getenv($0).map { String(cString: $0) } }

  /// The arguments behind the program's name, without `--lang`, which every command takes.
  static var arguments: [String] { invocation.arguments }

  /// Whether `--no-pager` is among them, which every command takes as well.
  static var isPaged: Bool { !invocation.refusesPager }

  /// - Throws: `UserError` where `--lang` names no language that there is.
  static func check() throws {
    guard let wrong = invocation.wrong else { return }
    throw UserError(description: "there is no language '\(wrong)'; use --lang ja or --lang en")
  }

  private static let invocation = Invocation(Array(CommandLine.arguments.dropFirst()))

  /// LC_ALL, LC_MESSAGES, LANG: the first that says something (POSIX, Base Definitions, 8.2).
  static func ofLocale(_ variable: (String) -> String?) -> Language {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(variable)
    let name = names.first { !$0.isEmpty }?.lowercased() ?? ""
    return name.hasPrefix("ja") ? .japanese : .english
  }

  /// Between the members of a list.
  var listMark: String { self == .japanese ? "、" : ", " }

  /// The words of tables.
  var tableWords: TableWords { self == .japanese ? .japanese : .english }
}

extension Language {
  /// `--lang` and `--no-pager` taken out of the arguments, wherever they stand before `--`.
  struct Invocation: Equatable {
    private(set) var arguments: [String] = []
    private(set) var language: Language?
    private(set) var refusesPager = false
    /// What `--lang` is given and is no language.
    private(set) var wrong: String?

    init(_ given: [String]) {
      var rest = given[...]
      while let argument = rest.popFirst() {
        if argument == "--" {
          arguments += [argument] + rest
          return
        } else if argument == "--no-pager" {
          refusesPager = true
        } else if argument == "--lang" {
          take(rest.popFirst() ?? "")
        } else if argument.hasPrefix("--lang=") {
          take(String(argument.dropFirst("--lang=".count)))
        } else {
          arguments.append(argument)
        }
      }
    }

    private mutating func take(_ name: String) {
      language = Language(rawValue: name) ?? language
      if Language(rawValue: name) == nil { wrong = name }
    }
  }
}
