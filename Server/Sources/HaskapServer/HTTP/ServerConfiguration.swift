/// Where and what a server serves.
public struct ServerConfiguration: Sendable {
  /// The folder of the index.
  public var index: String
  public var host: String
  public var port: Int
  /// The address under which readers reach the pages, for links that are kept and shared; that of
  /// the server itself when nil.
  public var url: String?
  /// What one question may take; whoever asks for more is told so.
  public var timeLimit = Duration.seconds(5)

  public init(index: String, host: String = "127.0.0.1", port: Int = 8080, url: String? = nil) {
    (self.index, self.host, self.port, self.url) = (index, host, port, url)
  }

  var site: String {
    var site = url ?? "http://\(host.contains(":") ? "[\(host)]" : host):\(port)"
    while site.hasSuffix("/") { site.removeLast() }
    return site
  }
}
