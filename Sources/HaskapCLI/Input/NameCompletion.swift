import ArgumentParser
import HaskapCivic

/// Names of the index for the shell to complete.
enum NameCompletion {
  /// What the command asks about by name.
  static let names = CompletionKind.custom { arguments, _, prefix in
    let kinds: [CatalogAnswer.Kind] =
      switch arguments.dropFirst().first {
      case "project": [.projects]
      case "department": [.departments]
      default: [.organizations]
      }
    return found(arguments, prefix) { index in
      try kinds.flatMap { try index.catalog($0).entries.map(\.name) }
    }
  }

  static let organizations = CompletionKind.custom { arguments, _, prefix in
    found(arguments, prefix) { try $0.catalog(.organizations).entries.map(\.name) }
  }

  static let departments = CompletionKind.custom { arguments, _, prefix in
    found(arguments, prefix) { try $0.catalog(.departments).entries.map(\.name) }
  }

  static let forms = CompletionKind.custom { arguments, _, prefix in
    found(arguments, prefix) { index in
      Set(try index.years().years.flatMap(\.forms).map(\.form)).sorted()
    }
  }

  /// Of the index that the line names; nothing where it cannot be asked.
  private static func found(
    _ arguments: [String], _ prefix: String, _ names: (CivicIndex) throws -> [String]
  ) -> [String] {
    let place = arguments.lastIndex(of: "--index").map { $0 + 1 } ?? arguments.endIndex
    let folder =
      place < arguments.endIndex ? IndexFolder(path: arguments[place]) : IndexFolder.standard
    // Several cities may have a name.
    var seen: Set<String> = []
    return ((try? folder.ask(names)) ?? []).filter {
      $0.hasPrefix(prefix) && seen.insert($0).inserted
    }
  }
}
