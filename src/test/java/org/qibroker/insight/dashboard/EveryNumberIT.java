package org.qibroker.insight.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.qibroker.insight.BusyRegion;
import org.qibroker.shared.Role;
import org.qibroker.support.TestBroker;
import org.qibroker.support.Visitor;

/** Each number of the dashboard opens to a list with exactly as many entries, and each entry to its events. */
class EveryNumberIT {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static final Pattern LINK =
            Pattern.compile("<a [^>]*href=\"(/region/uptake/[^\"]+)\"[^>]*>(.*?)</a>", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("data-number=\"([^\"]*)\"(?: data-cases=\"(\\d+)\")?");
    private static final Pattern ENTRY = Pattern.compile("<tr data-n=\"(\\d+)\">(.*?)</tr>", Pattern.DOTALL);
    private static final Pattern MORE = Pattern.compile("href=\"(/region/uptake/[^\"]*cursor=[^\"]*)\"");
    private static final Pattern EVENTS = Pattern.compile("href=\"(/audit\\?subject=[^\"]+)\"");

    private static Visitor city;
    private static String months = "";

    @BeforeAll
    static void aRegionInWhichThingsHappenAndGetStuck() {
        BROKER.seated(Role.COORDINATOR, 2, null);
        new BusyRegion(BROKER).happen();
        YearMonth now = YearMonth.from(BROKER.clock().instant().atZone(ZoneId.of("Asia/Shanghai")));
        months = "?from=" + now.minusMonths(2) + "&to=" + now.plusMonths(1);
        city = Visitor.signedIn(BROKER, BROKER.person(Role.COORDINATOR, 2));
    }

    /** A number, and where it leads. */
    private record Shown(String href, double value, @Nullable Long cases) {}

    private record Entries(long rows, long sum, String anyEvents) {}

    @Test
    void ofTheWholeCity() {
        List<Shown> numbers = numbers("");

        assertThat(numbers).hasSizeGreaterThan(60);
        assertThat(figures(numbers))
                .contains("unmet", "unbooked", "standing/REQUESTED", "standing/IN_PROGRESS", "waiting/unverified")
                .contains("shown", "shown-first", "capacity-offered", "capacity-used", "active-providers");
        assertEachOpensToItself(numbers);
    }

    @Test
    void ofTheListOfProvidersInWhateverOrder() {
        List<Shown> numbers = numbers("/providers", "&sort=SHOWN&order=rising");
        assertThat(figures(numbers)).contains("booked", "shown", "capacity-offered");
        assertEachOpensToItself(numbers);
    }

    @Test
    void ofAPartOfIt() {
        assertEachOpensToItself(numbers("&district=310117&figure=ACTIVE_ENTERPRISES"));
        assertEachOpensToItself(numbers("&industry=biomedicine&figure=ITEMS"));
        assertEachOpensToItself(numbers("&programme=NONE&figure=MATCH_RATE"));
        assertEachOpensToItself(numbers("&family=METROLOGY&figure=CAPACITY_USED"));
    }

    private static void assertEachOpensToItself(List<Shown> numbers) {
        Map<String, Entries> read = new LinkedHashMap<>();
        for (Shown number : numbers) {
            Entries entries = read.computeIfAbsent(number.href(), EveryNumberIT::entries);
            if (number.href().contains("/capacity-use?")) {
                continue; // of a hundred: both of what it is made of are numbers of their own
            }
            if (number.href().contains("/capacity-")) {
                assertThat(entries.sum() / 60.0).as(number.href()).isEqualTo(number.value());
            } else {
                long expected = number.cases() == null ? (long) number.value() : number.cases();
                assertThat(entries.rows()).as(number.href()).isEqualTo(expected);
            }
        }
        String events = read.values().stream()
                .map(Entries::anyEvents)
                .filter(href -> !href.isEmpty())
                .findFirst()
                .orElseThrow();
        assertThat(city.get(events).expect(200).body()).contains("qi-cards");
    }

    private static Set<String> figures(List<Shown> numbers) {
        Set<String> figures = new TreeSet<>();
        numbers.forEach(number -> figures.add(number.href().replaceAll("^/region/uptake/|\\?.*$", "")));
        return figures;
    }

    private static List<Shown> numbers(String filters) {
        return numbers("", filters);
    }

    private static List<Shown> numbers(String page, String filters) {
        List<Shown> numbers = new ArrayList<>();
        Matcher links = LINK.matcher(
                city.get("/region/uptake" + page + months + filters).expect(200).body());
        while (links.find()) {
            Matcher number = NUMBER.matcher(links.group(2));
            if (number.find() && !number.group(1).isEmpty()) {
                Long cases = number.group(2) == null ? null : Long.valueOf(number.group(2));
                numbers.add(
                        new Shown(links.group(1).replace("&amp;", "&"), Double.parseDouble(number.group(1)), cases));
            }
        }
        return numbers;
    }

    private static Entries entries(String first) {
        long rows = 0;
        long sum = 0;
        String events = "";
        String href = first;
        while (!href.isEmpty()) {
            String body = city.get(href).expect(200).body();
            Matcher entries = ENTRY.matcher(body);
            while (entries.find()) {
                rows++;
                sum += Long.parseLong(entries.group(1));
                Matcher to = EVENTS.matcher(entries.group(2));
                assertThat(to.find()).as("events of an entry of " + href).isTrue();
                events = to.group(1);
            }
            Matcher more = MORE.matcher(body);
            href = more.find() ? more.group(1).replace("&amp;", "&") : "";
        }
        return new Entries(rows, sum, events);
    }
}
