package org.qibroker.catalog;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.qibroker.shared.Family;
import org.qibroker.shared.TextKey;
import org.qibroker.standards.Designation;

/**
 * The scopes of all providers as they are believed at one moment: lines that hold, held or will hold. Immutable; a
 * change makes a new view, which shares what did not change.
 */
public final class ScopeView {
    /** A view without providers. */
    public static final ScopeView EMPTY = new ScopeView(Map.of());

    private final Map<UUID, ProviderScope> providers;

    private ScopeView(Map<UUID, ProviderScope> providers) {
        this.providers = providers;
    }

    /** A view of these providers and lines; each line belongs to one of the providers and one of its sites. */
    public static ScopeView of(Collection<Provider> providers, Collection<Capability> lines) {
        ScopeView view = EMPTY;
        for (Provider provider : providers) {
            view = view.with(
                    provider,
                    lines.stream()
                            .filter(l -> l.providerId().equals(provider.id()))
                            .toList());
        }
        return view;
    }

    /** This view with the scope of one provider replaced. */
    ScopeView with(Provider provider, List<Capability> lines) {
        Map<UUID, ProviderScope> next = new HashMap<>(providers);
        next.put(provider.id(), ProviderScope.of(provider, lines));
        return new ScopeView(next);
    }

    /**
     * The lines of a family that hold on a day and whose subject, in Chinese or English, has one of the keys.
     *
     * @param subjectKeys as {@link TextKey#of} makes them
     */
    public List<Capability> linesOfSubjectKeys(Family family, Set<String> subjectKeys, LocalDate day) {
        return providers.values().stream()
                .flatMap(p -> p.lines(family, subjectKeys))
                .filter(line -> line.validOn(day))
                .toList();
    }

    /** Whether any line that holds on the day names the standard, in whatever edition. */
    public boolean methodKnown(Designation designation, LocalDate day) {
        String undated = designation.undated();
        return providers.values().stream().anyMatch(p -> p.namesMethod(undated, day));
    }

    /** The keys of all subjects of a family. */
    public Set<String> subjectKeys(Family family) {
        Set<String> keys = new HashSet<>();
        providers.values().forEach(p -> keys.addAll(p.subjectKeys(family)));
        return keys;
    }

    /** The line of that id as it is on its last days, if we know of it. */
    public Optional<Capability> line(UUID id) {
        return providers.values().stream().flatMap(p -> p.line(id).stream()).findFirst();
    }

    /** All lines, provider by provider. */
    public Stream<Capability> lines() {
        return providers.values().stream().flatMap(p -> p.lines().stream());
    }

    /** The lines of one provider, in the order of its scope; none for an unknown one. */
    public List<Capability> linesOf(UUID providerId) {
        ProviderScope scope = providers.get(providerId);
        return scope == null ? List.of() : scope.lines();
    }

    /** All providers, in no order. */
    public Stream<Provider> providers() {
        return providers.values().stream().map(ProviderScope::provider);
    }

    /** The provider of that id, if there is one. */
    public Optional<Provider> findProvider(UUID id) {
        return Optional.ofNullable(providers.get(id)).map(ProviderScope::provider);
    }

    /**
     * The provider of a line of this view.
     *
     * @throws NoSuchElementException if this view does not have it
     */
    public Provider provider(UUID id) {
        return findProvider(id).orElseThrow(() -> new NoSuchElementException("provider " + id));
    }

    /**
     * The site of a line of this view.
     *
     * @throws NoSuchElementException if this view does not have it
     */
    public Site site(UUID id) {
        return providers()
                .flatMap(p -> p.site(id).stream())
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("site " + id));
    }

    /** The accreditations that cover a site, whatever their dates and status. */
    public List<Accreditation> accreditationsOf(UUID siteId) {
        return providers()
                .flatMap(p -> p.accreditations().stream())
                .filter(a -> a.siteIds().contains(siteId))
                .toList();
    }
}
