import Glibc
import HaskapText
import UbrkLoop

@main
enum Segmentation {
  static let usage = """
    usage: segmentation speed|compare [megabytes] < documents.jsonl
           segmentation random COUNT [SEED]
           segmentation small
    """

  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    switch (arguments.first, arguments.dropFirst().first.flatMap { Int($0) }) {
    case ("speed", let megabytes):
      try Speed.run(on: Documents.fromStandardInput(megabytes: megabytes))
    case ("compare", let megabytes):
      try Comparison.run(on: Documents.fromStandardInput(megabytes: megabytes))
    case ("random", let count?):
      let seed = arguments.dropFirst(2).first.flatMap { UInt64($0) }
      try Comparison.runRandom(count, seed: seed ?? UInt64.random(in: 0..<1 << 32))
    case ("small", _):
      try Speed.runSmall()
    default:
      print(usage)
      exit(2)
    }
  }
}

/// ICU's loop in C, closed when it goes.
final class Reference {
  let loop: OpaquePointer

  init() {
    guard let opened = ubrk_loop_open() else { fatalError("ICU has no Japanese word iterator") }
    loop = opened
  }

  deinit { ubrk_loop_close(loop) }
}

/// Seconds of a clock that does not jump.
func now() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}
