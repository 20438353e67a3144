package io.arb.cli.greeks.surface;

import io.arb.cli.output.Cell;
import io.arb.cli.output.Column;
import io.arb.cli.output.Style;
import io.arb.greeks.surface.ButterflyCheck;
import io.arb.greeks.surface.JumpWings;
import io.arb.greeks.surface.RawSvi;
import io.arb.greeks.surface.SliceFit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** What is shown of a fitted expiry. */
final class SliceColumns {
  private static final double DAYS = 365;
  private static final Column<FittedSlice> TAKEN_AT =
      Column.word("taken_at", s -> Instant.ofEpochMilli(s.takenAtMillis()).toString());

  /** Columns of {@link #forPeople} up to the verdict. */
  private static final int FIRST_OF_SMILE = 7;

  private SliceColumns() {}

  /** What fits on a line: quality, and the smile in jump wings. */
  static List<Column<FittedSlice>> forPeople() {
    return List.of(
        Column.word("expiry", slice -> day(slice.expiry())),
        Column.number("days", "", slice -> slice.quotes().years() * DAYS),
        Column.number("forward", "USD", slice -> slice.quotes().forwardUsd()),
        Column.<FittedSlice>given("quotes", "", slice -> slice.quotes().quotes().size()),
        ofFit("inside", "%", Style.PERCENT, SliceFit::shareInside),
        ofFit("error", "vol %", Style.PERCENT, SliceFit::rmsErrorVol),
        Column.word("verdict", FittedSlice::verdict),
        ofFit("bends", "", Style.EXACT, fit -> fit.smile().toSum().parts().size()),
        ofWings("atm_vol", "%", Style.PERCENT, wings -> Math.sqrt(wings.atmVariance())),
        ofWings("skew", "psi", Style.ROUNDED, JumpWings::atmSkew),
        ofWings("put_wing", "p", Style.ROUNDED, JumpWings::putWing),
        ofWings("call_wing", "c", Style.ROUNDED, JumpWings::callWing),
        ofWings(
            "min_vol", "%", Style.PERCENT, wings -> Math.sqrt(Math.max(0, wings.minVariance()))),
        ofFit("min_g", "", Style.ROUNDED, SliceColumns::minimumDurrleman));
  }

  /** What says which expiry failed, and how. */
  static List<Column<FittedSlice>> forReport() {
    List<Column<FittedSlice>> columns = new ArrayList<>();
    columns.add(TAKEN_AT);
    columns.addAll(forPeople().subList(0, FIRST_OF_SMILE));
    return columns;
  }

  /** All of it: also when, how many were two-sided, and the raw parameters, a list by bend. */
  static List<Column<FittedSlice>> forPrograms() {
    List<Column<FittedSlice>> columns = new ArrayList<>();
    columns.add(TAKEN_AT);
    columns.addAll(forPeople());
    columns.add(Column.<FittedSlice>given("two_sided", "", FittedSlice::twoSided));
    columns.add(
        Column.flag("butterfly_free", s -> s.fit().filter(SliceFit::isButterflyFree).isPresent()));
    columns.add(
        Column.flag("calendar_free", s -> s.fit().filter(SliceFit::isCalendarFree).isPresent()));
    columns.add(ofBends("a", RawSvi::a));
    columns.add(ofBends("b", RawSvi::b));
    columns.add(ofBends("rho", RawSvi::rho));
    columns.add(ofBends("m", RawSvi::m));
    columns.add(ofBends("sigma", RawSvi::sigma));
    return columns;
  }

  /** The date if it is that of a venue, at 08:00 UTC. */
  static String day(Instant expiry) {
    return expiry.toString().replace("T08:00:00Z", "");
  }

  private static double minimumDurrleman(SliceFit fit) {
    return ButterflyCheck.of(fit.smile()).minimumDurrleman();
  }

  private static Column<FittedSlice> ofFit(
      String name, String unit, Style style, ToDoubleFunction<SliceFit> value) {
    return cell(name, unit, style, fit -> new Cell.Figure(value.applyAsDouble(fit)));
  }

  private static Column<FittedSlice> ofWings(
      String name, String unit, Style style, ToDoubleFunction<JumpWings> value) {
    return cell(
        name,
        unit,
        style,
        fit ->
            fit.smile().totalVariance(0) > 0
                ? new Cell.Figure(value.applyAsDouble(JumpWings.of(fit.smile(), fit.years())))
                : new Cell.Missing());
  }

  private static Column<FittedSlice> ofBends(String name, ToDoubleFunction<RawSvi> value) {
    return cell(
        name,
        "",
        Style.EXACT,
        fit ->
            new Cell.Figures(
                fit.smile().toSum().parts().stream().mapToDouble(value).boxed().toList()));
  }

  private static Column<FittedSlice> cell(
      String name, String unit, Style style, Function<SliceFit, Cell> value) {
    return Column.of(name, unit, style, slice -> slice.fit().map(value).orElse(new Cell.Missing()));
  }
}
