package io.arb.cli;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.arb.greeks.OptionType;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.Timer;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The arrows and bans of docs/architecture.md, over every class of every module. */
class ArchitectureTest {
  private static final JavaClasses ARB =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.arb");

  /** Inside the core, lowest first: each may use what stands before it. */
  private static final List<String> LAYERS =
      List.of(
          "io.arb.core.model..",
          "io.arb.core.spi..",
          "io.arb.core.market..",
          "io.arb.core.portfolio..",
          "io.arb.core.risk..",
          "io.arb.core.quote..",
          "io.arb.core.hedge..",
          "io.arb.core.recovery..",
          "io.arb.core.engine..");

  private static final String[] DECIDING = {
    "io.arb.core.model..",
    "io.arb.core.market..",
    "io.arb.core.portfolio..",
    "io.arb.core.risk..",
    "io.arb.core.quote..",
    "io.arb.core.hedge..",
    "io.arb.core.recovery.."
  };

  private static final DescribedPredicate<JavaClass> WHAT_ADAPTERS_SEE =
      resideInAnyPackage(
              "io.arb.core.model..", "io.arb.core.spi..", "io.arb.core.wire..", "io.arb.core.evm..")
          // The one word of the model that lives further down.
          .or(belongToAnyOf(OptionType.class));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "io.arb.greeks",
        "io.arb.core.model",
        "io.arb.core.spi",
        "io.arb.core.market",
        "io.arb.core.wire",
        "io.arb.core.evm",
        "io.arb.rysk",
        "io.arb.derive",
        "io.arb.deribit",
        "io.arb.cache",
        "io.arb.cli"
      })
  void seesClassesOf(String packageName) {
    assertThat(ARB.that(resideInAPackage(packageName + ".."))).isNotEmpty();
  }

  @Test
  void seesEnoughClassesToMeanAnything() {
    assertThat(ARB.size()).isGreaterThan(200);
  }

  @Test
  void greeksUseNobodyOfOurs() {
    usesOfOursOnly("io.arb.greeks..", DescribedPredicate.alwaysFalse()).check(ARB);
  }

  @Test
  void coreUsesOnlyGreeks() {
    usesOfOursOnly("io.arb.core..", resideInAPackage("io.arb.greeks..")).check(ARB);
  }

  @ParameterizedTest
  @ValueSource(strings = {"io.arb.rysk..", "io.arb.derive..", "io.arb.deribit.."})
  void adaptersSeeModelSpiWireAndEvmOnly(String adapter) {
    DescribedPredicate<JavaClass> simulator = resideInAPackage("..simulator..");

    noClasses()
        .that(resideInAPackage(adapter).and(DescribedPredicate.not(simulator)))
        .should()
        .dependOnClassesThat(oursExcept(adapter, WHAT_ADAPTERS_SEE))
        .allowEmptyShould(true)
        .check(ARB);
    noClasses()
        .that(resideInAPackage(adapter).and(simulator))
        .should()
        .dependOnClassesThat(
            oursExcept(adapter, WHAT_ADAPTERS_SEE.or(resideInAPackage("io.arb.core.paper.."))))
        .allowEmptyShould(true)
        .check(ARB);
  }

  @Test
  void cacheSeesModelAndSpiOnly() {
    usesOfOursOnly(
            "io.arb.cache..",
            resideInAnyPackage("io.arb.core.model..", "io.arb.core.spi..")
                .or(belongToAnyOf(OptionType.class)))
        .check(ARB);
  }

  @ParameterizedTest
  @ValueSource(strings = {"io.arb.core.wire..", "io.arb.core.evm.."})
  void wireKitKnowsNothingOfTheDomain(String leaf) {
    usesOfOursOnly(leaf, DescribedPredicate.alwaysFalse()).check(ARB);
  }

  @ParameterizedTest
  @MethodSource("layersWithWhatStandsAbove")
  void coreLayersUseOnlyWhatStandsBelow(String layer, String[] above) {
    noClasses()
        .that()
        .resideInAPackage(layer)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(above)
        .allowEmptyShould(true)
        .check(ARB);
  }

  static Stream<Arguments> layersWithWhatStandsAbove() {
    return IntStream.range(0, LAYERS.size() - 1)
        .mapToObj(
            layer ->
                Arguments.of(
                    LAYERS.get(layer),
                    LAYERS.subList(layer + 1, LAYERS.size()).toArray(String[]::new)));
  }

  @Test
  void decidersDoNotKnowTheWire() {
    noClasses()
        .that()
        .resideInAnyPackage(DECIDING)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.arb.core.wire..", "io.arb.core.evm..", "io.arb.core.paper..")
        .check(ARB);
  }

  @Test
  void paperMarketDecidesNothing() {
    usesOfOursOnly(
            "io.arb.core.paper..",
            resideInAnyPackage(
                "io.arb.core.model..",
                "io.arb.core.spi..",
                "io.arb.core.wire..",
                "io.arb.greeks.."))
        .allowEmptyShould(true)
        .check(ARB);
  }

  @Test
  void packagesAreFreeOfCycles() {
    slices().matching("io.arb.(**)").should().beFreeOfCycles().check(ARB);
  }

  @Test
  void decidersReadNoClock() {
    noClasses()
        .that()
        .resideInAnyPackage(DECIDING)
        .should()
        .accessTargetWhere(
            calls("java.time.", "now")
                .or(calls("java.lang.System", "nanoTime"))
                .or(calls("java.lang.System", "currentTimeMillis")))
        .orShould()
        .dependOnClassesThat(belongToAnyOf(Clock.class, InstantSource.class))
        .check(ARB);
  }

  @Test
  void decidersDrawNoRandomNumber() {
    noClasses()
        .that()
        .resideInAnyPackage(DECIDING)
        .should()
        .accessTargetWhere(
            calls("java.lang.Math", "random").or(calls("java.util.UUID", "randomUUID")))
        .orShould()
        .dependOnClassesThat(assignableTo(Random.class).or(assignableTo(RandomGenerator.class)))
        .check(ARB);
  }

  @Test
  void decidersStartAndAwaitNoThread() {
    noClasses()
        .that()
        .resideInAnyPackage(DECIDING)
        .should()
        .dependOnClassesThat(
            assignableTo(Thread.class)
                .or(assignableTo(Executor.class))
                .or(assignableTo(CompletionStage.class))
                .or(belongToAnyOf(Executors.class, Timer.class))
                .or(resideInAPackage("java.util.concurrent.locks..")))
        .check(ARB);
  }

  @Test
  void modelHoldsNoFloatingPoint() {
    noFields()
        .that()
        .areDeclaredInClassesThat()
        .resideInAPackage("io.arb.core.model..")
        .should()
        .haveRawType(
            belongToAnyOf(double.class, float.class, Double.class, Float.class)
                .or(belongToAnyOf(double[].class, float[].class)))
        .check(ARB);
  }

  @Test
  void onlyTheCommandLinePrints() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.arb.cli..")
        .should(ACCESS_STANDARD_STREAMS)
        .check(ARB);
  }

  @Test
  void loggingGoesThroughSlf4j() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.util.logging..")
        .orShould()
        .dependOnClassesThat(belongToAnyOf(System.Logger.class))
        .check(ARB);
  }

  @Test
  void modelAndGreeksDoNotLog() {
    noClasses()
        .that()
        .resideInAnyPackage("io.arb.core.model..", "io.arb.greeks..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.slf4j..")
        .check(ARB);
  }

  private static ArchRule usesOfOursOnly(
      String packages, DescribedPredicate<? super JavaClass> allowed) {
    return noClasses()
        .that()
        .resideInAPackage(packages)
        .should()
        .dependOnClassesThat(oursExcept(packages, allowed));
  }

  private static DescribedPredicate<JavaClass> oursExcept(
      String packages, DescribedPredicate<? super JavaClass> allowed) {
    DescribedPredicate<JavaClass> seen = resideInAPackage(packages).or(allowed);
    return resideInAPackage("io.arb..").and(DescribedPredicate.not(seen));
  }

  /** A call or a method reference. */
  private static DescribedPredicate<JavaAccess<?>> calls(String ownerPrefix, String method) {
    return describe(
        "calls " + ownerPrefix + " " + method,
        access ->
            access.getTargetOwner().getName().startsWith(ownerPrefix)
                && access.getTarget().getName().equals(method));
  }
}
