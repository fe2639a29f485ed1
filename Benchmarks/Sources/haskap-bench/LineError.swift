/// A line that is no `id TAB text`.
struct LineError: Error, CustomStringConvertible {
  /// From 1.
  var line: Int

  var description: String { "line \(line) is no 'id TAB text'; give a file of such lines" }
}
