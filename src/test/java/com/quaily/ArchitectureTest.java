package com.quaily;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameStartingWith;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks the layers that docs/architecture.md describes. */
final class ArchitectureTest {

  private static final String ROOT = "com.quaily";

  /** More classes than this are hard to survey; dao holds one mapper a noun and may be larger. */
  private static final int LARGEST_PACKAGE = 34;

  /** Which layers a layer may use, besides itself. */
  private static final Map<String, List<String>> ALLOWED =
      Map.ofEntries(
          Map.entry("model", List.of()),
          Map.entry("database", List.of("model")),
          Map.entry("storage", List.of("model")),
          Map.entry("media", List.of("model")),
          Map.entry("postgres", List.of("model")),
          Map.entry("launcher", List.of("")),
          Map.entry("log", List.of("model")),
          Map.entry("dao", List.of("database", "model")),
          Map.entry("job", List.of("dao", "database", "model")),
          Map.entry("notice", List.of("job", "dao", "database", "model")),
          Map.entry("metrics", List.of("database", "model")),
          Map.entry("ai", List.of("notice", "job", "dao", "database", "model")),
          Map.entry("page", List.of("notice", "job", "dao", "database", "storage", "model")),
          Map.entry(
              "delivery", List.of("page", "notice", "job", "dao", "database", "storage", "model")),
          Map.entry(
              "service",
              List.of(
                  "page",
                  "media",
                  "delivery",
                  "ai",
                  "notice",
                  "job",
                  "dao",
                  "database",
                  "storage",
                  "model")),
          Map.entry("importer", List.of("service", "media", "dao", "database", "model")),
          Map.entry("resource", List.of("service", "page", "metrics", "model")),
          Map.entry("routing", List.of("storage", "model")),
          Map.entry("server", List.of("routing", "model")),
          // Settings are records of the packages that need them; config only fills them in.
          Map.entry(
              "config",
              List.of(
                  "server",
                  "routing",
                  "service",
                  "delivery",
                  "ai",
                  "notice",
                  "storage",
                  "database",
                  "dao",
                  "metrics",
                  "model")),
          Map.entry("wiring", List.of("*")),
          Map.entry("command", List.of("*")));

  /** Which layers may use a library. */
  private static final Map<String, List<String>> HOMES =
      Map.ofEntries(
          Map.entry("org.eclipse.jetty", List.of("server")),
          Map.entry("org.bouncycastle", List.of("server")),
          Map.entry("jakarta.ws.rs", List.of("resource")),
          Map.entry("org.glassfish.jersey", List.of("resource")),
          Map.entry("org.glassfish.hk2", List.of("resource")),
          Map.entry("io.swagger", List.of("resource")),
          Map.entry("io.github.bucket4j", List.of("resource", "service")),
          Map.entry("jakarta.servlet", List.of("resource", "routing", "server", "")),
          Map.entry("org.apache.ibatis", List.of("dao", "database")),
          Map.entry("java.sql", List.of("database", "postgres")),
          Map.entry("org.postgresql", List.of("database")),
          Map.entry("org.flywaydb", List.of("database")),
          Map.entry("org.apache.commons.dbcp2", List.of("database")),
          Map.entry("com.github.kagkarlsson", List.of("job")),
          Map.entry("software.amazon.awssdk", List.of("service", "storage")),
          Map.entry("org.apache.velocity", List.of("page")),
          Map.entry("org.commonmark", List.of("page")),
          Map.entry("org.owasp", List.of("page")),
          Map.entry("com.rometools", List.of("page")),
          Map.entry("org.jdom2", List.of("page")),
          Map.entry("jakarta.mail", List.of("delivery")),
          Map.entry("io.micrometer", List.of("metrics")),
          Map.entry("io.opentelemetry", List.of("job")),
          Map.entry("io.prometheus", List.of("metrics")),
          Map.entry("io.sentry", List.of("metrics")),
          Map.entry("org.eclipse.angus", List.of("delivery")),
          Map.entry("org.apache.james", List.of("delivery")),
          Map.entry("picocli", List.of("command")),
          Map.entry("com.typesafe.config", List.of("config", "command")),
          Map.entry("ch.qos.logback", List.of("log")),
          Map.entry("com.aayushatharva.brotli4j", List.of("routing")),
          Map.entry("com.twelvemonkeys", List.of("media")),
          Map.entry("javax.imageio", List.of("media")),
          Map.entry("java.awt", List.of("media")),
          Map.entry("org.yaml", List.of("ai", "importer", "service")),
          Map.entry("io.github.resilience4j", List.of("ai")),
          Map.entry("com.networknt", List.of("ai")),
          Map.entry("org.tomlj", List.of("importer")),
          Map.entry("org.xbill", List.of("service")),
          Map.entry("org.apache.hc", List.of("service")),
          Map.entry("org.jsoup", List.of("delivery", "service")),
          Map.entry("net.dankito.readability4j", List.of("service")),
          Map.entry("com.vladsch.flexmark", List.of("service")),
          Map.entry(
              "com.fasterxml.jackson",
              List.of(
                  "ai",
                  "database",
                  "importer",
                  "job",
                  "model",
                  "notice",
                  "page",
                  "resource",
                  "routing",
                  "service")),
          Map.entry(
              "com.github.benmanes.caffeine",
              List.of("delivery", "page", "resource", "routing", "service")),
          Map.entry("com.ibm.icu", List.of("importer", "page", "service")));

