package org.qibroker.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The house keeps each rule, and the planted house breaks each. */
class HouseTest {
    private static final String HOUSE = "org.qibroker";
    private static final String PLANTED = "org.qibroker.architecture.planted";

    private static Map<String, ArchRule> rules(String root) {
        Map<String, ArchRule> rules = new LinkedHashMap<>(new RoomRules(root).all());
        rules.putAll(new StyleRules(root).all());
        return rules;
    }

    @TestFactory
    Stream<DynamicTest> keeps() {
        JavaClasses house = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .withImportOption(location -> !location.contains("/org/qibroker/templates/"))
                .importPackages(HOUSE);
        return rules(HOUSE).entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(),
                        () -> rule.getValue().allowEmptyShould(true).check(house)));
    }

    @TestFactory
    Stream<DynamicTest> canFail() {
        JavaClasses planted = new ClassFileImporter().importPackages(PLANTED);
        return rules(PLANTED).entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> assertThat(
                                rule.getValue().evaluate(planted).hasViolation())
                        .isTrue()));
    }
}
