package org.qibroker.quote.pages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qibroker.booking.Booking;
import org.qibroker.booking.order.OrderRules;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.ScopeView;
import org.qibroker.platform.time.WorkCalendar;
import org.qibroker.platform.web.PageContext;
import org.qibroker.quote.Asked;
import org.qibroker.shared.Money;

/** By which lines of its scope a provider may answer an item, and what they would cost by its own list. */
public final class LineChoices {
    private static final int MOST = 30;
    private static final int MOST_COMPARED = 20_000;

    private final Supplier<ScopeView> scopes;
    private final WorkCalendar calendar;

    /** Choices among the scopes of the moment. */
    public LineChoices(Supplier<ScopeView> scopes, WorkCalendar calendar) {
        this.scopes = scopes;
        this.calendar = calendar;
    }

    /**
     * Lines that can be chosen.
     *
     * @param value their ids, with commas between them
     * @param suggested whether the match found them
     */
    public record Choice(String value, List<Capability> lines, boolean suggested) {
        static Choice of(List<Capability> lines, boolean suggested) {
            String ids = lines.stream().map(line -> line.id().toString()).collect(Collectors.joining(","));
            return new Choice(ids, lines, suggested);
        }

        /** The lines in the words of the page. */
        public String text(PageContext ctx) {
            return lines.stream().map(line -> LineChoices.text(line, ctx)).collect(Collectors.joining("；"));
        }
    }

    /**
     * What the provider's own list says of the lines suggested.
     *
     * @param price for all pieces, absent where it has to be asked for
     * @param finishBy absent where no turnaround is stated
     */
    public record Usual(@Nullable Money price, @Nullable LocalDate finishBy) {}

    /**
     * For each item the lines suggested first, then those of the same family whose subjects have most letters in common.
     * Of a large scope and many items only a part is looked at, so that a page is never long in the making.
     */
    public List<List<Choice>> of(List<Asked.Item> items, UUID provider, LocalDate today) {
        ScopeView view = scopes.get();
        List<Capability> lines = view.linesOf(provider).stream()
                .filter(line -> line.validOn(today))
                .toList();
        int each = Math.max(MOST, MOST_COMPARED / Math.max(1, items.size()));
        return items.stream().map(item -> of(item, lines, each)).toList();
    }

    private List<Choice> of(Asked.Item item, List<Capability> lines, int most) {
        List<Choice> choices = new ArrayList<>();
        List<Capability> suggested = lines.stream()
                .filter(line -> item.suggested().contains(line.id()))
                .toList();
        if (!suggested.isEmpty()) {
            choices.add(Choice.of(suggested, true));
        }
        Set<Integer> letters = letters(item.title());
        lines.stream()
                .filter(line -> line.service().family() == item.spec().family())
                .filter(line -> suggested.size() != 1 || !suggested.contains(line))
                .limit(most)
                .sorted(Comparator.comparingInt(line -> -common(letters, line)))
                .limit(MOST)
                .forEach(line -> choices.add(Choice.of(List.of(line), false)));
        return choices;
    }

    private static int common(Set<Integer> letters, Capability line) {
        Set<Integer> both = letters(line.service().subject() + line.service().parameter());
        both.retainAll(letters);
        return both.size();
    }

    private static Set<Integer> letters(String text) {
        return text.codePoints()
                .filter(Character::isLetterOrDigit)
                .boxed()
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static String text(Capability line, PageContext ctx) {
        Capability.Service service = line.service();
        List<String> parts = new ArrayList<>();
        parts.add(ctx.subject(service.subject(), service.subjectEn()));
        if (!service.parameter().isEmpty()) {
            parts.add(ctx.parameter(service.parameter()));
        }
        if (line.measured().rangeText() != null) {
            parts.add(line.measured().rangeText());
        }
        if (line.measured().uncertaintyText() != null) {
            parts.add(line.measured().uncertaintyText());
        }
        return String.join(" · ", parts);
    }

    /** What the list of the provider says for an item. */
    Usual usual(Asked.Item item, LocalDate today) {
        List<Capability> lines = item.suggested().stream()
                .flatMap(id -> scopes.get().line(id).stream())
                .toList();
        if (lines.isEmpty()) {
            return new Usual(null, null);
        }
        Booking.Terms terms = OrderRules.terms(lines, item.pieces());
        Integer days = terms.turnaroundDays();
        return new Usual(terms.price(), days == null ? null : calendar.plusWorkdays(today, days));
    }
}
