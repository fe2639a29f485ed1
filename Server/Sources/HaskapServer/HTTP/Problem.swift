import HTTPTypes

/// Why a program gets no answer (RFC 9457).
struct Problem: Encodable {
  var type = "about:blank"
  var title: String
  var status: Int
  var detail: String?

  init(_ refusal: Refusal, title: String) {
    (self.title, status) = (title, refusal.status.code)
    detail = refusal.detail.isEmpty ? nil : refusal.detail
  }
}
