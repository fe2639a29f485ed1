import HTTPTypes
import HummingbirdTesting
import NIOCore

extension TestClientProtocol {
  func get(_ path: String, _ headers: HTTPFields = [:]) async throws -> TestResponse {
    try await execute(uri: path, method: .get, headers: headers)
  }
}

extension TestResponse {
  var text: String { String(buffer: body) }

  /// The addresses of the site that the page links to.
  var links: [String] {
    text.matches(of: #/href="(\/[^"#]*)"/#).map { String($0.1).replacing("&amp;", with: "&") }
  }
}
