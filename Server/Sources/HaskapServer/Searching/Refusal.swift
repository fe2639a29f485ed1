import HTTPTypes
import Haskap
import HaskapCivic
import HaskapDocuments
import HaskapQuery
import HaskapText

/// Why a request is not answered.
struct Refusal: Error {
  var status: HTTPResponse.Status
  /// Of its sentence: `refusal.KEY`.
  var key: String
  /// What in particular, in English, as the program says it everywhere.
  var detail = ""

  static let notFound = Refusal(status: .notFound, key: "notFound")
  static let methodNotAllowed = Refusal(status: .methodNotAllowed, key: "method")
  static let noHost = Refusal(
    status: .badRequest, key: "invalid", detail: "a request names one Host")
  static let busy = Refusal(status: .serviceUnavailable, key: "busy")
  static let failed = Refusal(status: .internalServerError, key: "failed")
  static func slow(_ error: TimeLimitExceeded) -> Refusal {
    Refusal(status: .serviceUnavailable, key: "slow", detail: "\(error)")
  }
  static let notUTF8 = Refusal(
    status: .badRequest, key: "invalid", detail: "the address is not in UTF-8")

  /// What has an id was perhaps there once.
  static func missing(_ address: Address) -> Refusal {
    switch address {
    case .record(let id), .document(let id), .organization(let id), .project(let id),
      .department(let id):
      Refusal(
        status: .notFound, key: "notFound",
        detail: "the index has no '\(id.prefix(100))', or no longer")
    default: .notFound
    }
  }

  static func twice(_ name: String) -> Refusal {
    Refusal(
      status: .badRequest, key: "invalid",
      detail: "\(name.prefix(100)) is given more than once")
  }

  static func tooLong(_ name: String, limit: Int) -> Refusal {
    Refusal(
      status: .badRequest, key: "invalid",
      detail: "\(name) is longer than \(limit) characters")
  }

  static func outOfRange(_ name: String, _ range: ClosedRange<Int>) -> Refusal {
    Refusal(
      status: .badRequest, key: "invalid",
      detail: "\(name) takes whole numbers from \(range.lowerBound) to \(range.upperBound)")
  }

  static func unknown(_ name: String, _ value: String, known: [String]) -> Refusal {
    Refusal(
      status: .badRequest, key: "invalid",
      detail: "there is no \(name) '\(value)'; use \(known.joined(separator: ", "))")
  }

  /// Does what may fail because of what was asked, and refuses then.
  ///
  /// - Throws: `Refusal`; errors of the index as they are.
  static func reading<Value>(_ read: () throws -> Value) throws -> Value {
    do {
      return try read()
    } catch let error where isOfAsker(error) {
      let isKnown = !isOfSomethingMissing(error)
      throw Refusal(
        status: isKnown ? .badRequest : .notFound, key: "invalid", detail: "\(error)")
    }
  }

  /// Whether what is asked can be read, but nothing can be so: a department that nobody has.
  private static func isOfSomethingMissing(_ error: any Error) -> Bool {
    if case .reversed? = (error as? YearExpressionError)?.reason { return true }
    return error is CivicFilterError
  }

  private static func isOfAsker(_ error: any Error) -> Bool {
    error is QuerySyntaxError || error is YearExpressionError || error is CivicFilterError
      || error is QueryError || error is InputError || error is SchemaError
  }
}
