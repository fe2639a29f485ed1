import HaskapCivic
import HaskapDocuments

/// A file that a chart is drawn into: SVG, or PNG as librsvg's `rsvg-convert` makes it of that.
struct ChartFile {
  private let path: String
  private let isPNG: Bool

  /// - Throws: `UserError` where the name tells neither.
  init(_ path: String) throws {
    self.path = path
    isPNG = path.lowercased().hasSuffix(".png")
    guard isPNG || path.lowercased().hasSuffix(".svg") else {
      throw UserError(
        description: "--chart draws SVG or PNG; give it a file name that ends in .svg or .png")
    }
  }

  /// - Throws: `UserError` where PNG cannot be made; `OutputError` where the file cannot be written.
  func write(_ svg: String) throws {
    try OutputFile.write(isPNG ? png(of: svg) : Array(svg.utf8), to: path)
  }

  private func png(of svg: String) throws -> [UInt8] {
    let program = ChildProcess(arguments: ["rsvg-convert", "--format", "png", "--zoom", "2"])
    switch program.run(input: Array(svg.utf8)) {
    case .output(let bytes): return bytes
    case .missing:
      throw UserError(
        description: "drawing PNG needs the program rsvg-convert, which is not there; install it "
          + "(apt-get install librsvg2-bin, or brew install librsvg), or draw SVG",
        status: .refused)
    case .failed, .tookTooLong, .wroteTooMuch:
      throw UserError(
        description: "rsvg-convert cannot draw \(path); draw SVG", status: .refused)
    }
  }
}
