@testable import HaskapCivic

extension Record {
  /// The record without what was printed beside its fields.
  var fields: Record {
    var record = content
    (record.rest, record.municipality) = ([], nil)
    return record
  }

  /// The record without its name and its place in a file but for the line.
  var content: Record {
    var record = self
    (record.id, record.file, record.sheet, record.page) = (nil, nil, nil, nil)
    return record
  }
}
