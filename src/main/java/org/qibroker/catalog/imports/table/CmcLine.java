package org.qibroker.catalog.imports.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A calibration and measurement capability as the key comparison database of the BIPM gives it: the reply of its CMC
 * search (members {@code cmc}, {@code cmcUncertainty}, {@code instrument} …, of physics, chemistry or radiation), or the
 * same with its reference data as objects ({@code {"id": 7, "value": "HV capacitor"}}) and parameters for limits.
 * Becomes the columns of a scope; every other member keeps its name and its text.
 */
final class CmcLine {
    private static final String CODE = "kcdbCode";
    private static final Set<String> USED = Set.of(
            "cmc",
            "cmcUncertainty",
            "uncertaintyEquation",
            "uncertaintyMode",
            "parameters",
            "quantity",
            "quantityValue",
            "analyteValue",
            "instrument",
            "analyteMatrix",
            "sourceValue",
            "nuclideValue",
            "mediumValue",
            "instrumentMethod",
            "instrumentmethod",
            "measurmentTechnique",
            "internationalStandard",
            "referenceStandard",
            "radiationSpecification",
            "coverageFactor",
            "comments",
            "baseUnit");

    private final JsonNode line;

    private CmcLine(JsonNode line) {
        this.line = line;
    }

    static boolean is(JsonNode line) {
        return line.path(CODE).isTextual();
    }

    /** Names of members that say nothing which a scope line has a place for. */
    static Set<String> beside(JsonNode line) {
        Set<String> names = new LinkedHashSet<>();
        if (is(line)) {
            line.properties().stream()
                    .filter(member -> !USED.contains(member.getKey()))
                    .filter(member -> !text(member.getValue()).isEmpty())
                    .forEach(member -> names.add(member.getKey()));
        }
        return names;
    }

    static Map<String, String> of(JsonNode line) {
        Map<String, String> cells = new LinkedHashMap<>();
        new CmcLine(line).columns(cells);
        beside(line).forEach(name -> cells.put(name, text(line.path(name))));
        cells.values().removeIf(String::isEmpty);
        return cells;
    }

    private void columns(Map<String, String> cells) {
        CmcUncertainty uncertainty = new CmcUncertainty(line);
        cells.put("family", "METROLOGY");
        cells.put("serviceKind", "CALIBRATION");
        cells.put("subject", first("instrument", "analyteMatrix", "sourceValue", "subServiceValue", "categoryValue"));
        cells.put("parameter", parameter());
        cells.put("quantity", quantity());
        cells.put("methods", joined(methods()));
        cells.put("range", CmcUncertainty.range(line.path("cmc")));
        cells.put("conditions", joined(conditions()));
        cells.put("uncertainty", uncertainty.text());
        cells.put("coverageFactor", text(line.path("coverageFactor")));
        cells.put("limitation", text(line.path("comments")));
    }

    private String parameter() {
        return Stream.of("quantity", "quantityValue", "analyteValue", "nuclideValue")
                .map(name -> text(line.path(name)))
                .filter(text -> !text.isEmpty())
                .distinct()
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
    }

    /** The base unit tells the quantity where no range does; a ratio is of no quantity in particular. */
    private String quantity() {
        String unit = text(line.path("baseUnit"));
        return line.path("cmc").isObject() || unit.startsWith("dimension") ? "" : unit;
    }

    private List<String> methods() {
        return Stream.of(
                        "instrumentMethod",
                        "instrumentmethod",
                        "measurmentTechnique",
                        "internationalStandard",
                        "referenceStandard",
                        CODE)
                .map(name -> text(line.path(name)))
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }

    private List<String> conditions() {
        List<String> conditions = new ArrayList<>();
        for (JsonNode parameter : line.path("parameters")) {
            String name = firstOf(parameter, "parameterName", "name");
            String value = firstOf(parameter, "parameterValue", "value");
            conditions.add(name.isEmpty() || value.isEmpty() ? name + value : name + ": " + value);
        }
        Stream.of("mediumValue", "radiationSpecification")
                .map(name -> text(line.path(name)))
                .forEach(conditions::add);
        return conditions.stream().filter(text -> !text.isEmpty()).distinct().toList();
    }

    private String first(String... names) {
        return firstOf(line, names);
    }

    private static String firstOf(JsonNode node, String... names) {
        return Stream.of(names)
                .map(name -> text(node.path(name)))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** One cell with several values; what would part them within a value is written otherwise. */
    private static String joined(List<String> values) {
        return String.join(
                "；",
                values.stream()
                        .map(value -> value.replace(';', ',').replace('；', '，'))
                        .toList());
    }

    /** Reference data by its value; of anything else what a cell would hold, without HTML. */
    static String text(JsonNode node) {
        if (node.isObject() && node.has("value")) {
            return text(node.path("value"));
        }
        boolean nothing = node.isMissingNode() || (node.isContainerNode() && node.isEmpty());
        return nothing ? "" : Html.text(JsonLine.text(node)).strip();
    }
}
