package org.qibroker.measure.unit;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Settles which quantity the units of one text measure.
 *
 * @param kind the quantity, if known
 * @param prefix what its key has to begin with, {@code dc-} or {@code ac-}; empty for anything
 */
public record KindChoice(UnitRegistry units, @Nullable QuantityKind kind, String prefix) {
    /** The units spelled, all of one kind: of the one known, else of the first that has them all. */
    public Optional<List<Unit>> settle(List<String> spellings) {
        String last = spellings.get(spellings.size() - 1);
        List<Unit> candidates = kind == null
                ? units.alone(last)
                : units.find(last, kind).map(List::of).orElse(List.of());
        return candidates.stream()
                .map(Unit::kind)
                .filter(k -> k.key().startsWith(prefix))
                .map(k -> ofKind(spellings, k))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<List<Unit>> ofKind(List<String> spellings, QuantityKind one) {
        List<Unit> found = spellings.stream()
                .map(spelling -> units.find(spelling, one))
                .flatMap(Optional::stream)
                .toList();
        return found.size() == spellings.size() ? Optional.of(found) : Optional.empty();
    }
}
