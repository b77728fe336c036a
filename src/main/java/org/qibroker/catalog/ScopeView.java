package org.qibroker.catalog;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.qibroker.catalog.index.Lines;
import org.qibroker.catalog.index.ScopeBuilder;
import org.qibroker.catalog.index.ScopeState;
import org.qibroker.catalog.index.SubjectLines;
import org.qibroker.shared.Family;
import org.qibroker.shared.TextKey;
import org.qibroker.standards.Designation;

/**
 * The scopes of all providers as they are believed at one moment: lines that hold, held or will hold. Immutable; a
 * change makes a new view, which shares what did not change. Lines are put together from columns when they are asked
 * for: ask for few, or read the columns.
 */
public final class ScopeView {
    /** A view without providers. */
    public static final ScopeView EMPTY = new ScopeView(ScopeState.empty());

    private final ScopeState state;

    ScopeView(ScopeState state) {
        this.state = state;
    }

    /** A view of these providers and lines; each line belongs to one of the providers and one of its sites. */
    public static ScopeView of(Collection<Provider> providers, Collection<Capability> lines) {
        ScopeBuilder builder = new ScopeBuilder();
        builder.profiles(providers);
        for (Provider provider : providers) {
            builder.replace(
                    provider.id(),
                    lines.stream()
                            .filter(line -> line.providerId().equals(provider.id()))
                            .toList());
        }
        return new ScopeView(builder.state());
    }

    /** The columns. */
    public ScopeState state() {
        return state;
    }

    /** How many lines there are. */
    public long size() {
        return state.size();
    }

    /**
     * The lines of a family that hold on a day and whose subject, in Chinese or English, has one of the keys.
     *
     * @param subjectKeys as {@link TextKey#of} makes them
     */
    public List<Capability> linesOfSubjectKeys(Family family, Set<String> subjectKeys, LocalDate day) {
        List<Capability> found = new ArrayList<>();
        int number = Math.toIntExact(day.toEpochDay());
        for (SubjectLines subject : state.subjects(family, subjectKeys)) {
            for (int i = 0; i < subject.parts(); i++) {
                Lines lines = subject.part(i);
                for (int row = 0; row < lines.size(); row++) {
                    if (lines.holds(row, number)) {
                        found.add(state.line(lines, row));
                    }
                }
            }
        }
        return found;
    }

    /** Whether any line that holds on the day names the standard, in whatever edition. */
    public boolean methodKnown(Designation designation, LocalDate day) {
        return state.methodKnown(designation.undated(), Math.toIntExact(day.toEpochDay()));
    }

    /** The keys of all subjects of a family; the same set in the next view as long as the subjects stay the same. */
    public Set<String> subjectKeys(Family family) {
        return state.subjectKeys(family);
    }

    /** The line of that id as it is on its last days, if we know of it. */
    public Optional<Capability> line(UUID id) {
        return state.line(id);
    }

    /** All lines, provider by provider. */
    public Stream<Capability> lines() {
        return providers().flatMap(provider -> linesOf(provider.id()).stream());
    }

    /** The lines of one provider, in the order of its scope; none for an unknown one. */
    public List<Capability> linesOf(UUID providerId) {
        return state.linesOf(providerId);
    }

    /** All providers, in no order. */
    public Stream<Provider> providers() {
        return state.providers();
    }

    /** The provider of that id, if there is one. */
    public Optional<Provider> findProvider(UUID id) {
        return state.provider(id);
    }

    /**
     * The provider of a line of this view.
     *
     * @throws NoSuchElementException if this view does not have it
     */
    public Provider provider(UUID id) {
        return findProvider(id).orElseThrow(() -> new NoSuchElementException("provider " + id));
    }

    /** The site of that id, if there is one. */
    public Optional<Site> findSite(UUID id) {
        return state.site(id);
    }

    /**
     * The site of a line of this view.
     *
     * @throws NoSuchElementException if this view does not have it
     */
    public Site site(UUID id) {
        return findSite(id).orElseThrow(() -> new NoSuchElementException("site " + id));
    }

    /** The accreditations that cover a site, whatever their dates and status. */
    public List<Accreditation> accreditationsOf(UUID siteId) {
        return state.providerAt(siteId).map(Provider::accreditations).orElse(List.of()).stream()
                .filter(a -> a.siteIds().contains(siteId))
                .toList();
    }
}
