package org.qibroker.matching.table;

import java.util.ArrayList;
import java.util.List;
import org.qibroker.demand.Demand;
import org.qibroker.demand.ItemSpec;
import org.qibroker.demand.Understander;
import org.qibroker.demand.paste.PastedTable;
import org.qibroker.demand.paste.TableUnderstander;
import org.qibroker.measure.unit.UnitRegistry;
import org.qibroker.shared.ClipboardTable;
import org.qibroker.shared.Family;

/** Reads pasted tables. Never fails and never guesses a number; what it cannot read stays with its row. */
public final class TableReader implements TableUnderstander {
    private final Understander sentences;
    private final UnitRegistry units;

    /** Reads by these units; what family a subject belongs to is asked of the reader of sentences. */
    public TableReader(Understander sentences, UnitRegistry units) {
        this.sentences = sentences;
        this.units = units;
    }

    @Override
    public PastedTable understand(String text) {
        CellReader cells = new CellReader(units);
        List<List<String>> rows = ClipboardTable.of(text);
        Layout layout = Layout.of(rows, cells);
        List<PastedTable.Row> read = new ArrayList<>();
        int items = 0;
        for (int i = layout.first(); i < rows.size(); i++) {
            if (rows.get(i).stream().allMatch(String::isEmpty)) {
                continue;
            }
            boolean room = items < Demand.MOST_ITEMS;
            PastedTable.Row row = room ? row(i + 1, rows.get(i), layout, cells) : untaken(i + 1, rows.get(i));
            items += row.item() == null ? 0 : 1;
            read.add(row);
        }
        return new PastedTable(read);
    }

    private PastedTable.Row row(int number, List<String> row, Layout layout, CellReader cells) {
        RowReader reader = new RowReader(cells);
        reader.read(layout.columns(), row);
        ItemSpec item = reader.item(this::family).orElse(null);
        return new PastedTable.Row(number, item, item == null ? filled(row) : reader.left());
    }

    private static PastedTable.Row untaken(int number, List<String> row) {
        return new PastedTable.Row(number, null, filled(row));
    }

    private static List<String> filled(List<String> row) {
        return row.stream().filter(cell -> !cell.isEmpty()).toList();
    }

    private Family family(String words) {
        return sentences.understand(words).items().stream()
                .findFirst()
                .map(ItemSpec::family)
                .orElse(Family.METROLOGY);
    }
}
