import CLibrary

/// Shows what is longer than the screen in another program, as git does: only on a terminal, by
/// HASKAP_PAGER, PAGER, or `less` where it is there.
enum Pager {
  /// Commands whose answers are read; others tell of their work as it goes.
  private static let answers: Set = [
    "search", "organization", "project", "department", "years", "organizations", "projects",
    "departments", "who-with", "show", "similar", "suggest", "records", "analyze", "help",
  ]

  /// From here on standard output goes to the pager; the process waits for it at its end.
  static func start(for arguments: [String]) {
    guard let command = arguments.first, answers.contains(command), hasScreen,
      let program = program(variable: { getenv($0).map { String(cString: $0) } })
    else { return }
    // What the terminal is like must be known before it stands behind a pipe.
    _ = (Style.ofOutput, AnswerPrinter.columns)
    // Nothing that fits one screen is paged, colors pass, and the text stays when less is left.
    setenv("LESS", "FRX", 0)
    setenv("LV", "-c", 0)
    guard let pipe = popen(program, "w") else { return }
    dup2(fileno(pipe), STDOUT_FILENO)
    close(fileno(pipe))
    atexit {
      close(STDOUT_FILENO)
      while waitpid(-1, nil, 0) < 0, errno == EINTR {}
    }
  }

  /// Whether there is a terminal that tells its height; a pager would wait for keys on any other.
  private static var hasScreen: Bool {
    var size = winsize()
    return isatty(STDOUT_FILENO) == 1 && ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0
      && size.ws_row > 0
  }

  /// Nil where nothing is to be paged: no pager is wanted, or the one that is wanted is not there.
  static func program(variable: (String) -> String?) -> String? {
    let wanted = variable("HASKAP_PAGER") ?? variable("PAGER") ?? "less"
    // Before it may stand what it finds in its environment.
    let name = wanted.split(separator: " ").first { !$0.contains("=") }
    guard let name, name != "cat" else { return nil }
    let folders = name.contains("/") ? [""] : (variable("PATH") ?? "").split(separator: ":")
    let places = folders.map { $0.isEmpty ? String(name) : "\($0)/\(name)" }
    return places.contains { access($0, X_OK) == 0 } ? wanted : nil
  }
}
