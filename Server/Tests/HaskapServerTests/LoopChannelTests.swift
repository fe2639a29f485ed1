import Hummingbird
import HummingbirdCore
import HummingbirdTesting
import Logging
import NIOCore
import Testing

@testable import HaskapServer

@Suite("Connections") struct LoopChannelTests {
  private struct Context: RequestContext {
    var coreContext: CoreRequestContextStorage
    let channel: any Channel

    init(source: ApplicationRequestContextSource) {
      (coreContext, channel) = (.init(source: source), source.channel)
    }
  }

  /// Whether it runs on the thread of the connection, at first and after it has waited.
  private struct Responder: HTTPResponder {
    func respond(to request: Request, context: Context) async throws -> Response {
      let loop = context.channel.eventLoop
      let before = loop.inEventLoop
      try await Task.sleep(for: .milliseconds(1))
      return Response(status: before && loop.inEventLoop ? .ok : .internalServerError)
    }
  }

  @Test func requestsStayOnTheThreadOfTheirConnection() async throws {
    let application = Application(
      responder: Responder(),
      server: HTTPServerBuilder { LoopChannel(channel: HTTP1Channel(responder: $0)) })
    try await application.test(.live) { client in
      for _ in 0..<3 {
        let response = try await client.get("/")
        #expect(response.status == .ok)
      }
    }
  }
}
