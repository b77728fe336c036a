package org.qibroker.measure.unit;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The quantity kinds and units known, in the order of {@code config/quantities.csv} and {@code config/units.csv}. A
 * spelling that means different things to different people ({@code F}, {@code ″}) is found only within a kind.
 */
public final class UnitRegistry {
    /** A unit under one of its spellings; {@code alone} if that spelling is plain without knowing the kind. */
    record Spelling(Unit unit, boolean alone) {}

    private final Map<String, QuantityKind> kinds;
    private final Map<String, List<Spelling>> spellings;
    private final Map<QuantityKind, List<Unit>> unitsByKind;
    private final Map<Character, Integer> longest = new HashMap<>();

    UnitRegistry(UnitTables tables) {
        kinds = tables.kinds();
        spellings = tables.spellings();
        unitsByKind = tables.unitsByKind();
        spellings.keySet().stream()
                .filter(spelling -> !spelling.isEmpty())
                .forEach(spelling -> longest.merge(spelling.charAt(0), spelling.length(), Math::max));
    }

    /** Reads both tables; an {@link IllegalArgumentException} names the line that is wrong. */
    public static UnitRegistry load(Reader quantities, Reader units) {
        try {
            return new UnitRegistry(UnitTables.read(quantities, units));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the tables of units", e);
        }
    }

    /** The tables the product comes with. */
    public static UnitRegistry standard() {
        try (Reader quantities = open("/config/quantities.csv");
                Reader units = open("/config/units.csv")) {
            return load(quantities, units);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the tables of units", e);
        }
    }

    private static Reader open(String resource) {
        InputStream stream = UnitRegistry.class.getResourceAsStream(resource);
        if (stream == null) {
            throw new IllegalStateException(resource + " is missing from the class path");
        }
        return new InputStreamReader(stream, StandardCharsets.UTF_8);
    }

    /** The kind of a key, such as {@code length}. */
    public Optional<QuantityKind> kind(String key) {
        return Optional.ofNullable(kinds.get(key));
    }

    /** The unit of a symbol or alias, of the kind listed first if it serves several; empty if it is ambiguous. */
    public Optional<Unit> find(String text) {
        return spelled(text).filter(Spelling::alone).map(Spelling::unit).findFirst();
    }

    /** The unit of a symbol or alias within a kind. */
    public Optional<Unit> find(String text, QuantityKind kind) {
        return spelled(text)
                .map(Spelling::unit)
                .filter(unit -> unit.kind().equals(kind))
                .findFirst();
    }

    /** The unit of a symbol or alias in every kind that has it, the preferred kind first; empty if unknown. */
    public List<Unit> all(String text) {
        return Stream.concat(
                        spelled(text).filter(Spelling::alone), spelled(text).filter(spelling -> !spelling.alone()))
                .map(Spelling::unit)
                .toList();
    }

    /** All kinds, in the order of the table. */
    public Collection<QuantityKind> kinds() {
        return kinds.values();
    }

    /** All units of a kind, in the order of the table. */
    public List<Unit> unitsOf(QuantityKind kind) {
        return unitsByKind.getOrDefault(kind, List.of());
    }

    /** The only unit of a kind, if it has just one, so that a bare number can mean nothing else. */
    public Optional<Unit> onlyUnitOf(@Nullable QuantityKind kind) {
        List<Unit> all = kind == null ? List.of() : unitsOf(kind);
        return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
    }

    /** All that a text may mean without a kind being known, the preferred one first. */
    public List<Unit> alone(String text) {
        return spelled(text)
                .filter(Spelling::alone)
                .map(Spelling::unit)
                .collect(ArrayList::new, ArrayList::add, ArrayList::addAll);
    }

    /**
     * Length of the longest spelling of a unit in a folded text at a place, 0 if none ends there as a word.
     *
     * @param slashGoesOn whether a slash behind the unit makes it part of a longer, unknown one
     */
    public int longestSpelling(String folded, int from, boolean slashGoesOn) {
        int most = from < folded.length() ? longest.getOrDefault(folded.charAt(from), 0) : 0;
        for (int length = Math.min(most, folded.length() - from); length > 0; length--) {
            int end = from + length;
            if (spellings.containsKey(folded.substring(from, end)) && endsUnit(folded, end, slashGoesOn)) {
                return length;
            }
        }
        return 0;
    }

    private static boolean endsUnit(String text, int end, boolean slashGoesOn) {
        if (end == text.length()) {
            return true;
        }
        char last = text.charAt(end - 1);
        char next = text.charAt(end);
        if ("·^²³⁻°%‰₀₁₂₃".indexOf(next) >= 0 || (slashGoesOn && next == '/')) {
            return false;
        }
        if (last >= 0x2E80) {
            return !Character.isLetterOrDigit(next) || "以至到".indexOf(next) >= 0;
        }
        boolean symbol = "%‰°′″)".indexOf(last) >= 0;
        return symbol || (!Notation.isAlphabetic(next) && !Character.isDigit(next));
    }

    private Stream<Spelling> spelled(String text) {
        return spellings.getOrDefault(Notation.fold(text), List.of()).stream();
    }
}
