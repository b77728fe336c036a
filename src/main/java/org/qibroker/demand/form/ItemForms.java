package org.qibroker.demand.form;

import java.util.List;
import org.qibroker.demand.Understander;
import org.qibroker.measure.unit.QuantityKind;
import org.qibroker.measure.unit.Unit;
import org.qibroker.measure.unit.UnitRegistry;

/** What the buttons within the request form do, and what its fields suggest. */
public final class ItemForms {
    private final Understander understander;
    private final List<String> units;
    private final List<QuantityKind> quantities;

    public ItemForms(UnitRegistry registry, Understander understander) {
        this.understander = understander;
        this.quantities = List.copyOf(registry.kinds());
        this.units = quantities.stream()
                .flatMap(kind -> registry.unitsOf(kind).stream())
                .map(Unit::symbol)
                .distinct()
                .toList();
    }

    /** The form after a button: {@code understand}, {@code add}, {@code copy-<index>} or {@code remove-<index>}. */
    DemandForm edited(DemandForm form, String button) {
        int dash = button.indexOf('-');
        String verb = dash < 0 ? button : button.substring(0, dash);
        String index = button.substring(dash + 1);
        boolean indexed = index.matches("\\d{1,3}");
        return switch (verb) {
            case "understand" -> understood(form, form.text("sentence"));
            case "copy" -> indexed ? form.copied(Integer.parseInt(index)) : form;
            case "remove" -> indexed ? form.removed(Integer.parseInt(index)) : form;
            default -> form.added();
        };
    }

    /** The form with what a sentence says. */
    DemandForm understood(DemandForm form, String sentence) {
        return understood(form, sentence, List.of());
    }

    /** The same with what was relaxed since. */
    DemandForm understood(DemandForm form, String sentence, List<String> relaxed) {
        return sentence.isBlank() ? form : form.with(understander.understand(sentence, relaxed));
    }

    /** Symbols of all units. */
    List<String> units() {
        return units;
    }

    /** All quantity kinds. */
    List<QuantityKind> quantities() {
        return quantities;
    }
}
