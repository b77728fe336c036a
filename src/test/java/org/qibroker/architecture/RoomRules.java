package org.qibroker.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.Map.entry;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which room may look into which: Main → Application → features → platform → shared. */
final class RoomRules {
    private static final Set<String> GROUND = Set.of("shared", "measure", "standards", "platform");
    private static final Map<String, Set<String>> FEATURES = new TreeMap<>(Map.ofEntries(
            entry("account", Set.of()),
            entry("audit", Set.of("account")),
            entry("catalog", Set.of("account")),
            entry("demand", Set.of("account")),
            entry("resource", Set.of("account")),
            entry("matching", Set.of("account", "catalog", "demand", "resource")),
            entry("talk", Set.of()),
            entry("booking", Set.of("account", "catalog", "demand", "matching", "resource", "talk")),
            entry("custody", Set.of("booking", "catalog", "demand", "resource")),
            entry("ledger", Set.of("catalog", "demand")),
            entry("quote", Set.of("account", "booking", "catalog", "demand", "matching", "talk")),
            entry("feedback", Set.of("account", "booking", "catalog", "talk")),
            entry("gap", Set.of("account", "catalog", "demand", "matching")),
            entry("project", Set.of("account", "gap", "matching")),
            entry("insight", Set.of("account", "catalog", "demand", "resource")),
            entry("notify", Set.of()),
            entry("report", Set.of("booking")),
            entry(
                    "sample",
                    Set.of(
                            "account",
                            "catalog",
                            "demand",
                            "matching",
                            "resource",
                            "booking",
                            "ledger",
                            "custody",
                            "quote",
                            "feedback",
                            "report",
                            "gap",
                            "insight"))));
    private static final String[] ORGANISATION_VIEW = {
        "Organisation", "Organisations", "Jurisdiction", "Invoice", "Industries", "Industry"
    };

    private final String root;

    RoomRules(String root) {
        this.root = root;
    }

    /** All rules by name. */
    Map<String, ArchRule> all() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("measure: JDK only", jdkOnly("measure"));
        rules.put("standards: JDK only", jdkOnly("standards"));
        rules.put("shared: JDK only", jdkOnly("shared"));
        rules.put("platform: no feature", onlyGround("platform", Set.of("shared", "measure", "standards")));
        FEATURES.forEach((name, others) -> rules.put(name + ": its neighbours", neighbours(name, others)));
        rules.put("all but audit and insight: of account only organisations", organisationsOnly());
        rules.put("nobody looks up to the application", nobodyLooksUp());
        rules.put("features are free of cycles", noCycles());
        return rules;
    }

    private String in(String room) {
        return root + "." + room + "..";
    }

    private ArchRule jdkOnly(String room) {
        return classes()
                .that()
                .resideInAPackage(in(room))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(in(room), "java..", "org.jspecify.annotations"))
                .because("these rooms are values, to be used anywhere");
    }

    private ArchRule onlyGround(String room, Set<String> allowed) {
        return noClasses()
                .that()
                .resideInAPackage(in(room))
                .should()
                .dependOnClassesThat(foreign(room, allowed))
                .because("features stand on the platform, not the other way round");
    }

    private ArchRule neighbours(String room, Set<String> others) {
        Set<String> allowed = new TreeSet<>(GROUND);
        allowed.addAll(others);
        return noClasses()
                .that()
                .resideInAPackage(in(room))
                .should()
                .dependOnClassesThat(foreign(room, allowed))
                .because("what flows upwards flows as an event");
    }

    private DescribedPredicate<JavaClass> foreign(String room, Set<String> allowed) {
        DescribedPredicate<JavaClass> ours = resideInAPackage(root + "..");
        String[] open = allowed.stream().map(this::in).toArray(String[]::new);
        return ours.and(not(resideInAPackage(in(room)))).and(not(resideInAnyPackage(open)));
    }

    private ArchRule organisationsOnly() {
        DescribedPredicate<JavaClass> other = resideInAPackage(in("account"))
                .and(DescribedPredicate.describe("are no view of organisations", RoomRules::beyondOrganisations));
        return noClasses()
                .that()
                .resideInAnyPackage(
                        in("catalog"),
                        in("demand"),
                        in("resource"),
                        in("matching"),
                        in("booking"),
                        in("quote"),
                        in("feedback"),
                        in("gap"),
                        in("project"))
                .should()
                .dependOnClassesThat(other)
                .because("users and sign-in are the account's own business");
    }

    private static boolean beyondOrganisations(JavaClass type) {
        String name = type.getSimpleName();
        for (String allowed : ORGANISATION_VIEW) {
            if (name.equals(allowed)) {
                return false;
            }
        }
        return true;
    }

    private ArchRule nobodyLooksUp() {
        return noClasses()
                .that()
                .resideInAnyPackage(FEATURES.keySet().stream().map(this::in).toArray(String[]::new))
                .or()
                .resideInAnyPackage(GROUND.stream().map(this::in).toArray(String[]::new))
                .should()
                .dependOnClassesThat(resideInAnyPackage(root, in("cli")))
                .because("Main and Application know all, and nobody knows them");
    }

    private ArchRule noCycles() {
        return SlicesRuleDefinition.slices()
                .matching(root + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("a cycle means a missing event or a misplaced class");
    }
}
