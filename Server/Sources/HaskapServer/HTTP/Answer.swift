import HTTPTypes
import HaskapDocuments

/// What is sent back.
struct Answer: Sendable {
  var status = HTTPResponse.Status.ok
  var type: String
  var body: [UInt8]
  /// Of what it was made; whoever has it already is told so.
  var tag: String?
  /// Whether `body` is in gzip.
  private(set) var isCompressed = false
  /// Where it is instead.
  var location: String?
  /// How long it may be used without asking again, in seconds.
  var maxAge = 0

  init(_ text: String, type: String) {
    (self.type, body) = (type, Array(text.utf8))
  }

  init(_ body: [UInt8], type: String) { (self.type, self.body) = (type, body) }

  /// - Throws: what the value's encoding throws.
  init(json value: some Encodable) throws {
    self.init(try JSONText.line(value), type: Self.json)
  }

  /// In gzip, where that is shorter.
  mutating func compress() {
    guard let shorter = Gzip.compressed(body) else { return }
    (body, isCompressed) = (shorter, true)
  }

  static let html = "text/html; charset=utf-8"
  static let json = "application/json"
  static let text = "text/plain; charset=utf-8"
  static let xml = "application/xml"
  static let openSearch = "application/opensearchdescription+xml"
  static let atom = "application/atom+xml"
  static let pdf = "application/pdf"
  static let metrics = "text/plain; version=0.0.4; charset=utf-8"
  static let csv = "text/csv; charset=utf-8"
  static let problem = "application/problem+json"
}
