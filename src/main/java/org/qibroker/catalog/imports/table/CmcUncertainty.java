package org.qibroker.catalog.imports.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The expanded uncertainty of a capability in the words of a scope, as far as it says one. */
final class CmcUncertainty {
    private static final int LONGEST_NUMBER = 20;
    private static final Pattern VARIABLE =
            Pattern.compile("\\b([A-Za-z])\\b(?:\\s*(?:is|=|:)[^,;]*?)?\\s+(?:in|expressed in)\\s+([^\\s,;.]{1,12})");

    private final JsonNode line;

    CmcUncertainty(JsonNode line) {
        this.line = line;
    }

    /** The equation where there is one, else the value, else its limits, else where to look it up. */
    String text() {
        JsonNode uncertainty = line.path("cmcUncertainty");
        String equation = CmcLine.text(line.path("uncertaintyEquation").path("equation"));
        if (!equation.isEmpty()) {
            return equation(equation, CmcLine.text(uncertainty.path("unit")));
        }
        String limits = limits(uncertainty);
        if (limits.isEmpty()) {
            String table = CmcLine.text(line.path("uncertaintyTable").path("tableName"));
            return table.isEmpty() ? "" : "table " + table;
        }
        boolean one = single(uncertainty);
        boolean relative = "relative".equalsIgnoreCase(CmcLine.text(line.path("uncertaintyMode")));
        return (relative && one ? "Urel=" : one ? "U=" : "") + limits;
    }

    /** {@code Q[0.3, 1.5L]} and unit µm, {@code L in m}: {@code U=Q[0.3, 1.5L] µm（L:m）}. */
    private String equation(String equation, String unit) {
        String comment = CmcLine.text(line.path("uncertaintyEquation").path("equationComment"));
        String body = equation.matches("(?s)^\\s*U\\w*\\s*=.*") ? equation : "U=" + equation;
        String whole = unit.isEmpty() || body.endsWith(unit) ? body : bracketed(body) + " " + unit;
        if (comment.isEmpty()) {
            return whole;
        }
        Matcher variable = VARIABLE.matcher(comment);
        boolean one = variable.find();
        String said = one ? variable.group(1) + ":" + variable.group(2) : comment;
        return whole + "（" + (one && variable.find() ? comment : said) + "）";
    }

    /** A sum in brackets, so that the unit behind it is the unit of all of it. */
    private static String bracketed(String body) {
        int at = body.indexOf('=') + 1;
        String sum = body.substring(at).strip();
        boolean closed = sum.startsWith("Q[") || sum.startsWith("(") || sum.indexOf('+') < 0;
        return closed ? body : body.substring(0, at) + "(" + sum + ")";
    }

    private static boolean single(JsonNode limits) {
        JsonNode lower = limits.path("lowerLimit");
        JsonNode upper = limits.path("upperLimit");
        return !lower.isNumber() || !upper.isNumber() || lower.doubleValue() == upper.doubleValue();
    }

    /** {@code {"lowerLimit": 1, "upperLimit": 10, "unit": "mm"}} as {@code 1~10 mm}; two equal limits as one. */
    static String limits(JsonNode limits) {
        String lower = number(limits.path("lowerLimit"));
        String upper = number(limits.path("upperLimit"));
        String unit = CmcLine.text(limits.path("unit"));
        if (lower.isEmpty() && upper.isEmpty()) {
            return "";
        }
        String value = !single(limits) ? lower + "~" + upper : lower.isEmpty() ? upper : lower;
        return (value + " " + (unit.startsWith("dimension") ? "" : unit)).strip();
    }

    /** The same for what is measured: a limit alone leaves the other end open. */
    static String range(JsonNode limits) {
        boolean below = limits.path("lowerLimit").isNumber();
        boolean above = limits.path("upperLimit").isNumber();
        return (below == above ? "" : below ? "≥ " : "≤ ") + limits(limits);
    }

    private static String number(JsonNode limit) {
        if (!limit.isNumber() || !Double.isFinite(limit.doubleValue())) {
            return CmcLine.text(limit);
        }
        String plain =
                BigDecimal.valueOf(limit.doubleValue()).stripTrailingZeros().toPlainString();
        return plain.length() <= LONGEST_NUMBER ? plain : limit.asText();
    }
}
