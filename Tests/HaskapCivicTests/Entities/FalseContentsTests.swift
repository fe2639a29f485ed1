import Haskap
import HaskapTestSupport
import Testing

@testable import HaskapCivic

/// Indexes whose checksums are right and whose contents are not.
@Suite struct FalseContentsTests {
  @Test func aRecordThatIsNoneIsNamedByFileAndPlace() throws {
    let folder = TemporaryFolder()
    let path = folder.path + "/index"
    let writer = try IndexWriter(path: path, schema: CivicSchema.schema())
    var document: Document = [:]
    document.append("a/1", to: CivicSchema.key)
    document.append("project", to: CivicSchema.type)
    document.append("まつり", to: CivicSchema.name)
    document.append("a", to: CivicSchema.report)
    document.append(.integer(1), to: CivicSchema.place)
    document.append(.bytes(Array("{".utf8)), to: CivicSchema.stored)
    try writer.add(document)
    try writer.commit()
    let index = try CivicIndex(path: path)
    let error = #expect(throws: FormatError.self) { try index.entry(id: "a/1") }
    #expect(error?.file == "1.documents")
    #expect(error?.found == "1 bytes that are none")
    #expect(throws: FormatError.self) { try index.records() }
    #expect(throws: CivicUpdateError.self) { try index.reports() }
  }
}
