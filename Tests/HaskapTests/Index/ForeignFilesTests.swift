import Glibc
import HaskapTestSupport
import Testing

@testable import Haskap

/// What lies in the folder and is not the index's is neither read nor written nor removed, and
/// what a dead writer left is.
@Suite struct ForeignFilesTests {
  private let folder = TemporaryFolder()
  private var path: String { folder.path }

  private func commit(_ number: Int) throws {
    let writer = try IndexWriter(
      IndexDirectory(path: path, system: .withoutForce), schema: DurableIndex.schema,
      options: IndexWriter.Options(), replacing: false)
    try DurableIndex.apply(number, to: writer)
  }

  private func answers() throws -> DurableIndex.Answers {
    try DurableIndex.answers(IndexReader(path: path))
  }

  /// A link in place of a file that a writer makes is not followed.
  @Test(arguments: ["writer.lock", "manifest.new"])
  func linksAreNotWrittenThrough(name: String) throws {
    let precious = TemporaryFolder()
    let target = "\(precious.path)/precious"
    HaskapTestSupport.write([1, 2, 3], to: target)
    try commit(1)
    unlink("\(path)/\(name)")
    try #require(symlink(target, "\(path)/\(name)") == 0)
    if name == "writer.lock" {
      #expect(throws: StorageError.self) { try commit(2) }
    } else {
      try commit(2)
      var status = stat()
      #expect(lstat("\(path)/manifest", &status) == 0 && status.st_mode & S_IFMT == S_IFREG)
    }
    #expect(contents(of: target) == [1, 2, 3])
    #expect(IndexCheck.run(path: path).isSound)
  }

