import HTTPTypes
import Haskap
import Hummingbird
import Logging
import NIOCore
import NIOPosix
import Synchronization

/// Answers requests: refuses what is no question, tells who has the newest answer so, and gives the
/// others to threads of their own, so that a question that takes long holds up no connection.
final class PageResponder: HTTPResponder {
  typealias Context = BasicRequestContext

  /// Questions that wait or are being answered.
  private static let mostQuestions = 64

  private let keeper: IndexKeeper
  private let answers: Answers
  private let workers: NIOThreadPool
  private let questions = Mutex(0)
  private let cache = AnswerCache()

  init(keeper: IndexKeeper, answers: Answers, workers: NIOThreadPool) {
    (self.keeper, self.answers, self.workers) = (keeper, answers, workers)
  }

  func respond(to request: Request, context: Context) async throws -> Response {
    let question = Question(request, site: answers.site)
    guard request.method == .get || request.method == .head else {
      return response(refused(question, .methodNotAllowed), to: request)
    }
    let state = keeper.current
    guard let target = question.target else {
      return response(refused(question, question.refusal), to: request)
    }
    if let known = answers.ready(target, state) { return response(known, to: request) }
    let tag = answers.tag(of: question, state.snapshot)
    if request.headers[.ifNoneMatch].map({ Self.matches($0, tag) }) == true {
      return Response(status: .notModified, headers: headers(tag: tag))
    }
    let key = "\(tag) \(request.head.path ?? "/")"
    if let known = cache[key] { return response(known, to: request) }
    guard enter() else { return response(refused(question, .busy), to: request) }
    defer { leave() }
    let answer = try await workers.runIfActive { [self] in
      var answer = found(question, target, state.snapshot)
      if answer.status == .ok { answer.tag = tag }
      if question.takesGzip { answer.compress() }
      if answer.status == .ok { cache.insert(answer, for: key) }
      return answer
    }
    context.logger.debug(
      "Answered.",
      metadata: ["path": "\(request.uri.path)", "status": "\(answer.status.code)"])
    return response(answer, to: request)
  }

  private func found(_ question: Question, _ target: Target, _ snapshot: Snapshot) -> Answer {
    do {
      return try answers.answer(question, target, snapshot)
    } catch let refusal as Refusal {
      return refused(question, refusal)
    } catch {
      if error is FormatError || error is StorageError { keeper.report("\(error)") }
      return refused(question, .failed)
    }
  }

  private func refused(_ question: Question, _ refusal: Refusal) -> Answer {
    (try? answers.refused(question, refusal, keeper.current.snapshot))
      ?? Answer("", type: Answer.html)
  }

  private func enter() -> Bool {
    questions.withLock { count in
      guard count < Self.mostQuestions else { return false }
      count += 1
      return true
    }
  }

  private func leave() { questions.withLock { $0 -= 1 } }

  /// Whether one of the tags of If-None-Match is ours (RFC 9110, section 13.1.2).
  private static func matches(_ header: String, _ tag: String) -> Bool {
    header == "*" || header.split(separator: ",").contains { $0.drop { $0 == " " } == tag }
  }
}

/// Responses with the headers that every one of them has.
extension PageResponder {
  private static let security =
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
    + "frame-ancestors 'none'"

  private func response(_ answer: Answer, to request: Request) -> Response {
    var headers = headers(tag: answer.tag)
    headers[.contentType] = answer.type
    if answer.isCompressed { headers[.contentEncoding] = "gzip" }
    if answer.maxAge > 0 { headers[.cacheControl] = "public, max-age=\(answer.maxAge)" }
    if answer.status == .methodNotAllowed { headers[.allow] = "GET, HEAD" }
    if answer.status == .serviceUnavailable { headers[.retryAfter] = "1" }
    if answer.status != .ok { headers[.cacheControl] = "no-store" }
    let response = Response(
      status: answer.status, headers: headers,
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: answer.body)))
    return request.method == .head ? response.createHeadResponse() : response
  }

  private func headers(tag: String?) -> HTTPFields {
    var headers: HTTPFields = [
      .contentSecurityPolicy: Self.security, .xContentTypeOptions: "nosniff",
      .vary: "Accept-Language, Accept-Encoding", .cacheControl: "no-cache",
    ]
    headers[Self.referrerPolicy] = "no-referrer"
    headers[.eTag] = tag
    return headers
  }

  private static let referrerPolicy = HTTPField.Name("Referrer-Policy") ?? .from
}
