import HTTPTypes
import Hummingbird

/// What is asked, and in which language the answer shall be.
struct Question {
  /// Nil where the address cannot be read.
  let target: Target?
  let refusal: Refusal
  let language: Language
  let links: Links
  let takesGzip: Bool
  /// Whether a program asks.
  let isOfProgram: Bool

  init(_ request: Request, site: String) {
    let path = request.head.path ?? "/"
    var refusal = Refusal.notFound
    do {
      target = try Target(path)
    } catch {
      target = nil
      refusal = error as? Refusal ?? refusal
    }
    self.refusal = refusal
    let chosen = (target?.items["lang"]).flatMap(Language.init(rawValue:))
    language = chosen ?? Language(accepted: request.headers[.acceptLanguage] ?? "")
    links = Links(site: site, language: chosen)
    takesGzip = Gzip.isAccepted(request.headers[.acceptEncoding] ?? "")
    isOfProgram = path.hasPrefix("/api/")
  }
}
