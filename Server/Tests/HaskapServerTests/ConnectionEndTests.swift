import HummingbirdTesting
import NIOCore
import NIOEmbedded
import NIOHTTP1
import NIOPosix
import Testing

@testable import HaskapServer

@Suite("Versions of HTTP") struct ConnectionEndTests {
  private func read(_ version: HTTPVersion, _ headers: HTTPHeaders) throws -> HTTPHeaders {
    let channel = EmbeddedChannel(handler: ConnectionEnd())
    let head = HTTPRequestHead(version: version, method: .GET, uri: "/", headers: headers)
    try channel.writeInbound(HTTPServerRequestPart.head(head))
    guard case .head(let read)? = try channel.readInbound(as: HTTPServerRequestPart.self) else {
      return [:]
    }
    return read.headers
  }

  @Test func onlyTheOldVersionEndsByItself() throws {
    #expect(try read(.http1_0, [:])["Connection"] == ["close"])
    #expect(try read(.http1_0, ["Connection": "keep-alive"])["Connection"] == ["keep-alive"])
    #expect(try read(.http1_1, ["Host": "a"])["Connection"] == [])
    #expect(try read(.http1_1, ["Host": "a", "Connection": "Close"])["Connection"] == ["close"])
  }

  @Test func onlyTheOldVersionNeedsNoHost() throws {
    #expect(try read(.http1_0, [:])["Host"] == ["-"])
    #expect(try read(.http1_1, [:])["Host"] == [])
  }

  @Test(arguments: [
    ("GET /health HTTP/1.0\r\n\r\n", "200"), ("GET /health HTTP/1.1\r\n\r\n", "400"),
    ("GET /health HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", "400"),
    ("GET /health HTTP/1.1\r\nHost: a\r\nConnection: Close\r\n\r\n", "200"),
  ])
  func aServerKeepsToTheRules(_ request: String, _ status: String) async throws {
    let index = try ReportsIndex()
    defer { index.remove() }
    try await index.server().application().test(.live) { client in
      let port = try #require(client.port)
      let channel = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
        .connect(host: "localhost", port: port) { channel in
          channel.eventLoop.makeCompletedFuture {
            try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
          }
        }
      try await channel.executeThenClose { inbound, outbound in
        try await outbound.write(ByteBuffer(string: request))
        var answer = ""
        for try await bytes in inbound {
          answer += String(buffer: bytes)
          // Who is kept may ask again.
          if status == "400" { break }
        }
        #expect(answer.hasPrefix("HTTP/1.1 \(status)"), "\(answer)")
      }
    }
  }
}
