package org.qibroker.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.Map;

/** How things are done in the house, whatever the room. */
final class StyleRules {
    private final String root;

    StyleRules(String root) {
        this.root = root;
    }

    /** All rules by name. */
    Map<String, ArchRule> all() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put(
                "no Manager, Util, Helper, Impl",
                noClasses()
                        .that()
                        .resideInAPackage(root + "..")
                        .should()
                        .haveNameMatching(".*(Manager|Utils?|Helper|Impl)$")
                        .because("a name says what a thing is"));
        rules.put(
                "repositories are package-private",
                classes()
                        .that()
                        .haveSimpleNameEndingWith("Repository")
                        .should()
                        .notBePublic()
                        .because("others ask the façade"));
        rules.put("front ends ask the façade", frontEnds());
        rules.put("SQL lives in repositories", sql());
        rules.put("time comes from the clock", clock());
        rules.put("ids come from the source", ids());
        rules.put("nobody blocks", blocking());
        rules.put("handlers set no status", status());
        rules.put("verticles only start and stop", verticles());
        rules.put(
                "one way of logging",
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("java.util.logging..", "org.apache.commons.logging..", "org.apache.log4j..")
                        .because("SLF4J is the one"));
        rules.put("nothing is printed", printing());
        return rules;
    }

    private ArchRule frontEnds() {
        return noClasses()
                .that()
                .haveSimpleNameEndingWith("Api")
                .or()
                .haveSimpleNameEndingWith("Pages")
                .should()
                .dependOnClassesThat()
                .haveSimpleNameEndingWith("Repository")
                .because("pages and API call the same façade");
    }

    private ArchRule sql() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(root, root + ".platform..", root + ".sample..", root + ".cli..")
                .and()
                .haveSimpleNameNotEndingWith("Repository")
                .should(callMethodWhere(calls("io.vertx.sqlclient.SqlClient", "query|preparedQuery")
                        .or(calls("io.vertx.sqlclient.SqlConnection", "query|preparedQuery"))))
                .because("SQL stands beside the method that needs it");
    }

    private ArchRule clock() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(root, root + ".cli..", root + ".platform..")
                .should(callMethodWhere(describe("read the wall clock", StyleRules::readsWallClock)))
                .because("the clock is injected");
    }

    private static boolean readsWallClock(JavaMethodCall call) {
        String owner = call.getTargetOwner().getName();
        String method = call.getName();
        boolean now = owner.startsWith("java.time.")
                && method.equals("now")
                && call.getTarget().getRawParameterTypes().isEmpty();
        boolean system = owner.equals("java.time.Clock") && method.startsWith("system");
        boolean millis = owner.equals("java.lang.System") && method.equals("currentTimeMillis");
        return now || system || millis;
    }

    private ArchRule ids() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(root, root + ".platform..", root + ".cli..")
                .should(callMethodWhere(calls("java.util.UUID", "randomUUID")))
                .because("ids are ordered, and tests know them");
    }

    private ArchRule blocking() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(root, root + ".cli..", root + ".platform..", root + ".sample..")
                .should(callMethodWhere(calls("io.vertx.core.Future", "await|toCompletionStage")
                        .or(calls("java.util.concurrent.CompletableFuture", "get|join"))
                        .or(calls("java.lang.Thread", "sleep"))))
                .because("an event loop that waits serves nobody");
    }

    private ArchRule status() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(root + ".platform..")
                .should(callMethodWhere(calls("io.vertx.core.http.HttpServerResponse", "setStatusCode")))
                .because("refusals become answers in one place");
    }

    private ArchRule verticles() {
        return noClasses()
                .that(describe("are verticles", StyleRules::verticle))
                .should(new OtherMethods())
                .because("what a verticle starts does the work");
    }

    private static boolean verticle(JavaClass type) {
        return type.isAssignableTo("io.vertx.core.VerticleBase") || type.isAssignableTo("io.vertx.core.Verticle");
    }

    private ArchRule printing() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(root, root + ".cli..")
                .should(callMethodWhere(target(owner(name("java.io.PrintStream")))
                        .and(target(nameMatching("print.*")))
                        .and(describe("on the console", call -> true))))
                .orShould(callMethodWhere(calls("java.lang.Throwable", "printStackTrace")))
                .because("there is a log");
    }

    private static DescribedPredicate<JavaMethodCall> calls(String owner, String methods) {
        return describe(
                "call " + owner + "." + methods,
                call -> call.getTargetOwner().isAssignableTo(owner)
                        && call.getName().matches(methods));
    }
}