  @Test(arguments: ["writer.lock", "manifest"])
  func foldersWithNamesOfFilesAreTold(name: String) throws {
    unlink("\(path)/\(name)")
    try #require(mkdir("\(path)/\(name)", 0o777) == 0)
    let error = #expect(throws: StorageError.self) {
      try IndexWriter(replacing: path, schema: DurableIndex.schema).commit()
    }
    #expect(error?.description.contains("'\(path)/\(name)'") == true)
    #expect(error?.remedy.contains("a folder has its name") == true)
  }

  @Test(arguments: ["writer.lock", "manifest"])
  func filesWithNamesOfTheIndexsOwnStay(name: String) throws {
    HaskapTestSupport.write(Array("by hand".utf8), to: "\(path)/\(name)")
    let error = #expect(throws: StorageError.self) {
      try IndexWriter(replacing: path, schema: DurableIndex.schema).commit()
    }
    #expect(error?.description.contains("'\(path)/\(name)'") == true)
    #expect(contents(of: "\(path)/\(name)") == Array("by hand".utf8))
  }

  /// Beside files of an index a manifest is the index's, however damaged.
  @Test func aDamagedManifestIsReplaced() throws {
    try commit(1)
    HaskapTestSupport.write(Array("damaged".utf8), to: "\(path)/manifest")
    try IndexWriter(replacing: path, schema: DurableIndex.schema).commit()
    #expect(IndexCheck.run(path: path).isSound)
  }

  @Test func lockIsNotWrittenThroughHardLinks() throws {
    try commit(1)
    let other = "\(path)/other"
    HaskapTestSupport.write([1, 2, 3], to: other)
    unlink("\(path)/writer.lock")
    try #require(link(other, "\(path)/writer.lock") == 0)
    #expect(throws: StorageError.self) { try commit(2) }
    #expect(contents(of: other) == [1, 2, 3])
  }

  /// A name and the first bytes make a file the index's, and nothing else does.
  @Test func onlyOwnLeftoversAreRemoved() throws {
    try commit(1)
    let terms = try #require(IndexDirectory(path: path).list().first { $0.hasSuffix(".terms") })
    let own = contents(of: "\(path)/\(terms)")
    let stays = ["2023.documents", "notes.txt", "18446744073709551614.terms", "5.postings"]
    for name in stays { HaskapTestSupport.write(Array("by hand".utf8), to: "\(path)/\(name)") }
    let goes = ["77.terms": own, "78-79.deletions": [], "80.norms": Array(own.prefix(3))]
    for (name, bytes) in goes { HaskapTestSupport.write(bytes, to: "\(path)/\(name)") }
    for number in 2...9 { try commit(number) }
    let names = Set(try IndexDirectory(path: path).list())
    #expect(names.isSuperset(of: stays))
    #expect(names.isDisjoint(with: goes.keys))
    #expect(try answers().documents == DurableIndex.model(after: 9))
  }

  /// The next writer begins with removing what a killed one left, and not with its first commit.
  @Test func leftoversGoBeforeAnythingIsWritten() throws {
    try commit(1)
    let terms = try #require(IndexDirectory(path: path).list().first { $0.hasSuffix(".terms") })
    HaskapTestSupport.write(contents(of: "\(path)/\(terms)"), to: "\(path)/77.documents")
    var system = SystemCalls.withoutForce
    system.write = { _, _, _ in
      errno = ENOSPC
      return -1
    }
    do {
      let writer = try IndexWriter(
        IndexDirectory(path: path, system: system), schema: DurableIndex.schema,
        options: IndexWriter.Options(), replacing: false)
      #expect(throws: StorageError.self) { try DurableIndex.apply(2, to: writer) }
    }
    #expect(Leftovers.of(path).isEmpty)
  }

  /// A pipe in place of a file would let a reader wait for ever.
  @Test func pipesAreNotWaitedFor() throws {
    try commit(1)
    for name in try IndexDirectory(path: path).list() where name != WriterLock.name {
      let bytes = contents(of: "\(path)/\(name)")
      unlink("\(path)/\(name)")
      try #require(mkfifo("\(path)/\(name)", 0o600) == 0)
      #expect(throws: FormatError.self, "\(name)") { try IndexReader(path: path) }
      #expect(!IndexCheck.run(path: path).isSound)
      unlink("\(path)/\(name)")
      HaskapTestSupport.write(bytes, to: "\(path)/\(name)")
    }
    #expect(IndexCheck.run(path: path).isSound)
  }

  /// What a folder's listing does not tell is no reason to take an index for none.
  @Test func failedListingLosesNothing() throws {
    try commit(1)
    let before = try answers()
    var system = SystemCalls.withoutForce
    system.nextEntry = { _ in
      errno = EIO
      return nil
    }
    let directory = IndexDirectory(path: path, system: system)
    for replacing in [false, true] {
      #expect(throws: StorageError.self) {
        try IndexWriter(
          directory, schema: DurableIndex.schema, options: IndexWriter.Options(),
          replacing: replacing)
      }
    }
    #expect(try answers() == before)
  }

  /// What cannot be read now may be sound: it is not replaced.
  @Test func unreadableManifestIsNotReplaced() throws {
    try commit(1)
    var system = SystemCalls.withoutForce
    system.open = { _ in
      errno = EMFILE
      return -1
    }
    let directory = IndexDirectory(path: path, system: system)
    #expect(throws: StorageError.self) {
      try IndexWriter(
        directory, schema: DurableIndex.schema, options: IndexWriter.Options(), replacing: true)
    }
  }

  /// After the new manifest has its name the commit stands, and the error says so.
  @Test func errorAfterTheRenameSaysThatTheCommitStands() throws {
    try commit(1)
    let renamed = Flag()
    var system = SystemCalls.withoutForce
    system.rename = { old, new in
      renamed.set()
      return Glibc.rename(old, new)
    }
    system.synchronize = { _ in
      guard renamed.isSet else { return 0 }
      errno = EIO
      return -1
    }
    let writer = try IndexWriter(
      IndexDirectory(path: path, system: system), schema: DurableIndex.schema,
      options: IndexWriter.Options(), replacing: false)
    let error = #expect(throws: StorageError.self) { try DurableIndex.apply(2, to: writer) }
    #expect(error?.operation == .confirm)
    #expect(try answers().documents == DurableIndex.model(after: 2))
  }

  /// A check of files that a commit removes meanwhile is a check of the newer commit.
  @Test func checkBesideAWriter() throws {
    try commit(1)
    let calls = Flag()
    var system = SystemCalls()
    let path = path
    system.open = { name in
      if name.hasSuffix(".norms"), !calls.isSet {
        calls.set()
        for number in 2...5 { try? ForeignFilesTests.commit(number, in: path) }
      }
      return SystemCalls().open(name)
    }
    let report = IndexCheck.run(IndexDirectory(path: path, system: system))
    #expect(calls.isSet)
    #expect(report.isSound, "\(report.problems)")
    #expect(report.generation == 5)
  }

  private static func commit(_ number: Int, in path: String) throws {
    let writer = try IndexWriter(path: path, schema: DurableIndex.schema)
    try DurableIndex.apply(number, to: writer)
  }
}
