package org.qibroker.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qibroker.platform.http.Inputs;
import org.qibroker.platform.http.Validation;
import org.qibroker.platform.web.Form;
import org.qibroker.report.conformity.ResultLine;
import org.qibroker.report.conformity.Statement;
import org.qibroker.shared.DecisionRule;
import org.qibroker.shared.FieldFault;
import org.qibroker.shared.Refusal;

/**
 * Results as a form holds them: what was typed, so that it can be shown again with its faults.
 *
 * @param rule name of the rule chosen, empty for none
 * @param ruleReason why it is not the one agreed
 * @param rows what was typed, by field
 */
public record ResultForm(String rule, String ruleReason, String specification, List<Map<String, String>> rows) {
    /** The fields of a row, in their order. */
    public static final List<String> FIELDS =
            List.of("parameter", "value", "unit", "expandedUncertainty", "coverageFactor", "lowerLimit", "upperLimit");

    private static final int FEWEST_ROWS = 5;
    private static final int MORE_ROWS = 10;

    /** Copies the rows. */
    public ResultForm {
        rows = List.copyOf(rows);
    }

    /** The form of a statement, with room for more results. */
    static ResultForm of(Statement statement) {
        List<Map<String, String>> rows = new ArrayList<>();
        statement.results().forEach(line -> rows.add(row(line)));
        return new ResultForm(
                        statement.decisionRule() == null
                                ? ""
                                : statement.decisionRule().name(),
                        statement.ruleReason() == null ? "" : statement.ruleReason(),
                        statement.specification() == null ? "" : statement.specification(),
                        rows)
                .withRoom(rows.isEmpty() ? FEWEST_ROWS : 2);
    }

    private static Map<String, String> row(ResultLine line) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("parameter", line.parameter());
        row.put("value", text(line.value()));
        row.put("unit", line.unit() == null ? "" : line.unit());
        row.put("expandedUncertainty", text(line.expandedUncertainty()));
        row.put("coverageFactor", text(line.coverageFactor()));
        row.put("lowerLimit", text(line.lowerLimit()));
        row.put("upperLimit", text(line.upperLimit()));
        return row;
    }

    private static String text(@Nullable BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }

    /** What was typed, rows left blank aside. */
    static ResultForm of(Form form) {
        List<Map<String, String>> rows = new ArrayList<>();
        int count = Math.min(form.all("parameter").size(), Statement.MOST_LINES + MORE_ROWS);
        for (int i = 0; i < count; i++) {
            Map<String, String> row = new LinkedHashMap<>();
            for (String field : FIELDS) {
                List<String> column = form.all(field);
                row.put(field, i < column.size() ? column.get(i).strip() : "");
            }
            if (!row.values().stream().allMatch(String::isEmpty)) {
                rows.add(row);
            }
        }
        return new ResultForm(form.text("decisionRule"), form.text("ruleReason"), form.text("specification"), rows);
    }

    /** The same with so many blank rows more. */
    ResultForm withRoom(int more) {
        List<Map<String, String>> all = new ArrayList<>(rows);
        for (int i = 0; i < more; i++) {
            all.add(Map.of());
        }
        return new ResultForm(rule, ruleReason, specification, all);
    }

    /** The same with the rows of a pasted table behind; fails as {@link PastedResults#rows} does. */
    ResultForm with(String table) {
        List<Map<String, String>> all = new ArrayList<>(rows);
        all.addAll(PastedResults.rows(table));
        return new ResultForm(rule, ruleReason, specification, all);
    }

    /** The same with room for many more results. */
    ResultForm longer() {
        return withRoom(MORE_ROWS);
    }

    /**
     * The statement that was typed.
     *
     * @throws Refusal BAD_INPUT naming each place that is wrong, below {@code /results}
     */
    Statement statement() {
        List<FieldFault> faults = new ArrayList<>();
        List<ResultLine> lines = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            line(rows.get(i), "/results/" + i, faults).ifPresent(lines::add);
        }
        if (!faults.isEmpty()) {
            throw Refusal.badInput(faults);
        }
        DecisionRule chosen = new Inputs(name -> Optional.of(rule).filter(text -> !text.isEmpty()))
                .constant("decisionRule", DecisionRule.class)
                .orElse(null);
        return Validation.valid(new Statement(chosen, said(ruleReason), said(specification), lines))
                .checked("");
    }

    private static @Nullable String said(String typed) {
        return typed.isEmpty() ? null : typed;
    }

    private static Optional<ResultLine> line(Map<String, String> row, String place, List<FieldFault> faults) {
        Inputs inputs = new Inputs(name ->
                Optional.ofNullable(row.get(name)).map(ResultForm::plain).filter(t -> !t.isEmpty()));
        try {
            return Optional.of(new ResultLine(
                    inputs.text("parameter").orElse(""),
                    inputs.decimal("value").orElseThrow(() -> Refusal.badInput("/value", "not-null")),
                    inputs.text("unit").orElse(null),
                    inputs.decimal("expandedUncertainty").orElse(null),
                    inputs.decimal("coverageFactor").orElse(null),
                    inputs.decimal("lowerLimit").orElse(null),
                    inputs.decimal("upperLimit").orElse(null)));
        } catch (Refusal wrong) {
            wrong.faults().forEach(fault -> faults.add(fault.under(place)));
            return Optional.empty();
        }
    }

    /** A minus sign as people type it in documents is a minus sign. */
    private static String plain(String typed) {
        return typed.replace('\u2212', '-').replace('\uff0d', '-').replace('\uff0e', '.');
    }
}
