package org.qibroker.catalog.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.Method;
import org.qibroker.catalog.Provider;
import org.qibroker.catalog.Site;
import org.qibroker.shared.Family;

/** All scopes at one moment, as columns. Immutable; safe to read from any thread. */
public final class ScopeState {
    private static final Comparator<Capability> BY_ID = Comparator.comparing(Capability::id, ScopeState::compare)
            .thenComparing(line -> line.validity().from());

    private final Parts parts;
    private final SubjectNames names;
    private final Profiles profiles;
    private final Content content;
    private final Map<Family, Set<String>> subjectKeys;
    private final AtomicReference<@Nullable List<Subject>> served;

    /** What changes with lines. */
    @SuppressWarnings("ArrayRecordComponent")
    record Content(SubjectLines[] bySubject, LineIds ids, Map<UUID, ProviderLines> providers) {
        static final Content EMPTY = new Content(new SubjectLines[0], LineIds.EMPTY, Map.of());

        SubjectLines subject(int number) {
            return number < bySubject.length ? bySubject[number] : SubjectLines.EMPTY;
        }
    }

    ScopeState(Parts parts, SubjectNames names, Profiles profiles, Content content, @Nullable ScopeState sameSubjects) {
        this.parts = parts;
        this.names = names;
        this.profiles = profiles;
        this.content = content;
        this.subjectKeys = sameSubjects == null ? new ConcurrentHashMap<>() : sameSubjects.subjectKeys;
        this.served = sameSubjects == null ? new AtomicReference<>() : sameSubjects.served;
    }

    /** As PostgreSQL orders ids: byte by byte. */
    private static int compare(UUID a, UUID b) {
        int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
    }

    /** A state without providers. */
    public static ScopeState empty() {
        return new ScopeBuilder().state();
    }

    /** The dictionaries that the lines' numbers belong to. */
    public Parts parts() {
        return parts;
    }

    /** The lines of a family, subject by subject, whose name in Chinese or English has one of the keys. */
    public List<SubjectLines> subjects(Family family, Set<String> keys) {
        List<SubjectLines> found = new ArrayList<>();
        for (int number : names.find(family, keys)) {
            if (content.subject(number).size() > 0) {
                found.add(content.subject(number));
            }
        }
        return found;
    }

    /** All lines, subject by subject. */
    public Stream<SubjectLines> subjects() {
        return Arrays.stream(content.bySubject).filter(lines -> lines.size() > 0);
    }

    /** How many lines. */
    public long size() {
        return Arrays.stream(content.bySubject).mapToLong(SubjectLines::size).sum();
    }

    /** The keys of all subjects of a family; the same set as long as the subjects stay the same. */
    public Set<String> subjectKeys(Family family) {
        return subjectKeys.computeIfAbsent(family, f -> names.keys(f, content.bySubject));
    }

    /** All subjects that have lines; the same list as long as they stay the same. */
    public List<Subject> servedSubjects() {
        List<Subject> known = served.get();
        if (known == null) {
            List<Subject> found = IntStream.range(0, content.bySubject.length)
                    .filter(number -> content.subject(number).size() > 0)
                    .mapToObj(parts.subjects()::get)
                    .toList();
            known = served.compareAndSet(null, found) ? found : servedSubjects();
        }
        return known;
    }

    /** A line put together from its columns, on the terms that follow from its provider's prices. */
    public Capability line(Lines lines, int row) {
        Capability said = parts.line(lines, row);
        return profiles.hasPrices(said.providerId())
                ? profiles.find(said.providerId()).orElseThrow().prices().on(said)
                : said;
    }

    /** What is known of the place of a number. */
    public Located at(int place) {
        return profiles.at(place, parts.places());
    }

    /** Calls for each row of a line, which it has more than one of if it is stated for several times. */
    public void rowsOf(UUID id, SubjectLines.RowVisitor visitor) {
        Set<Long> seen = new HashSet<>();
        content.ids.find(id, (subject, place) -> {
            if (seen.add((long) subject << 32 | place)) {
                content.subject(subject).ofPlace(place, (lines, row) -> {
                    if (lines.is(row, id)) {
                        visitor.visit(lines, row);
                    }
                });
            }
            return -1;
        });
    }

    /** The line of an id as it is on its last days. */
    public Optional<Capability> line(UUID id) {
        List<Capability> found = new ArrayList<>();
        rowsOf(id, (lines, row) -> found.add(line(lines, row)));
        return found.stream().max(Comparator.comparing(line -> line.validity().from()));
    }

    /** Calls for each line of a provider. */
    public void ofProvider(UUID provider, SubjectLines.RowVisitor visitor) {
        ProviderLines lines = content.providers.get(provider);
        if (lines != null) {
            for (int subject : lines.subjects()) {
                for (int place : lines.places()) {
                    content.subject(subject).ofPlace(place, visitor);
                }
            }
        }
    }

    /** The lines of a provider, by id and first day. */
    public List<Capability> linesOf(UUID provider) {
        List<Capability> found = new ArrayList<>();
        ofProvider(provider, (lines, row) -> found.add(line(lines, row)));
        found.sort(BY_ID);
        return found;
    }

    /** Whether a line that holds on a day, counted from 1970, names the standard in whatever edition. */
    public boolean methodKnown(String undated, int day) {
        boolean[] naming = new boolean[parts.methods().size()];
        boolean any = false;
        for (int number = 0; number < naming.length; number++) {
            naming[number] = names(parts.methods().get(number), undated);
            any |= naming[number];
        }
        return any && subjects().anyMatch(lines -> anyRow(lines, day, naming));
    }

    private static boolean names(List<Method> methods, String undated) {
        return methods.stream()
                .map(Method::designation)
                .filter(Objects::nonNull)
                .anyMatch(designation -> designation.undated().equals(undated));
    }

    private static boolean anyRow(SubjectLines subject, int day, boolean[] naming) {
        for (int i = 0; i < subject.parts(); i++) {
            Lines lines = subject.part(i);
            for (int row = 0; row < lines.size(); row++) {
                if (naming[lines.methods(row)] && lines.holds(row, day)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** All providers, in no order. */
    public Stream<Provider> providers() {
        return profiles.all();
    }

    /** The provider of an id. */
    public Optional<Provider> provider(UUID id) {
        return profiles.find(id);
    }

    /** The provider that works at a site. */
    public Optional<Provider> providerAt(UUID site) {
        return profiles.ofSite(site);
    }

    /** The site of an id. */
    public Optional<Site> site(UUID id) {
        return profiles.site(id);
    }

    Profiles profiles() {
        return profiles;
    }

    Content content() {
        return content;
    }
}
