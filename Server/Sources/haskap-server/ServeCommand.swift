import ArgumentParser
import HaskapServer
import Hummingbird
import Logging

struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Show an index as pages, and to programs.",
    usage: "haskap serve [<options>]",
    discussion: """
      Only this machine is answered unless --host says otherwise. A new commit of the
      index is shown within a second. Programs are told what they can ask at
      /api/v1/openapi.json, and how the server is at /health and
        /metrics (for Prometheus).

      EXAMPLES:
        haskap serve
        haskap serve --index Index/mine --port 8000
        haskap serve --host 0.0.0.0 --url https://reports.example.jp
      """)

  @Option(help: "The folder of the index, or of shards.", completion: .directory)
  var index = "Index/current"

  @Option(help: "The port to listen at.")
  var port = 8080

  @Option(help: "The address to listen at.")
  var host = "127.0.0.1"

  @Option(help: "The address by which readers reach the pages, for links that are kept.")
  var url: String?

  @Option(help: "The most seconds that one question may take.")
  var timeout = 5.0

  @Flag(help: "Log every request.")
  var verbose = false

  func validate() throws {
    guard 0...65535 ~= port else { throw ValidationError("--port takes a number up to 65535") }
    guard 0.001...86_400 ~= timeout else {
      throw ValidationError("--timeout takes a number of seconds up to 86400")
    }
  }

  func run() async throws {
    var logger = Logger(label: "haskap", factory: { StreamLogHandler.standardError(label: $0) })
    logger.logLevel = verbose ? .debug : .info
    var configuration = ServerConfiguration(index: index, host: host, port: port, url: url)
    configuration.timeLimit = .seconds(timeout)
    let server = try PageServer(configuration, logger: logger)
    try await server.application().runService()
  }
}
