package io.arb.core.spi;

import io.arb.core.wire.SocketFactory;
import io.arb.core.wire.SocketListener;
import io.arb.core.wire.TextSocket;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/**
 * Real WebSockets between an adapter under contract and its venue, which a rule can cut at the
 * worst moment: while an order is under way. For venues that speak JSON-RPC and carry our labels;
 * what goes over HTTP is not cut. Safe from any thread.
 */
public final class ContractCable implements SocketFactory, AutoCloseable {
  /** What becomes of one outgoing frame. */
  enum Fate {
    PASSES,
    /** It arrives; the connection ends when its answer is on the way back. */
    ARRIVES,
    /** The connection ends; the frame stays on the wire until {@link #deliverLate}. */
    LINGERS
  }

  private final SocketFactory sockets;
  private final Predicate<String> isOrder;
  private final List<CableStrand> strands = new CopyOnWriteArrayList<>();
  private Fate fateOfOrder = Fate.PASSES;
  private volatile boolean refusing;

  /**
   * Lays a cable.
   *
   * @param sockets opens the real connections
   * @param isOrder whether an outgoing frame places or replaces an order
   */
  public ContractCable(SocketFactory sockets, Predicate<String> isOrder) {
    this.sockets = sockets;
    this.isOrder = isOrder;
  }

  @Override
  public TextSocket open(URI uri, SocketListener listener) throws IOException {
    if (refusing) {
      throw new IOException("connections are refused at the moment");
    }
    CableStrand strand = new CableStrand(listener, this::fate);
    strand.connect(sockets, uri);
    strands.add(strand);
    return strand;
  }

  private synchronized Fate fate(String frame) {
    if (!isOrder.test(frame)) {
      return Fate.PASSES;
    }
    Fate fate = fateOfOrder;
    fateOfOrder = Fate.PASSES;
    return fate;
  }

  /** Ends all connections; new ones can be opened. */
  public void cut() {
    strands.forEach(strand -> strand.cut("cut"));
  }

  /** While true, no connection can be opened. */
  public void refuse(boolean refuse) {
    refusing = refuse;
  }

  /** The connection ends around the next order; see {@link ContractVenue#breakDuringNextOrder}. */
  public synchronized void breakDuringNextOrder(boolean arrives) {
    fateOfOrder = arrives ? Fate.ARRIVES : Fate.LINGERS;
  }

  /** What lingers on the wire arrives now; returns when the venue has answered it. */
  public void deliverLate() {
    strands.forEach(CableStrand::deliverLate);
  }

  @Override
  public void close() {
    strands.forEach(CableStrand::end);
  }
}
