import Glibc
import HaskapTestSupport
import Testing

@testable import Haskap

/// No byte can lie: flipped or cut, every file gives the same answers or an error that names it.
@Suite struct DamageTests {
  let folder = TemporaryFolder()
  let sound: DurableIndex.Answers
  let files: [String]

  init() throws {
    var options = IndexWriter.Options()
    options.pairs = PairRule(minCandidates: 1, share: 1)
    let writer = try IndexWriter(
      path: folder.path, schema: DurableIndex.schema, options: options)
    for commit in 1...3 { try DurableIndex.apply(commit, to: writer) }
    try writer.delete(key: #require(DurableIndex.model(after: 3).keys.min()))
    try writer.commit()
    sound = try DurableIndex.answers(IndexReader(path: folder.path))
    files = try IndexDirectory(path: folder.path).list().filter { $0 != WriterLock.name }.sorted()
  }

  /// Every byte and every length in turn, or one in so many (`HASKAP_DAMAGE_STRIDE`).
  private var stride: Int {
    getenv("HASKAP_DAMAGE_STRIDE").flatMap { Int(String(cString: $0)) } ?? 1
  }

  private func expectSameOrNamed(_ file: String, _ note: Comment) {
    do {
      let answers = try DurableIndex.answers(IndexReader(path: folder.path))
      #expect(answers == sound, note)
      #expect(!IndexCheck.run(path: folder.path).isSound, "check finds it: \(note)")
    } catch let error as FormatError {
      #expect(error.file == file, note)
    } catch {
      Issue.record(error, note)
    }
  }

  @Test func everyKindOfFileIsThere() {
    for kind in FileKind.allCases {
      #expect(files.contains { $0.hasSuffix(kind.suffix) }, "\(kind)")
    }
  }

  @Test func everyFlippedByte() throws {
    for file in files {
      let good = contents(of: "\(folder.path)/\(file)")
      for offset in Swift.stride(from: 0, to: good.count, by: stride) {
        var bad = good
        bad[offset] ^= 1 << UInt8(offset % 8)
        write(bad, to: "\(folder.path)/\(file)")
        expectSameOrNamed(file, "\(file), byte \(offset)")
      }
      write(good, to: "\(folder.path)/\(file)")
    }
    #expect(try DurableIndex.answers(IndexReader(path: folder.path)) == sound)
  }

  @Test func everyTruncation() throws {
    for file in files {
      let good = contents(of: "\(folder.path)/\(file)")
      for length in Swift.stride(from: 0, to: good.count, by: stride) {
        write(Array(good[..<length]), to: "\(folder.path)/\(file)")
        expectSameOrNamed(file, "\(file), cut to \(length)")
      }
      write(good + [0], to: "\(folder.path)/\(file)")
      expectSameOrNamed(file, "\(file), one byte longer")
      write(good, to: "\(folder.path)/\(file)")
    }
  }

  @Test func missingFilesAreNamed() throws {
    for file in files {
      let good = contents(of: "\(folder.path)/\(file)")
      unlink("\(folder.path)/\(file)")
      let error = #expect(throws: StorageError.self) { try IndexReader(path: folder.path) }
      #expect(error?.path.hasSuffix("/\(file)") == true)
      write(good, to: "\(folder.path)/\(file)")
    }
  }

  /// Files of one index do not pass for those of another.
  @Test func exchangedFilesAreRefused() throws {
    let other = TemporaryFolder()
    let writer = try IndexWriter(path: other.path, schema: DurableIndex.schema)
    for commit in [3, 4] { try DurableIndex.apply(commit, to: writer) }
    for file in files where file != Manifest.name {
      let good = contents(of: "\(folder.path)/\(file)")
      guard access("\(other.path)/\(file)", R_OK) == 0 else { continue }
      let foreign = contents(of: "\(other.path)/\(file)")
      guard foreign != good else { continue }
      write(foreign, to: "\(folder.path)/\(file)")
      #expect(throws: FormatError.self) { try IndexReader(path: folder.path) }
      write(good, to: "\(folder.path)/\(file)")
    }
  }
}
