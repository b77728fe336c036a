package org.qibroker.catalog.index;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.Condition;
import org.qibroker.catalog.Method;
import org.qibroker.catalog.Price;

/** The dictionaries that lines are made of: one for each part that lines have in common. */
public final class Parts {
    /** Number of a limitation that is not there. */
    static final int NONE = -1;

    private static final int FOR_EVER = Integer.MAX_VALUE;

    private final Dictionary<String> texts = new Dictionary<>();
    private final Dictionary<Set<String>> scenarios = new Dictionary<>();
    private final Dictionary<Place> places = new Dictionary<>();
    private final Dictionary<Subject> subjects = new Dictionary<>();
    private final Dictionary<Capability.Service> services = new Dictionary<>();
    private final Dictionary<RangePart> ranges = new Dictionary<>();
    private final Extents extents = new Extents();
    private final Dictionary<UncertaintyPart> uncertainties = new Dictionary<>();
    private final Formulas formulas = new Formulas();
    private final Dictionary<List<Method>> methods = new Dictionary<>();
    private final Dictionary<List<Condition>> conditions = new Dictionary<>();
    private final Dictionary<String> limitations = new Dictionary<>();
    private final Dictionary<Set<String>> marks = new Dictionary<>();
    private final Dictionary<Price> prices = new Dictionary<>();
    private final Dictionary<TermsPart> terms = new Dictionary<>();

    /** A line in numbers. */
    CodedLine code(Capability line, long record) {
        Capability.Service service = shared(line.service());
        int[] columns = new int[Lines.COLUMNS];
        columns[Lines.PLACE] = places.add(new Place(line.providerId(), line.siteId()));
        columns[Lines.SERVICE] = services.add(service);
        columns[Lines.RANGE] = ranges.add(RangePart.of(line.measured()));
        extents.follow(ranges);
        columns[Lines.UNCERTAINTY] = uncertainties.add(UncertaintyPart.of(line.measured()));
        formulas.follow(uncertainties);
        columns[Lines.METHODS] = methods.add(line.methods());
        columns[Lines.CONDITIONS] = conditions.add(line.conditions());
        columns[Lines.LIMITATION] = line.limitation() == null ? NONE : limitations.add(line.limitation());
        columns[Lines.MARKS] = marks.add(line.marks());
        columns[Lines.PRICE] = prices.add(line.terms().price());
        columns[Lines.TERMS] = terms.add(TermsPart.of(line.terms()));
        columns[Lines.FROM] = day(line.validity().from());
        columns[Lines.TO] = day(line.validity().to());
        return new CodedLine(line.id(), record, subjects.add(Subject.of(service)), columns);
    }

    private Capability.Service shared(Capability.Service service) {
        String english = service.subjectEn();
        return new Capability.Service(
                service.family(),
                service.kind(),
                texts.shared(service.subject()),
                english == null ? null : texts.shared(english),
                texts.shared(service.parameter()),
                scenarios.shared(service.scenarios()));
    }

    private static int day(@Nullable LocalDate day) {
        return day == null ? FOR_EVER : Math.toIntExact(day.toEpochDay());
    }

    /** The line of a row. */
    public Capability line(Lines lines, int row) {
        Place place = places.get(lines.place(row));
        RangePart range = ranges.get(lines.range(row));
        UncertaintyPart uncertainty = uncertainties.get(lines.uncertainty(row));
        int to = lines.to(row);
        return new Capability(
                lines.id(row),
                place.providerId(),
                place.siteId(),
                services.get(lines.service(row)),
                new Capability.Measured(
                        range.quantity(), range.text(), range.range(), uncertainty.text(), uncertainty.uncertainty()),
                methods.get(lines.methods(row)),
                conditions.get(lines.conditions(row)),
                limitation(lines.limitation(row)),
                marks.get(lines.marks(row)),
                terms(lines, row),
                new Capability.Validity(
                        LocalDate.ofEpochDay(lines.from(row)), to == FOR_EVER ? null : LocalDate.ofEpochDay(to)));
    }

    /** The terms that the line of a row says itself. */
    public Capability.Terms terms(Lines lines, int row) {
        TermsPart said = terms.get(lines.terms(row));
        return new Capability.Terms(
                said.onSite(), prices.get(lines.price(row)), said.turnaroundDays(), said.resourceId());
    }

    /** Whose lines and where. */
    public Dictionary<Place> places() {
        return places;
    }

    /** What lines are ordered by. */
    public Dictionary<Subject> subjects() {
        return subjects;
    }

    /** Services. */
    public Dictionary<Capability.Service> services() {
        return services;
    }

    /** Quantities and ranges. */
    public Dictionary<RangePart> ranges() {
        return ranges;
    }

    /** Ranges as plain numbers. */
    public Extents extents() {
        return extents;
    }

    /** Uncertainties. */
    public Dictionary<UncertaintyPart> uncertainties() {
        return uncertainties;
    }

    /** Uncertainties as plain numbers. */
    public Formulas formulas() {
        return formulas;
    }

    /** Methods of a line. */
    public Dictionary<List<Method>> methods() {
        return methods;
    }

    /** Limitations; a line without one has the number −1. */
    public Dictionary<String> limitations() {
        return limitations;
    }

    /** Marks of a line. */
    public Dictionary<Set<String>> marks() {
        return marks;
    }

    /** Prices. */
    public Dictionary<Price> prices() {
        return prices;
    }

    /** Terms but for the price. */
    public Dictionary<TermsPart> terms() {
        return terms;
    }

    /** The limitation of a number. */
    public @Nullable String limitation(int number) {
        return number == NONE ? null : limitations.get(number);
    }

    Dictionary<String> texts() {
        return texts;
    }

    Dictionary<List<Condition>> conditions() {
        return conditions;
    }

    /** The number of a place; −1 if no line was ever there. */
    int place(UUID provider, UUID site) {
        return places.find(new Place(provider, site));
    }
}
