/// What one thread needs to encode terms.
final class FlushWorker {
  let encoder: TermEncoder
  let term = ByteSink()

  init(_ encoder: TermEncoder) { self.encoder = encoder }
}
