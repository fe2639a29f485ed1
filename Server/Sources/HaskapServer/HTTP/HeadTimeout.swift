import NIOCore

/// Closes a connection on which no whole head of a request comes in time: one that is sent a byte at
/// a time would hold the place of others for ever. Between two requests there is more time.
///
/// It stands behind the decoder, so the first that it reads is a head.
final class HeadTimeout: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = NIOAny
  typealias OutboundIn = NIOAny

  private static let first = TimeAmount.seconds(10)
  private static let next = TimeAmount.seconds(120)
  private var closing: Scheduled<Void>?

  func handlerAdded(context: ChannelHandlerContext) { close(context.channel, in: Self.first) }

  func handlerRemoved(context: ChannelHandlerContext) { closing?.cancel() }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    closing?.cancel()
    context.fireChannelRead(data)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    close(context.channel, in: Self.next)
    context.write(data, promise: promise)
  }

  func channelInactive(context: ChannelHandlerContext) {
    closing?.cancel()
    context.fireChannelInactive()
  }

  private func close(_ channel: any Channel, in time: TimeAmount) {
    closing?.cancel()
    closing = channel.eventLoop.scheduleTask(in: time) { channel.close(promise: nil) }
  }
}
