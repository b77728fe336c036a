package org.qibroker.ledger;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.qibroker.shared.TextKey;

/** States of instruments in the words of files. */
final class StateWords {
    private static final Map<InstrumentState, String> WORDS = new EnumMap<>(Map.of(
            InstrumentState.IN_USE, "在用",
            InstrumentState.IDLE, "闲置",
            InstrumentState.SEALED, "封存",
            InstrumentState.SCRAPPED, "报废"));
    private static final String OUT_OF_USE = "停用";

    private StateWords() {}

    /** The word of a state. */
    static String of(InstrumentState state) {
        return WORDS.getOrDefault(state, state.name());
    }

    /** The state of a cell: its word, its name in the contract, and in use where nothing is said. */
    static Optional<InstrumentState> read(String cell) {
        if (cell.isEmpty()) {
            return Optional.of(InstrumentState.IN_USE);
        }
        if (cell.equals(OUT_OF_USE)) {
            return Optional.of(InstrumentState.IDLE);
        }
        return WORDS.entrySet().stream()
                .filter(each -> each.getValue().equals(cell)
                        || TextKey.of(each.getKey().name()).equals(TextKey.of(cell)))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** All words. */
    static String all() {
        return String.join(", ", WORDS.values());
    }
}
