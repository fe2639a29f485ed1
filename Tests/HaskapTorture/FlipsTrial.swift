import Haskap
import HaskapTestSupport

/// One bit is another one, checksums as they were: a check tells, and a search gives an error or the
/// right answer. The case's number is that of the bit, so that a run from 0 on tries them all.
final class FlipsTrial: Trial {
  private static let queries = ["w0", "w1 w2", "\"w0 w1\"", "body:w3*", "day:[2019-08-22 TO *]"]
  private let folder: String
  private var files: [(name: String, bytes: [UInt8])] = []
  private let expected: [SearchResponse]

  init(_ folder: String) throws {
    self.folder = try SeedIndex.tiny(folder)
    let path = self.folder
    let report = IndexCheck.run(path: path)
    guard report.isSound else { throw Failure(description: "the seed: \(report.problems)") }
    expected = try Questions.answers(path, Self.queries)
    files = FolderListing.names(path).filter { $0 != "writer.lock" }.sorted().map {
      ($0, contents(of: "\(path)/\($0)"))
    }
  }

  func run(_ random: inout SplitMix64, _ number: Int) throws {
    let bits = files.map { $0.bytes.count * 8 }
    var bit = number % bits.reduce(0, +)
    for (file, count) in zip(files, bits) {
      guard bit >= count else { return try flip(bit, of: file) }
      bit -= count
    }
  }

  private func flip(_ bit: Int, of file: (name: String, bytes: [UInt8])) throws {
    var bytes = file.bytes
    bytes[bit >> 3] ^= 1 << UInt8(bit & 7)
    write(bytes, to: "\(folder)/\(file.name)")
    defer { write(file.bytes, to: "\(folder)/\(file.name)") }
    guard !IndexCheck.run(path: folder).isSound else {
      throw Failure(description: "bit \(bit) of \(file.name): check finds nothing")
    }
    if let found = try? Questions.answers(folder, Self.queries), found != expected {
      throw Failure(description: "bit \(bit) of \(file.name): another answer")
    }
  }
}
