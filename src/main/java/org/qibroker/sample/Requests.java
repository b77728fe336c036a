package org.qibroker.sample;

import static org.qibroker.sample.SampleFiles.cell;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qibroker.demand.Agreement;
import org.qibroker.demand.Contact;
import org.qibroker.demand.Demand;
import org.qibroker.demand.DemandDraft;
import org.qibroker.demand.Demands;
import org.qibroker.demand.ItemSpec;
import org.qibroker.demand.asked.RangeAsked;
import org.qibroker.demand.asked.ValueAsked;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Family;
import org.qibroker.shared.ServiceKind;

/** The demands of the sample's enterprises. */
final class Requests {
    private final Demands demands;
    private final Submission submission;
    private final People people;
    private final SampleDays days;
    private final Map<String, Demand> submitted = new ConcurrentHashMap<>();

    /** Submits a draft seen at a version. */
    @FunctionalInterface
    interface Submission {
        Future<Demand> submit(UUID demand, long version, Caller caller);
    }

    Requests(Demands demands, Submission submission, People people, SampleDays days) {
        this.demands = demands;
        this.submission = submission;
        this.people = people;
        this.days = days;
    }

    /** Puts all demands on the timeline. */
    void plan(Timeline timeline) {
        Stream.concat(SampleFiles.rows("demands.csv").stream(), History.demands().stream())
                .collect(Collectors.groupingBy(row -> cell(row, "key"), LinkedHashMap::new, Collectors.toList()))
                .forEach((key, rows) -> plan(timeline, key, rows));
    }

    /** A demand that has been submitted. */
    Optional<Demand> submitted(String key) {
        return Optional.ofNullable(submitted.get(key));
    }

    private void plan(Timeline timeline, String key, List<Map<String, String>> rows) {
        Map<String, String> first = rows.get(0);
        Instant at = days.at(cell(first, "day"), cell(first, "time"));
        Caller caller = people.of(cell(first, "enterprise"));
        boolean submit = !cell(first, "end").equals("draft");
        timeline.at(at, "demand " + key, () -> demands.create(draft(first, rows), caller)
                .compose(demand -> submit ? submit(key, demand, caller) : Future.succeededFuture(demand)));
        if (submit && !cell(first, "end").isEmpty()) {
            String[] end = cell(first, "end").split(" ", 3);
            timeline.at(at.plus(SampleDays.delay(end[1])), "end of demand " + key, () -> end(key, end, caller));
        }
    }

    private Future<Demand> submit(String key, Demand demand, Caller caller) {
        return submission.submit(demand.id(), demand.version(), caller).onSuccess(done -> submitted.put(key, done));
    }

    private Future<Demand> end(String key, String[] end, Caller caller) {
        Demand asked = submitted(key).orElseThrow(() -> new IllegalStateException(key + " was not submitted"));
        return demands.get(asked.id(), caller)
                .compose(demand -> end[0].equals("cancel")
                        ? demands.cancel(demand.id(), demand.version(), end[2], caller)
                        : demands.close(demand.id(), demand.version(), end[2], caller));
    }

    private DemandDraft draft(Map<String, String> first, List<Map<String, String>> rows) {
        return new DemandDraft(
                cell(first, "title"),
                new Contact(people.of(cell(first, "enterprise")).name(), "021-5555 0100", null),
                some(first, "district"),
                some(first, "neededBy") == null ? null : days.day(cell(first, "neededBy")),
                null,
                null,
                list(first, "programmes"),
                list(first, "scenarios"),
                Agreement.NONE,
                rows.stream().map(Requests::item).toList());
    }

    private static ItemSpec item(Map<String, String> row) {
        String kind = some(row, "serviceKind");
        return new ItemSpec(
                Family.valueOf(cell(row, "family")),
                kind == null ? null : ServiceKind.valueOf(kind),
                cell(row, "subject"),
                some(row, "parameter"),
                some(row, "quantity"),
                range(row),
                null,
                null,
                uncertainty(row),
                null,
                null,
                list(row, "methods"),
                list(row, "marks"),
                some(row, "pieces") == null ? null : Integer.valueOf(cell(row, "pieces")),
                some(row, "onSite") == null ? null : Boolean.valueOf(cell(row, "onSite")));
    }

    private static @Nullable RangeAsked range(Map<String, String> row) {
        String unit = some(row, "unit");
        return unit == null ? null : new RangeAsked(number(row, "min"), number(row, "max"), unit);
    }

    private static @Nullable ValueAsked uncertainty(Map<String, String> row) {
        Double value = number(row, "maxUncertainty");
        return value == null ? null : new ValueAsked(value, cell(row, "uncertaintyUnit"), null);
    }

    private static @Nullable Double number(Map<String, String> row, String column) {
        String cell = some(row, column);
        return cell == null ? null : Double.valueOf(cell);
    }

    private static @Nullable String some(Map<String, String> row, String column) {
        String cell = cell(row, column);
        return cell.isEmpty() ? null : cell;
    }

    private static @Nullable List<String> list(Map<String, String> row, String column) {
        String cell = some(row, column);
        return cell == null ? null : Arrays.asList(cell.split(";"));
    }
}
