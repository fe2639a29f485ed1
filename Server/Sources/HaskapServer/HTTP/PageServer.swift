public import Hummingbird
import HummingbirdCore
public import Logging
public import NIOCore
import NIOPosix

/// The pages and the HTTP interface of an index.
public struct PageServer: Sendable {
  private static let mostConnections = 1000
  private static let mostHeaderBytes = 16 * 1024

  private let configuration: ServerConfiguration
  private let keeper: IndexKeeper
  private let responder: PageResponder
  private let logger: Logger

  /// Opens the index.
  ///
  /// - Throws: `OpeningError` where there is none that can be used.
  public init(_ configuration: ServerConfiguration, logger: Logger) throws {
    (self.configuration, self.logger) = (configuration, logger)
    keeper = try OpeningError.explaining(configuration.index) {
      try IndexKeeper(path: configuration.index, logger: logger)
    }
    responder = PageResponder(
      keeper: keeper, answers: try Answers(site: configuration.site),
      timeLimit: configuration.timeLimit)
  }

  /// What runs until SIGTERM or SIGINT comes, and then ends the requests that it has begun.
  public func application(
    onServerRunning: @escaping @Sendable (any Channel) async -> Void = { _ in }
  ) -> some ApplicationProtocol {
    Application(
      responder: responder,
      server: HTTPServerBuilder { responder in
        LoopChannel(
          channel: HTTP1Channel(
            responder: { request, writer, channel in
              try await responder(request, writer, channel)
              if Self.announcesBody(request) { throw UnwantedBody() }
            },
            configuration: .init(
              additionalChannelHandlers: [HeadTimeout()], idleTimeout: .seconds(30),
              httpDecoderConfiguration: .init(
                maxHeaderFieldSize: Self.mostHeaderBytes, maxHeaderListSize: Self.mostHeaderBytes,
                maxHeaderFieldCount: 100))))
      },
      configuration: ApplicationConfiguration(
        address: .hostname(configuration.host, port: configuration.port), serverName: "haskap",
        availableConnectionsDelegate: MaximumAvailableConnections(Self.mostConnections)),
      services: [keeper], onServerRunning: onServerRunning, logger: logger)
  }

  /// No question has a body: who sends one has been told so, and none of it is read.
  private static func announcesBody(_ request: Request) -> Bool {
    request.headers[.transferEncoding] != nil
      || request.headers[.contentLength].map { $0 != "0" } ?? false
  }

  /// Ends a connection.
  private struct UnwantedBody: Error {}

  /// Looks for a newer commit at once; a running server does so every second.
  func refresh() { keeper.refresh() }
}
