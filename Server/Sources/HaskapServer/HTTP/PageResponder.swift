import CMemory
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
  /// So many share the processors, for none that takes long shall hold up the others. They are no more
  /// since each takes memory.
  private static let mostAtOnce = 32
  private static let long = Duration.milliseconds(250)
  /// Of those that take much memory, so many at once.
  private let heavy = Lane(of: 4, waiting: 12)

  private let keeper: IndexKeeper
  private let answers: Answers
  private let timeLimit: Duration
  private let questions = Mutex(0)
  /// Nothing grows old in it: a new commit changes the keys.
  private let cache = RecentValues<String, Answer>(room: 4 << 20) { key, answer in
    answer.body.count + key.utf8.count + 256
  }
  private let metrics = Metrics()

  private static let workers = {
    let pool = NIOThreadPool(numberOfThreads: mostAtOnce)
    pool.start()
    return pool
  }()

  /// - Parameter timeLimit: what a question may take from its arrival on.
  init(keeper: IndexKeeper, answers: Answers, timeLimit: Duration) {
    (self.keeper, self.answers, self.timeLimit) = (keeper, answers, timeLimit)
  }

  func respond(to request: Request, context: Context) async throws -> Response {
    let start = ContinuousClock.now
    let (response, isKnown) = try await response(to: request, since: start)
    let time = ContinuousClock.now - start
    metrics.count(response.status.code, time, fromMemory: isKnown)
    context.logger.debug(
      "Answered.",
      metadata: [
        "path": "\(request.uri.path)", "status": "\(response.status.code)", "time": "\(time)",
      ])
    return response
  }

  /// - Returns: with the response, whether it was at hand from an earlier question.
  private func response(
    to request: Request, since start: ContinuousClock.Instant
  ) async throws -> (Response, isKnown: Bool) {
    let question = Question(request, site: answers.site)
    // One Host, or who asks is not understood by all on the way (RFC 9112, section 3.2).
    guard request.head.authority != nil, request.headers[Self.host] == nil else {
      return (response(refused(question, .noHost), to: request), false)
    }
    guard request.method == .get || request.method == .head else {
      return (response(refused(question, .methodNotAllowed), to: request), false)
    }
    guard let target = question.target else {
      return (response(refused(question, question.refusal), to: request), false)
    }
    let state = keeper.current
    if let ready = ready(target, state) {
      return (response(ready, of: question, to: request), false)
    }
    let tag = answers.tag(of: question, state.snapshot)
    let key = "\(tag) \(request.head.path ?? "/")"
    if let known = cache[key] { return (response(known, to: request), true) }
    guard enter() else { return (response(refused(question, .busy), to: request), false) }
    defer { leave() }
    func work() async throws -> Answer {
      try await answer(question, target, state, tag: tag, key: key, since: start)
    }
    do {
      let answer = try await target.isHeavy ? heavy.run(work) : work()
      return (response(answer, to: request), false)
    } catch let refusal as Refusal {
      return (response(refused(question, refusal), to: request), false)
    }
  }

  private func answer(
    _ question: Question, _ target: Target, _ state: IndexKeeper.State, tag: String, key: String,
    since start: ContinuousClock.Instant
  ) async throws -> Answer {
    try await Self.workers.runIfActive { [self] in
      let begin = ContinuousClock.now
      var answer = found(question, target, state, since: start)
      // The C library keeps what a long search has freed for the next one of the same thread.
      if .now - begin > Self.long { memory_give_back() }
      if answer.status == .ok { answer.tag = tag }
      if question.takesGzip { answer.compress() }
      if answer.status == .ok { cache.insert(answer, for: key) }
      return answer
    }
  }

  /// The response with a file of the program's own.
  private func response(_ file: Answer, of question: Question, to request: Request) -> Response {
    var file = file
    if question.takesGzip { file.compress() }
    if file.isCompressed { file.tag = file.tag.map { $0.dropLast() + "-gz\"" } }
    return response(file, to: request)
  }

  private func ready(_ target: Target, _ state: IndexKeeper.State) -> Answer? {
    guard target.segments == ["metrics"] else { return answers.ready(target, state) }
    let text = metrics.text(
      running: questions.withLock { $0 }, commit: state.snapshot.generation,
      isStale: state.failure != nil)
    return Answer(text, type: Answer.metrics)
  }

  private func found(
    _ question: Question, _ target: Target, _ state: IndexKeeper.State,
    since start: ContinuousClock.Instant
  ) -> Answer {
    do {
      return try TimeLimit.run(timeLimit, since: start) {
        try answers.answer(question, target, state)
      }
    } catch let refusal as Refusal {
      return refused(question, refusal)
    } catch let error as TimeLimitExceeded {
      return refused(question, .slow(error))
    } catch {
      if error is FormatError || error is StorageError { keeper.report(damage: "\(error)") }
      return refused(question, .failed)
    }
  }

  private func refused(_ question: Question, _ refusal: Refusal) -> Answer {
    (try? answers.refused(question, refusal, keeper.current.snapshot.subject))
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

  /// Whether one of the tags of If-None-Match is ours (RFC 9110, section 13.1.2): those that something
  /// on the way made weak count.
  private static func matches(_ header: String, _ tag: String) -> Bool {
    header == "*"
      || header.split(separator: ",").contains { one in
        let own = one.drop { $0 == " " }
        return (own.hasPrefix("W/") ? own.dropFirst(2) : own) == tag
      }
  }
}

/// Responses with the headers that every one of them has.
extension PageResponder {
  private static let security =
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
    + "frame-ancestors 'none'"

  private func response(_ answer: Answer, to request: Request) -> Response {
    var headers = headers(tag: answer.tag)
    // Only of what there is may one have the newest.
    if let tag = answer.tag, let known = request.headers[.ifNoneMatch], Self.matches(known, tag) {
      return Response(status: .notModified, headers: headers)
    }
    headers[.contentType] = answer.type
    if answer.isCompressed { headers[.contentEncoding] = "gzip" }
    headers[.location] = answer.location
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

  private static let host = HTTPField.Name("Host") ?? .from
  private static let referrerPolicy = HTTPField.Name("Referrer-Policy") ?? .from
}
