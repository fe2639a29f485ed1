import CLibrary

/// The program `haskap-server`, which is built apart: whoever only searches does not pay for it.
enum ServerProgram {
  private static let name = "haskap-server"

  /// Becomes that program: the one beside this, of PATH, or as it was built here.
  ///
  /// - Throws: `UserError` where there is none.
  static func run(_ arguments: [String]) throws {
    let places = [beside].compactMap(\.self) + [name, "Server/.build/release/\(name)"]
    for place in places {
      var pointers = ([name] + arguments).map { strdup($0) } + [nil]
      // A name with a slash is taken as a path, any other is looked for in PATH.
      execvp(place, &pointers)
      for pointer in pointers { free(pointer) }
    }
    throw UserError(
      description: "\(name) is not beside haskap and not in PATH; build it, where haskap was "
        + "built, with: swift build -c release --package-path Server --product \(name)")
  }

  private static var beside: String? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let length = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    guard length > 0 else { return nil }
    let path = String(decoding: buffer[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return path.lastIndex(of: "/").map { String(path[...$0]) + name }
  }
}
