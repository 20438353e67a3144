package io.arb.cli.greeks.surface;

import io.arb.greeks.surface.SliceFit;
import io.arb.greeks.surface.SmileQuote;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Draws the smiles of a surface in volatility and in total variance, side by side, as PNG. */
final class SurfacePicture {
  private static final int WIDTH = 900;
  private static final int HEIGHT = 700;
  private static final int POINTS = 121;
  private static final double PERCENT = 100;
  private static final float DARK = 0.8f;
  private static final int MARKER = 4;

  private SurfacePicture() {}

  /**
   * Writes the picture.
   *
   * @param slices those with a fit are drawn, over the strikes that were quoted
   */
  static void write(List<FittedSlice> slices, Path file) throws IOException {
    XYChart vols = chart("Volatility, percent");
    vols.getStyler().setLegendVisible(false);
    XYChart variances = chart("Total variance");
    for (int i = 0; i < slices.size(); i++) {
      FittedSlice slice = slices.get(i);
      Color colour = Color.getHSBColor((float) i / slices.size(), 1, DARK);
      String name = SliceColumns.day(slice.expiry());
      slice.fit().ifPresent(fit -> draw(name, colour, fit, vols, variances));
    }
    List<Chart<?, ?>> both = List.of(vols, variances);
    BitmapEncoder.saveBitmap(both, 1, 2, file.toString(), BitmapFormat.PNG);
  }

  private static XYChart chart(String title) {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(title)
            .xAxisTitle("ln(strike / forward)")
            .build();
    chart.getStyler().setChartBackgroundColor(Color.WHITE);
    chart.getStyler().setLegendPosition(LegendPosition.OutsideE);
    chart.getStyler().setMarkerSize(MARKER);
    return chart;
  }

  private static void draw(
      String name, Color colour, SliceFit fit, XYChart vols, XYChart variances) {
    double[] k = places(fit);
    line(vols, name, k, fit, (f, x) -> PERCENT * f.smile().volFraction(x, f.years()))
        .setLineColor(colour);
    line(variances, name, k, fit, (f, x) -> f.smile().totalVariance(x)).setLineColor(colour);
    XYSeries quotes =
        vols.addSeries(
            name + " quotes",
            fit.quotes().quotes().stream().mapToDouble(SmileQuote::k).toArray(),
            fit.quotes().quotes().stream().mapToDouble(q -> PERCENT * q.midVol()).toArray());
    quotes.setMarker(SeriesMarkers.CIRCLE);
    quotes.setLineStyle(SeriesLines.NONE);
    quotes.setMarkerColor(colour);
  }

  private static XYSeries line(
      XYChart chart,
      String name,
      double[] k,
      SliceFit fit,
      ToDoubleBiFunction<SliceFit, Double> y) {
    XYSeries line =
        chart.addSeries(name, k, Arrays.stream(k).map(x -> y.applyAsDouble(fit, x)).toArray());
    line.setMarker(SeriesMarkers.NONE);
    line.setLineStyle(SeriesLines.SOLID);
    return line;
  }

  private static double[] places(SliceFit fit) {
    double low = fit.quotes().lowestK();
    double step = (fit.quotes().highestK() - low) / (POINTS - 1);
    return IntStream.range(0, POINTS).mapToDouble(i -> low + i * step).toArray();
  }
}