  /** Sub-packages that other layers may use; the rest of these layers is their own affair. */
  private static final Map<String, List<String>> OPEN =
      Map.of(
          "routing", List.of("", "cache", "http", "route"),
          "page",
              List.of(
                  "feed",
                  "html",
                  "markdown",
                  "markdown.render",
                  "message",
                  "publishing",
                  "publishing.compose",
                  "publishing.site",
                  "publishing.store",
                  "sitemap",
                  "template",
                  "url"),
          "importer", List.of("", "report"));

  private static final JavaClasses PROGRAM =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  static Collection<String> layers() {
    return new TreeSet<>(ALLOWED.keySet());
  }

  static Collection<String> libraries() {
    return new TreeSet<>(HOMES.keySet());
  }

  @Test
  void everyClassBelongsToAKnownLayer() {
    Set<String> layers = new TreeSet<>();
    PROGRAM.forEach(type -> layers.add(layer(type)));
    layers.removeAll(ALLOWED.keySet());

    assertEquals(Set.of(""), layers);
  }

  /** The part of the package name after the root, up to the next dot; empty for the root itself. */
  private static String layer(JavaClass type) {
    String name = type.getPackageName();
    return name.equals(ROOT) ? "" : name.substring(ROOT.length() + 1).split("\\.", 2)[0];
  }

  @ParameterizedTest
  @MethodSource("layers")
  void aLayerUsesOnlyTheLayersBelowIt(String layer) {
    DescribedPredicate<JavaClass> ours = resideInAPackage(ROOT + "..");

    classes()
        .that()
        .resideInAPackage(packages(layer))
        .should()
        .onlyDependOnClassesThat(
            DescribedPredicate.not(ours)
                .or(are(resideInAPackage(packages(layer))))
                .or(are(resideInAnyPackage(packages(ALLOWED.get(layer))))))
        .allowEmptyShould(true)
        .check(PROGRAM);
  }

  @ParameterizedTest
  @MethodSource("libraries")
  void onlyTheNamedLayersUseALibrary(String library) {
    noClasses()
        .that()
        .resideOutsideOfPackages(packages(HOMES.get(library)))
        .should()
        .dependOnClassesThat(nameStartingWith(library + "."))
        .check(PROGRAM);
  }

  @Test
  void packagesHaveNoCyclicDependencies() {
    slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(PROGRAM);
  }

  @Test
  void classesNameTheDaosThatTheyUse() {
    noClasses()
        .that()
        .resideOutsideOfPackages(packages(List.of("database", "wiring", "command")))
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName(ROOT + ".database.Database")
        .check(PROGRAM);
  }

  @Test
  void onlyTheLauncherUsesTheRootPackage() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT)
        .check(PROGRAM);
  }

  @Test
  void everythingIsLoggedThroughSlf4j() {
    noClasses().should().dependOnClassesThat().resideInAPackage("java.util.logging").check(PROGRAM);
  }

  @Test
  void onlyCommandsWriteToTheTerminal() {
    noClasses()
        .that()
        .resideOutsideOfPackage(packages("command"))
        .and()
        // Prints the directory that it unpacked the program into; there is no logging yet.
        .doNotHaveFullyQualifiedName("com.quaily.launcher.Launcher")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(PROGRAM);
  }

  @Test
  void everyPackageSaysWhatItIsFor() {
    Set<String> described = new TreeSet<>();
    Set<String> packages = new TreeSet<>();
    for (JavaClass type : PROGRAM) {
      packages.add(type.getPackageName());
      if (type.getSimpleName().equals("package-info")) {
        described.add(type.getPackageName());
      }
    }

    assertEquals(packages, described);
  }

  @Test
  void subPackagesAreUsedFromOutsideOnlyWhereTheTableSaysSo() {
    for (Map.Entry<String, List<String>> layer : OPEN.entrySet()) {
      String base = ROOT + "." + layer.getKey();
      String[] open =
          layer.getValue().stream()
              .map(name -> name.isEmpty() ? base : base + "." + name)
              .toArray(String[]::new);
      noClasses()
          .that()
          .resideOutsideOfPackages(base + "..", packages("wiring"))
          .should()
          .dependOnClassesThat(
              resideInAPackage(base + "..").and(DescribedPredicate.not(resideInAnyPackage(open))))
          .check(PROGRAM);
    }
  }

  @Test
  void internalPackagesOfLibrariesAreNotUsed() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAPackage("..internal..")
                .and(DescribedPredicate.not(resideInAPackage("java..")))
                // Jersey documents this package as its interface for kinds of parameters.
                .and(
                    DescribedPredicate.not(
                        resideInAPackage("org.glassfish.jersey.server.spi.internal"))))
        .check(PROGRAM);
  }

  @Test
  void noPackageIsCrowded() {
    Map<String, Long> sizes =
        PROGRAM.stream()
            .filter(JavaClass::isTopLevelClass)
            .filter(type -> !type.getSimpleName().equals("package-info"))
            .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
    sizes.remove(ROOT + ".dao");

    assertEquals(
        Map.of(),
        sizes.entrySet().stream()
            .filter(entry -> entry.getValue() > LARGEST_PACKAGE)
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  private static String packages(String layer) {
    if (layer.equals("*")) {
      return ROOT + "..";
    }
    return layer.isEmpty() ? ROOT : ROOT + "." + layer + "..";
  }

  private static String[] packages(List<String> layers) {
    return layers.stream().map(ArchitectureTest::packages).toArray(String[]::new);
  }
}
