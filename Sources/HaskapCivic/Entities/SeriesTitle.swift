/// What a project is called, for lists that have no more of it than its id.
struct SeriesTitle: Sendable, Packable {
  var id: String
  var title: String

  init(id: String, title: String) { (self.id, self.title) = (id, title) }

  func pack(into writer: inout PackedWriter) { writer.write(id, title) }

  init(from reader: inout PackedReader) throws(PackedError) {
    self.init(id: try reader.read(), title: try reader.read())
  }
}
