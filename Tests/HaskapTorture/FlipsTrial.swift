import Haskap
import HaskapCivic
import HaskapTestSupport

/// One bit of one of three indexes is another one, checksums as they were: a check tells, and a search
/// gives an error or the right answer. The case's number is that of the bit, so that a run from 0 on
/// tries them all.
final class FlipsTrial: Trial {
  private static let queries = ["w0", "w1 w2", "\"w0 w1\"", "body:w3*", "day:[2019-08-22 TO *]"]
  private let indexes: [FlippedIndex]

  init(_ folder: String) throws {
    indexes = try [
      FlippedIndex(SeedIndex.tiny(folder), Self.queries),
      FlippedIndex(SeedIndex.small(folder), Self.queries),
      FlippedIndex(SeedIndex.civic(folder, lines: 8), Questions.civic),
    ]
  }

  func run(_ random: inout SplitMix64, _ number: Int) throws {
    var bit = number % indexes.reduce(0) { $0 + $1.bits }
    for index in indexes {
      guard bit >= index.bits else { return try index.flip(bit) }
      bit -= index.bits
    }
  }
}

/// A sound index whose bits are flipped one by one.
private struct FlippedIndex {
  private let folder: String
  private let files: [(path: String, bytes: [UInt8])]
  private let queries: [String]
  private let expected: [SearchResponse]
  /// In all files together.
  let bits: Int

  init(_ folder: String, _ queries: [String]) throws {
    (self.folder, self.queries) = (folder, queries)
    guard Self.isSound(folder) else { throw Failure(description: "the seed is damaged") }
    expected = try Questions.answers(folder, queries)
    files = [folder, "\(folder)/entities"].flatMap { folder in
      FolderListing.files(folder).filter { $0 != "writer.lock" }.sorted()
        .map { ("\(folder)/\($0)", contents(of: "\(folder)/\($0)")) }
    }
    bits = files.reduce(0) { $0 + $1.bytes.count * 8 }
  }

  func flip(_ number: Int) throws {
    var bit = number
    for file in files {
      guard bit >= file.bytes.count * 8 else { return try flip(bit, of: file) }
      bit -= file.bytes.count * 8
    }
  }

  private func flip(_ bit: Int, of file: (path: String, bytes: [UInt8])) throws {
    var bytes = file.bytes
    bytes[bit >> 3] ^= 1 << UInt8(bit & 7)
    write(bytes, to: file.path)
    defer { write(file.bytes, to: file.path) }
    guard !Self.isSound(folder) else {
      throw Failure(description: "bit \(bit) of \(file.path): check finds nothing")
    }
    if let found = try? Questions.answers(folder, queries), found != expected {
      throw Failure(description: "bit \(bit) of \(file.path): another answer")
    }
  }

  private static func isSound(_ folder: String) -> Bool {
    IndexCheck.run(path: folder).isSound && CivicIndex.checkEntities(path: folder).isEmpty
  }
}
