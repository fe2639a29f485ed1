@testable import HaskapCivic

extension Record {
  /// The record without what was printed beside its fields.
  var fields: Record {
    var record = self
    (record.rest, record.municipality) = ([], nil)
    return record
  }
}
