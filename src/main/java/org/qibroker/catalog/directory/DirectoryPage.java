package org.qibroker.catalog.directory;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Provider;
import org.qibroker.catalog.directory.Directory.Count;
import org.qibroker.catalog.directory.Directory.Found;
import org.qibroker.catalog.directory.DirectoryFilter.Choice;
import org.qibroker.catalog.directory.DirectoryFilter.Entry;
import org.qibroker.platform.web.PageContext;
import org.qibroker.shared.Mark;

/** What the page of the list shows. */
public final class DirectoryPage {
    private final DirectoryFilter filter;
    private final Found found;
    private final String query;

    DirectoryPage(DirectoryFilter filter, Found found, String query) {
        this.filter = filter;
        this.found = found;
        this.query = query;
    }

    /** A provider of the list. */
    public record Row(Provider provider, Profile profile, List<String> marks, List<String> districts) {}

    /** A value to choose, with its number of providers. */
    public record Option(String value, String text, int count, boolean chosen) {}

    /** The providers of this part. */
    public List<Row> rows() {
        return found.items().stream().map(DirectoryPage::row).toList();
    }

    private static Row row(Entry entry) {
        return new Row(
                entry.provider(),
                entry.profile(),
                entry.values(Choice.MARK).stream().sorted().toList(),
                entry.values(Choice.DISTRICT).stream().sorted().toList());
    }

    /** How many providers fit in all. */
    public int total() {
        return found.total();
    }

    /** What is looked for in names. */
    public String words() {
        return filter.words() == null ? "" : filter.words();
    }

    /** Whether anything is chosen. */
    public boolean filtered() {
        return !query.isEmpty();
    }

    /** Where the next part is, absent at the end. */
    public @Nullable String more() {
        return found.next() == null ? null : "/providers?cursor=" + found.next() + query;
    }

    /** The name of a choice in forms and addresses. */
    static String field(Choice choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    /** The names of all choices, in the order shown. */
    public List<String> fields() {
        return List.of("kind", "family", "mark", "district");
    }

    /** The values of a choice. */
    public List<Option> options(PageContext ctx, String field) {
        Choice choice = Choice.valueOf(field.toUpperCase(Locale.ROOT));
        return found.facets().getOrDefault(choice, List.of()).stream()
                .map(count -> option(ctx, choice, count))
                .toList();
    }

    private Option option(PageContext ctx, Choice choice, Count count) {
        String value = count.value();
        String text =
                switch (choice) {
                    case KIND -> ctx.t("shared.body-kind." + value);
                    case FAMILY -> ctx.t("shared.family." + value);
                    case DISTRICT -> ctx.district(value);
                    case MARK ->
                        Mark.of(value).map(mark -> mark.name(ctx.locale())).orElse(value);
                };
        boolean chosen = filter.chosen(choice).filter(value::equals).isPresent();
        return new Option(value, text, count.count(), chosen);
    }
}
