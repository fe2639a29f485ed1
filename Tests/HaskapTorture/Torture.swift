import Glibc
import HaskapTestSupport

/// Tries to break what is promised of an index, in child processes that may die, and prints a table
/// of what was tried and what failed. Each failure is told with the seed and the number of the case,
/// by which `--only KIND --seed S --from N --cases 1` does it again.
@main
struct Torture {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    if arguments.first == "child" { return try Child.run(Array(arguments.dropFirst())) }
    guard let options = options(arguments) else { exit(2) }
    print("seed \(options.seed), \(options.seconds) seconds, in \(options.folder)")
    var rows: [Row] = []
    for kind in options.kinds {
      let row = Parent(options, kind).run(seconds: options.seconds / options.kinds.count)
      print(row.line)
      fflush(nil)
      rows.append(row)
    }
    exit(rows.allSatisfy { $0.failures.isEmpty } ? 0 : 1)
  }

  private static func options(_ arguments: [String]) -> Options? {
    do {
      return try Options(arguments)
    } catch {
      print(error)
      return nil
    }
  }
}

/// What the command line says.
struct Options {
  var kinds = TrialKind.usual
  var seconds = 180
  var seed = UInt64.random(in: 0...UInt64.max)
  var from = 0
  var cases = Int.max
  /// The folder for what failing cases were about; nil where it is thrown away.
  var kept: String?
  /// Where indexes are written: in memory, where there is a file system in it.
  var folder = "\(access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp")/haskap-torture-\(getpid())"

  init(_ arguments: [String]) throws {
    var rest = arguments[...]
    while let name = rest.popFirst() {
      guard let value = rest.popFirst() else { throw UsageError(argument: name) }
      switch name {
      case "--minutes": seconds = 60 * (try Self.number(value, name) as Int)
      case "--seconds": seconds = try Self.number(value, name)
      case "--cases": cases = try Self.number(value, name)
      case "--from": from = try Self.number(value, name)
      case "--seed": seed = try Self.number(value, name)
      case "--keep": kept = value
      case "--at": folder = "\(value)/torture"
      case "--only":
        kinds = try value.split(separator: ",").map {
          guard let kind = TrialKind(rawValue: String($0)) else {
            throw UsageError(argument: String($0))
          }
          return kind
        }
      default: throw UsageError(argument: name)
      }
    }
    if cases < .max { seconds = 1 << 30 }
  }

  private static func number<Number: FixedWidthInteger>(
    _ text: String, _ name: String
  ) throws -> Number {
    guard let number = Number(text), number >= 0 else {
      throw UsageError(argument: "\(name) \(text)")
    }
    return number
  }
}

struct UsageError: Error, CustomStringConvertible {
  var argument: String
  var description: String {
    "'\(argument)' is not understood; usage: [--minutes N | --seconds N | --cases N] [--seed S] "
      + "[--from N] [--keep FOLDER] [--only \(TrialKind.allCases.map(\.rawValue).joined(separator: ","))]"
  }
}

/// A line of the table.
struct Row {
  var kind: TrialKind
  var tried = 0
  var seconds = 0.0
  /// The most memory that a child took.
  var peakKilobytes = 0
  var failures: [String] = []

  var line: String {
    let head =
      "\(kind.rawValue): \(tried) tried, \(failures.count) failed, \(Int(seconds)) s, "
      + "peak \(peakKilobytes / 1024) MB"
    return ([head] + failures.prefix(20).map { "  " + $0 }).joined(separator: "\n")
  }
}
