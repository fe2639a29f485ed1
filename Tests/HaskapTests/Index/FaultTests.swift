import Glibc
import HaskapTestSupport
import Testing

@testable import Haskap

/// A disk that fails at each call in turn leaves an index at a commit, and says what is wrong.
@Suite struct FaultTests {
  private func write(_ commits: ClosedRange<Int>, in path: String, _ system: SystemCalls) throws {
    let writer = try IndexWriter(
      IndexDirectory(path: path, system: system), schema: DurableIndex.schema,
      options: IndexWriter.Options(), replacing: false)
    do {
      for commit in commits { try DurableIndex.apply(commit, to: writer) }
    } catch {
      #expect(throws: WriterStopped.self, "a writer that failed is dead") {
        try writer.commit()
      }
      throw error
    }
  }

  @Test(arguments: FaultyCalls.Fault.allCases)
  func everyCallFailsInTurn(fault: FaultyCalls.Fault) throws {
    var call = 0
    while true {
      let folder = TemporaryFolder()
      try write(1...2, in: folder.path, .withoutForce)
      let faulty = FaultyCalls(fault, atCall: call)
      do {
        try write(3...4, in: folder.path, faulty.system)
      } catch let error as StorageError {
        #expect(!error.remedy.isEmpty)
        #expect(fault != .half, "a short write is no error: \(error)")
        #expect(error.operation != .confirm || error.remedy.contains("in place"))
      }
      let report = IndexCheck.run(path: folder.path)
      #expect(report.isSound, "\(fault) at call \(call): \(report.problems)")
      let reader = try IndexReader(path: folder.path)
      let commits = try #require(DurableIndex.commits(reader))
      #expect((2...4).contains(commits))
      let expected = DurableIndex.model(after: commits)
      #expect(try DurableIndex.answers(reader).documents == expected, "\(fault) at call \(call)")
      guard faulty.happened else { break }
      try write(commits + 1...commits + 1, in: folder.path, .withoutForce)
      #expect(Leftovers.of(folder.path).isEmpty, "\(fault) at call \(call)")
      let next = try IndexReader(path: folder.path)
      #expect(
        try DurableIndex.answers(next).documents == DurableIndex.model(after: commits + 1),
        "the next writer goes on: \(fault) at call \(call)")
      call += 1
    }
    #expect(call > 40, "the scenario has many calls")
  }

  /// The old index is there until the new one is committed, and whenever that fails.
  @Test func rebuildingReplacesOnlyAtCommit() throws {
    let folder = TemporaryFolder()
    try write(1...3, in: folder.path, .withoutForce)
    let before = try DurableIndex.answers(IndexReader(path: folder.path))
    let schema = try Schema([.keyword("name")])
    do {
      let writer = try IndexWriter(replacing: folder.path, schema: schema)
      try writer.add(["name": "a"])
      #expect(try DurableIndex.answers(IndexReader(path: folder.path)) == before)
    }
    let old = try IndexReader(path: folder.path)
    #expect(try DurableIndex.answers(old) == before, "abandoned")
    let writer = try IndexWriter(replacing: folder.path, schema: schema)
    try writer.add(["name": "b"])
    try writer.commit()
    #expect(try DurableIndex.answers(old) == before, "the snapshot is kept")
    let new = try old.reopenIfChanged()
    #expect(new.schema == schema)
    #expect(new.documentCount == 1)
    #expect(new.generation > old.generation)
    #expect(try new.reopenIfChanged() === new)
    #expect(IndexCheck.run(path: folder.path).isSound)
  }

  /// A damaged index cannot be written on, but can be replaced.
  @Test func damagedIndexIsReplaced() throws {
    let folder = TemporaryFolder()
    try write(1...3, in: folder.path, .withoutForce)
    HaskapTestSupport.write([1, 2, 3], to: "\(folder.path)/manifest")
    #expect(throws: FormatError.self) { try write(4...4, in: folder.path, .withoutForce) }
    let writer = try IndexWriter(replacing: folder.path, schema: Schema([.keyword("name")]))
    try writer.add(["name": "b"])
    try writer.commit()
    #expect(IndexCheck.run(path: folder.path).isSound)
  }

  @Test func oneWriterAtATime() throws {
    let folder = TemporaryFolder()
    let schema = try DurableIndex.schema
    do {
      let writer = try IndexWriter(path: folder.path, schema: schema)
      let error = #expect(throws: IndexLocked.self) {
        try IndexWriter(path: folder.path, schema: schema)
      }
      #expect(error?.owner != nil)
      try writer.commit()
    }
    try IndexWriter(path: folder.path, schema: schema).commit()
  }

  /// As a process has them that is being started beside the writer.
  @Test func copiesOfTheDescriptorDoNotKeepTheLock() throws {
    let folder = TemporaryFolder()
    var copies: [Int32] = []
    defer { for copy in copies { close(copy) } }
    do {
      let writer = try IndexWriter(path: folder.path, schema: DurableIndex.schema)
      copies = (0..<1024).filter { isLock($0, of: folder.path) }.map { dup($0) }
      try writer.commit()
    }
    #expect(copies.count == 1)
    try IndexWriter(path: folder.path, schema: DurableIndex.schema).commit()
  }

  private func isLock(_ descriptor: Int32, of path: String) -> Bool {
    var (open, named) = (stat(), stat())
    return fstat(descriptor, &open) == 0 && stat("\(path)/writer.lock", &named) == 0
      && open.st_dev == named.st_dev && open.st_ino == named.st_ino
  }

  @Test func otherFilesInTheFolderStay() throws {
    let folder = TemporaryFolder()
    let names = ["notes.txt", "1.terms.bak", "x.terms", "3-4-5.deletions"]
    for name in names { HaskapTestSupport.write([1], to: "\(folder.path)/\(name)") }
    HaskapTestSupport.write([], to: "\(folder.path)/77.terms")
    try write(1...2, in: folder.path, .withoutForce)
    let left = Set(try IndexDirectory(path: folder.path).list())
    #expect(left.isSuperset(of: names))
    #expect(!left.contains("77.terms"), "the rest of a writer that died is removed")
  }

  @Test func wrongDocumentsAndSchemas() throws {
    let folder = TemporaryFolder()
    let writer = try IndexWriter(path: folder.path, schema: DurableIndex.schema)
    let wrong: [Document] = [
      ["id": "1", "nothing": "x"], ["id": "1", "year": "x"], ["id": "1", "body": 5],
      ["id": "1", "day": "2023-02-30"], ["body": "x"], ["id": ["1", "2"]], ["id": 1],
    ]
    for document in wrong {
      #expect(throws: DocumentError.self, "\(document)") { try writer.add(document) }
    }
    try writer.add(["id": "1", "body": "w1"])
    try writer.commit()
    #expect(try IndexReader(path: folder.path).documentCount == 1)
    #expect(throws: SchemaError.self) {
      _ = writer
      try IndexWriter(path: TemporaryFolder().path, schema: Schema([.keyword("a")])).delete(key: "")
    }
    #expect(throws: StorageError.self) { try IndexReader(path: "/nowhere") }
  }
}
