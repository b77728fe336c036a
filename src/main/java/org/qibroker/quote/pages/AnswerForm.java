package org.qibroker.quote.pages;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.measure.Numbers;
import org.qibroker.platform.http.Inputs;
import org.qibroker.platform.http.Validation;
import org.qibroker.platform.web.Form;
import org.qibroker.quote.Asked;
import org.qibroker.quote.Quote;
import org.qibroker.quote.QuoteDraft;
import org.qibroker.quote.QuoteRequest;
import org.qibroker.shared.Money;
import org.qibroker.shared.Refusal;

/**
 * The form in which a provider answers: a row for each item asked; a row without a price is not offered.
 */
public record AnswerForm(List<Row> rows, String validUntil, String terms) {
    private static final int FEN_DIGITS = 2;
    private static final int USUAL_VALIDITY_DAYS = 30;

    /** Copies the rows. */
    public AnswerForm {
        rows = List.copyOf(rows);
    }

    /**
     * One item.
     *
     * @param pointer where faults of it are told
     * @param lines the value of the lines chosen
     */
    public record Row(
            int index,
            Asked.Item item,
            String pointer,
            String price,
            String discount,
            String finishBy,
            String uncertainty,
            String unit,
            String factor,
            String terms,
            String lines,
            List<LineChoices.Choice> choices) {}

    /** The form before anybody filled it in: what was offered last, or what the provider's own list says. */
    static AnswerForm fresh(QuoteRequest request, Optional<Quote> last, LineChoices choices, LocalDate today) {
        List<Row> rows = new ArrayList<>();
        List<List<LineChoices.Choice>> all =
                choices.of(request.asked().items(), request.parties().providerId(), today);
        for (Asked.Item item : request.asked().items()) {
            Optional<Quote.Item> before = last.flatMap(quote -> quote.item(item.demandItemId()));
            List<LineChoices.Choice> lines = all.get(rows.size());
            rows.add(
                    before.isPresent()
                            ? offered(rows.size(), item, before.get(), lines)
                            : usual(rows.size(), item, last.isEmpty() ? choices.usual(item, today) : null, lines));
        }
        return new AnswerForm(
                rows,
                last.map(Quote::validUntil)
                        .filter(day -> day.isAfter(today))
                        .orElse(today.plusDays(USUAL_VALIDITY_DAYS))
                        .toString(),
                last.map(Quote::terms).orElse(""));
    }

    private static Row offered(int index, Asked.Item item, Quote.Item before, List<LineChoices.Choice> lines) {
        QuoteDraft.Uncertainty u = before.uncertainty();
        return new Row(
                index,
                item,
                "/items/" + index,
                yuan(before.price()),
                before.discountPercent() == 0 ? "" : String.valueOf(before.discountPercent()),
                before.finishBy().toString(),
                u == null ? "" : Numbers.print(u.value()),
                u == null ? "" : u.unit(),
                u == null ? "" : Numbers.print(u.factor()),
                before.terms() == null ? "" : before.terms(),
                String.join(
                        ",", before.capabilityIds().stream().map(UUID::toString).toList()),
                lines);
    }

    private static Row usual(
            int index, Asked.Item item, LineChoices.@Nullable Usual usual, List<LineChoices.Choice> lines) {
        return new Row(
                index,
                item,
                "/items/" + index,
                usual == null || usual.price() == null ? "" : yuan(usual.price()),
                "",
                usual == null || usual.finishBy() == null
                        ? ""
                        : usual.finishBy().toString(),
                "",
                "",
                "",
                "",
                "",
                lines);
    }

    private static String yuan(Money money) {
        return BigDecimal.valueOf(money.amount(), FEN_DIGITS)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** The form as it was sent. */
    static AnswerForm sent(QuoteRequest request, Form form, LineChoices choices, LocalDate today) {
        List<Row> rows = new ArrayList<>();
        List<List<LineChoices.Choice>> all =
                choices.of(request.asked().items(), request.parties().providerId(), today);
        int offered = 0;
        for (Asked.Item item : request.asked().items()) {
            int i = rows.size();
            boolean priced = form.optional("price-" + i).isPresent();
            rows.add(new Row(
                    i,
                    item,
                    "/items/" + (priced ? offered : "none"),
                    form.text("price-" + i),
                    form.text("discount-" + i),
                    form.text("finish-" + i),
                    form.text("uncertainty-" + i),
                    form.text("unit-" + i),
                    form.text("factor-" + i),
                    form.text("terms-" + i),
                    form.text("lines-" + i),
                    all.get(i)));
            offered += priced ? 1 : 0;
        }
        return new AnswerForm(rows, form.text("validUntil"), form.text("terms"));
    }

    /**
     * What is offered.
     *
     * @throws Refusal BAD_INPUT at the place of each fault
     */
    QuoteDraft draft(Inputs inputs) {
        List<QuoteDraft.Item> items = new ArrayList<>();
        for (Row row : rows) {
            if (!row.price().isEmpty()) {
                items.add(item(row, inputs));
            }
        }
        if (items.isEmpty()) {
            throw Refusal.badInput("/items", "quote-nothing-offered");
        }
        LocalDate valid = inputs.date("validUntil").orElseThrow(() -> Refusal.badInput("/validUntil", "not-null"));
        return Validation.valid(new QuoteDraft(valid, terms, items));
    }

    private static QuoteDraft.Item item(Row row, Inputs inputs) {
        int i = row.index();
        LocalDate finish =
                inputs.date("finish-" + i).orElseThrow(() -> Refusal.badInput(row.pointer() + "/finishBy", "not-null"));
        return new QuoteDraft.Item(
                row.item().demandItemId(),
                price(row, inputs),
                inputs.integer("discount-" + i).orElse(null),
                finish,
                uncertainty(row, inputs),
                row.terms(),
                row.lines().isEmpty() ? null : lines(row));
    }

    private static Money price(Row row, Inputs inputs) {
        try {
            return Money.fen(inputs.decimal("price-" + row.index())
                    .orElseThrow()
                    .movePointRight(FEN_DIGITS)
                    .longValueExact());
        } catch (ArithmeticException tooFine) {
            throw (Refusal) Refusal.badInput(row.pointer() + "/price/amount", "quote-price-range")
                    .initCause(tooFine);
        }
    }

    private static QuoteDraft.@Nullable Uncertainty uncertainty(Row row, Inputs inputs) {
        int i = row.index();
        return row.uncertainty().isEmpty()
                ? null
                : new QuoteDraft.Uncertainty(
                        inputs.decimal("uncertainty-" + i).orElseThrow().doubleValue(),
                        row.unit(),
                        inputs.decimal("factor-" + i).map(Number::doubleValue).orElse(null));
    }

    private static List<UUID> lines(Row row) {
        try {
            return Arrays.stream(row.lines().split(",")).map(UUID::fromString).toList();
        } catch (IllegalArgumentException malformed) {
            throw (Refusal) Refusal.badInput(row.pointer() + "/capabilityIds", "unknown-capability")
                    .initCause(malformed);
        }
    }
}
