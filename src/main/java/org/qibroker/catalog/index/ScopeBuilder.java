package org.qibroker.catalog.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.Provider;
import org.qibroker.measure.unit.UnitRegistry;

/** Makes one state after the other. For one thread at a time. */
public final class ScopeBuilder {
    private final Parts parts = new Parts();
    private final SubjectNames names = new SubjectNames();
    private ScopeState state = new ScopeState(parts, names, Profiles.EMPTY, ScopeState.Content.EMPTY, null);
    private int named;

    /** The state as it is now. */
    public ScopeState state() {
        return state;
    }

    /** Takes back what was done since a state; what was learnt of texts stays. */
    public void backTo(ScopeState before) {
        state = before;
    }

    /**
     * Takes over the lines of a snapshot.
     *
     * @return its number
     * @throws IOException if it does not count; then nothing may be done with this builder any more
     */
    public int restore(Snapshot snapshot, UnitRegistry units) throws IOException {
        Snapshot.Kept kept = snapshot.read(parts, units);
        nameSubjects();
        state = new ScopeState(parts, names, Profiles.EMPTY, kept.content(), null);
        return kept.number();
    }

    /** What becomes of the lines of one provider. */
    public record Change(UUID provider, List<CodedLine> removed, List<CodedLine> added, long mark) {
        /** The same, known up to a change of the scope. */
        public Change upTo(long change) {
            return new Change(provider, removed, added, Math.max(mark, change));
        }
    }

    /** Number of the last change of a provider's scope that is known; 0 if none is. */
    public long mark(UUID provider) {
        return state.content()
                .providers()
                .getOrDefault(provider, ProviderLines.NONE)
                .mark();
    }

    /** Whether no scope is known further than some changes. */
    public boolean isWithin(Map<UUID, Long> marks) {
        return state.content().providers().entrySet().stream()
                .allMatch(known -> known.getValue().mark() <= marks.getOrDefault(known.getKey(), -1L));
    }

    /** Takes over what providers say of themselves. */
    public void profiles(Collection<Provider> providers) {
        state = new ScopeState(parts, names, state.profiles().with(providers), state.content(), state);
    }

    /** Takes lines over as the whole scope of a provider. */
    public void replace(UUID provider, List<Capability> lines) {
        List<CodedLine> added = new ArrayList<>(lines.size());
        lines.forEach(line -> added.add(parts.code(line, added.size() + 1L)));
        change(List.of(new Change(provider, codedOf(provider), added, 0)));
    }

    /** The lines of a provider as they are now. */
    public List<CodedLine> codedOf(UUID provider) {
        List<CodedLine> coded = new ArrayList<>();
        state.ofProvider(provider, (lines, row) -> coded.add(parts.code(parts.line(lines, row), lines.record(row))));
        return coded;
    }

    /** A line in numbers. */
    public CodedLine code(Capability line, long record) {
        return parts.code(line, record);
    }

    /** Makes all changes at once. */
    public void change(List<Change> changes) {
        ScopeState.Content before = state.content();
        Map<Integer, List<CodedLine>> removed = new HashMap<>();
        Map<Integer, List<CodedLine>> added = new HashMap<>();
        Map<UUID, ProviderLines> providers = new HashMap<>(before.providers());
        for (Change change : changes) {
            change.removed().forEach(line -> bySubject(removed, line));
            change.added().forEach(line -> bySubject(added, line));
            providers.merge(
                    change.provider(),
                    ProviderLines.NONE.with(change.added(), change.mark()),
                    (known, fresh) -> known.with(change.added(), change.mark()));
        }
        nameSubjects();
        SubjectLines[] next = Arrays.copyOf(before.bySubject(), parts.subjects().size());
        Arrays.fill(next, before.bySubject().length, next.length, SubjectLines.EMPTY);
        boolean same = true;
        for (int subject : touched(removed, added)) {
            SubjectLines old = next[subject];
            next[subject] =
                    old.change(removed.getOrDefault(subject, List.of()), added.getOrDefault(subject, List.of()));
            same &= (old.size() == 0) == (next[subject].size() == 0);
        }
        LineIds ids = before.ids().change(all(removed), all(added));
        ScopeState.Content content = new ScopeState.Content(next, ids, providers);
        state = new ScopeState(parts, names, state.profiles(), content, same ? state : null);
    }

    private static void bySubject(Map<Integer, List<CodedLine>> lines, CodedLine line) {
        lines.computeIfAbsent(line.subject(), subject -> new ArrayList<>()).add(line);
    }

    private static int[] touched(Map<Integer, List<CodedLine>> removed, Map<Integer, List<CodedLine>> added) {
        return Stream.of(removed, added)
                .flatMap(lines -> lines.keySet().stream())
                .mapToInt(Integer::intValue)
                .distinct()
                .toArray();
    }

    private static List<CodedLine> all(Map<Integer, List<CodedLine>> lines) {
        return lines.values().stream().flatMap(List::stream).toList();
    }

    private void nameSubjects() {
        while (named < parts.subjects().size()) {
            names.add(parts.subjects().get(named), named);
            named++;
        }
    }
}
