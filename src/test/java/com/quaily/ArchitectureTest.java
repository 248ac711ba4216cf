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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the house to its plan: docs/architecture.md says why. */
final class ArchitectureTest {

  private static final String ROOT = "com.quaily";

  /** Which rooms a room may use, besides itself and its own sub-packages. */
  private static final Map<String, List<String>> ALLOWED =
      Map.ofEntries(
          Map.entry("model", List.of()),
          Map.entry("dao", List.of("model")),
          Map.entry("storage", List.of("model")),
          Map.entry("task", List.of("dao", "model")),
          Map.entry("notice", List.of("task", "dao", "model")),
          Map.entry("page", List.of("notice", "task", "dao", "storage", "model")),
          Map.entry("ai", List.of("notice", "task", "dao", "model")),
          Map.entry("delivery", List.of("page", "notice", "task", "dao", "storage", "model")),
          Map.entry(
              "service",
              List.of("page", "delivery", "ai", "notice", "task", "dao", "storage", "model")),
          Map.entry("resource", List.of("service", "model")),
          Map.entry("routing", List.of("storage", "model")),
          Map.entry("server", List.of("routing", "model")),
          // Settings are records of the rooms that need them; config only fills them in.
          Map.entry("config", List.of("server", "routing", "delivery", "storage", "dao", "model")),
          Map.entry(
              "wiring",
              List.of(
                  "config",
                  "resource",
                  "routing",
                  "service",
                  "page",
                  "delivery",
                  "ai",
                  "notice",
                  "task",
                  "dao",
                  "storage",
                  "model")),
          Map.entry(
              "command",
              List.of("wiring", "config", "server", "service", "page", "dao", "storage", "model")));

  /** Which rooms a library is at home in. */
  private static final Map<String, List<String>> HOMES =
      Map.ofEntries(
          Map.entry("org.eclipse.jetty", List.of("server")),
          Map.entry("jakarta.ws.rs", List.of("resource")),
          Map.entry("org.glassfish.jersey", List.of("resource")),
          Map.entry("jakarta.servlet", List.of("resource", "routing", "server", "")),
          Map.entry("org.apache.ibatis", List.of("dao")),
          Map.entry("java.sql", List.of("dao")),
          Map.entry("org.postgresql", List.of("dao")),
          Map.entry("org.flywaydb", List.of("dao")),
          Map.entry("org.apache.commons.dbcp2", List.of("dao")),
          Map.entry("com.github.kagkarlsson", List.of("task")),
          Map.entry("software.amazon.awssdk", List.of("storage")),
          Map.entry("org.apache.velocity", List.of("page")),
          Map.entry("org.commonmark", List.of("page")),
          Map.entry("org.owasp", List.of("page")),
          Map.entry("com.rometools", List.of("page")),
          Map.entry("org.jdom2", List.of("page")),
          Map.entry("jakarta.mail", List.of("delivery")),
          Map.entry("picocli", List.of("command")),
          Map.entry("com.aayushatharva.brotli4j", List.of("routing")),
          Map.entry("com.twelvemonkeys", List.of("service")),
          Map.entry("org.yaml", List.of("service")),
          Map.entry("org.xbill", List.of("service")),
          Map.entry("org.tomlj", List.of("service")));

  private static final JavaClasses PROGRAM =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  static Collection<String> rooms() {
    return new TreeSet<>(ALLOWED.keySet());
  }

  static Collection<String> libraries() {
    return new TreeSet<>(HOMES.keySet());
  }

  @Test
  void everyClassLivesInARoomThatIsPlanned() {
    Set<String> rooms = new TreeSet<>();
    PROGRAM.forEach(type -> rooms.add(room(type)));
    rooms.removeAll(ALLOWED.keySet());

    assertEquals(Set.of(""), rooms);
  }

  /** The part of the package name after the root, up to the next dot; empty for the root itself. */
  private static String room(JavaClass type) {
    String name = type.getPackageName();
    return name.equals(ROOT) ? "" : name.substring(ROOT.length() + 1).split("\\.", 2)[0];
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void aRoomUsesOnlyTheRoomsBelowIt(String room) {
    DescribedPredicate<JavaClass> ours = resideInAPackage(ROOT + "..");

    classes()
        .that()
        .resideInAPackage(packages(room))
        .should()
        .onlyDependOnClassesThat(
            DescribedPredicate.not(ours)
                .or(are(resideInAPackage(packages(room))))
                .or(are(resideInAnyPackage(packages(ALLOWED.get(room))))))
        .allowEmptyShould(true)
        .check(PROGRAM);
  }

  @ParameterizedTest
  @MethodSource("libraries")
  void aLibraryIsKnownOnlyWhereItIsAtHome(String library) {
    noClasses()
        .that()
        .resideOutsideOfPackages(packages(HOMES.get(library)))
        .should()
        .dependOnClassesThat(nameStartingWith(library + "."))
        .check(PROGRAM);
  }

  @Test
  void noPackagesDependOnEachOtherInACircle() {
    slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(PROGRAM);
  }

  @Test
  void nobodyKnowsTheRoot() {
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

  private static String packages(String room) {
    return room.isEmpty() ? ROOT : ROOT + "." + room + "..";
  }

  private static String[] packages(List<String> rooms) {
    return rooms.stream().map(ArchitectureTest::packages).toArray(String[]::new);
  }
}
