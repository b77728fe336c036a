package org.qibroker.matching;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.ScopeView;
import org.qibroker.demand.Demand;
import org.qibroker.demand.ItemSpec;
import org.qibroker.demand.Understander;
import org.qibroker.demand.Wishes;
import org.qibroker.shared.District;
import org.qibroker.shared.Money;

/**
 * Reads plain sentences, Chinese or English: {@code 数显卡尺 0-300mm U≤0.02mm CNAS 5把 下周五前}. One item a line, or parted
 * by semicolons. Never fails, never guesses a number; what it cannot read it gives back.
 */
public final class Understanding implements Understander {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Pattern PARTS = Pattern.compile("[\\n;；]+");
    private static final Pattern BUDGET = Pattern.compile(
            "(?:预算|budget)\\s*(?:of|为|:|不超过|≤)?\\s*(?:CNY|RMB|¥)?\\s*(\\d[\\d,]*(?:\\.\\d+)?)\\s*(万)?\\s*(?:元|CNY|RMB|yuan)?(?:以内)?"
                    + "|(\\d[\\d,]*(?:\\.\\d+)?)\\s*(万)?元(?:以内|之内|内)",
            Pattern.CASE_INSENSITIVE);
    private static final long MOST_FEN = 1_000_000_000_000L;

    private final MatchContext.Reference reference;
    private final Supplier<ScopeView> scopes;
    private final Clock clock;
    private @Nullable Known known;

    /** Reads by these words and units; days count from the clock's. */
    public Understanding(MatchContext.Reference reference, Supplier<ScopeView> scopes, Clock clock) {
        this.reference = reference;
        this.scopes = scopes;
        this.clock = clock;
    }

    private record Known(ScopeView scopes, Vocabulary vocabulary) {}

    @Override
    public Understood understand(String text) {
        Reading reading = read(text);
        Money budget = reading.budget();
        Wishes wishes = new Wishes(
                reading.district(), reading.neededBy(), budget == null ? null : budget.amount(), null, null, null);
        return new Understood(reading.items(), wishes, reading.notUnderstood());
    }

    /** Everything that the text says. */
    public Reading read(String text) {
        NeededBy days = new NeededBy(LocalDate.ofInstant(clock.instant(), ZONE), reference.calendar());
        List<ItemSpec> items = new ArrayList<>();
        List<String> left = new ArrayList<>();
        LocalDate neededBy = null;
        String district = null;
        Money budget = null;
        for (String part : PARTS.split(text)) {
            Words words = new Words(part);
            neededBy = days.take(words).orElse(neededBy);
            budget = budget(words).orElse(budget);
            district = district(words).orElse(district);
            if (items.size() < Demand.MOST_ITEMS) {
                ItemReader reader = new ItemReader(reference.units(), vocabulary(), words);
                Optional<ItemSpec> item = reader.read();
                item.ifPresent(items::add);
                left.addAll(reader.notUnderstood(item.orElse(null)));
            }
        }
        return new Reading(List.copyOf(items), district, neededBy, budget, List.copyOf(left));
    }

    private synchronized Vocabulary vocabulary() {
        ScopeView view = scopes.get();
        Known kept = known;
        if (kept == null || kept.scopes != view) {
            kept = new Known(view, new Vocabulary(reference.thesaurus(), view));
            known = kept;
        }
        return kept.vocabulary;
    }

    private static Optional<Money> budget(Words words) {
        return words.take(BUDGET)
                .map(m -> m.group(1) == null ? fen(m.group(3), m.group(4)) : fen(m.group(1), m.group(2)))
                .filter(fen -> fen > 0 && fen < MOST_FEN)
                .map(Money::fen);
    }

    private static long fen(String yuan, @Nullable String tenThousands) {
        double amount = Double.parseDouble(yuan.replace(",", "")) * (tenThousands == null ? 1 : 10_000);
        return Math.round(Math.min(amount, MOST_FEN) * 100);
    }

    private static Optional<String> district(Words words) {
        return Arrays.stream(District.values())
                .filter(district -> words.take(name(district)).isPresent())
                .findFirst()
                .map(District::code);
    }

    private static Pattern name(District district) {
        String zh = district.name(Locale.SIMPLIFIED_CHINESE);
        String brief = zh.replaceFirst("(新区|区)$", "");
        String en = Pattern.quote(district.name(Locale.ENGLISH));
        return Pattern.compile(
                "(?:靠近|在|上海市?)?(?:" + zh + "|" + brief + "(?:新区|区)?)(?:附近)?|(?:(?:near|in)\\s+)?\\b" + en
                        + "\\b(?:\\s+district)?",
                Pattern.CASE_INSENSITIVE);
    }
}
