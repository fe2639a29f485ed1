/// A page before it is laid out.
struct Page {
  var address: Address
  /// What is asked there and belongs to the address.
  var items: [(name: String, value: String)] = []
  var title: String
  var description: String
  var linkedData: LinkedData?
  var template = "article"
  var fields: Fields = [:]
  /// In which the same is to be had.
  var formats = DataFormat.allCases
  /// Whether search machines shall list it.
  var isIndexed = true
  /// Whether it tells why there is no page, and so has no address to keep.
  var isRefusal = false
}
