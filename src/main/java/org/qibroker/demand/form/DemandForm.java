package org.qibroker.demand.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.qibroker.demand.Demand;
import org.qibroker.demand.Understander;
import org.qibroker.platform.web.Form;
import org.qibroker.shared.Family;

/**
 * The request form as filled in.
 *
 * @param texts what the fields hold, by name
 * @param programmes service programmes ticked
 * @param scenarios application scenarios ticked
 * @param items the items, at least one
 * @param notUnderstood words of the sentence that made no field
 * @param corrections words of the sentence that were read as others than they are written
 */
public record DemandForm(
        Map<String, String> texts,
        Set<String> programmes,
        Set<String> scenarios,
        List<ItemFields> items,
        List<Understander.Left> notUnderstood,
        List<Understander.Correction> corrections) {
    private static final String ITEM = "items.";

    /** Copies all of it, and sees to it that there is an item. */
    public DemandForm {
        texts = Map.copyOf(texts);
        items = items.isEmpty() ? List.of(ItemFields.blank(Family.METROLOGY)) : List.copyOf(items);
        notUnderstood = List.copyOf(notUnderstood);
        corrections = List.copyOf(corrections);
    }

    /** An empty form. */
    static DemandForm empty() {
        return new DemandForm(Map.of(), Set.of(), Set.of(), List.of(), List.of(), List.of());
    }

    /** The form as it was sent. */
    static DemandForm of(Form form) {
        Map<String, String> texts = new LinkedHashMap<>();
        Map<Integer, Map<String, String>> items = new TreeMap<>();
        for (String name : form.names()) {
            form.optional(name).ifPresent(text -> put(name, text, texts, items));
        }
        return new DemandForm(
                texts,
                new TreeSet<>(form.all("programme")),
                new TreeSet<>(form.all("scenario")),
                items.values().stream().map(ItemFields::new).toList(),
                List.of(),
                List.of());
    }

    private static void put(
            String name, String text, Map<String, String> texts, Map<Integer, Map<String, String>> items) {
        int dot = name.indexOf('.', ITEM.length());
        if (!name.startsWith(ITEM) || dot < 0) {
            texts.put(name, text);
            return;
        }
        String index = name.substring(ITEM.length(), dot);
        if (index.matches("\\d{1,3}")) {
            items.computeIfAbsent(Integer.valueOf(index), i -> new LinkedHashMap<>())
                    .put(name.substring(dot + 1), text);
        }
    }

    /** The form that a demand would have been typed into. */
    static DemandForm of(Demand demand) {
        return new DemandForm(
                DemandTexts.of(demand),
                set(demand.wishes().programmes()),
                set(demand.wishes().scenarios()),
                demand.specs().stream().map(ItemFields::of).toList(),
                List.of(),
                List.of());
    }

    private static Set<String> set(@Nullable List<String> list) {
        return list == null ? Set.of() : new TreeSet<>(list);
    }

    /** What a field holds, {@code ""} if nothing. */
    public String text(String name) {
        return texts.getOrDefault(name, "");
    }

    /** Whether one of these fields holds something. */
    public boolean any(String... names) {
        return List.of(names).stream().anyMatch(texts::containsKey);
    }

    /** The number, from 1, of the item that a fault's pointer leads into; 0 if it leads elsewhere. */
    public static int itemOf(String pointer) {
        String[] steps = pointer.split("/");
        return steps.length > 2 && steps[1].equals("items") && steps[2].matches("\\d{1,3}")
                ? Integer.parseInt(steps[2]) + 1
                : 0;
    }

    /** Without the empty items. */
    DemandForm filled() {
        List<ItemFields> some = items.stream().filter(item -> !item.blank()).toList();
        return with(some);
    }

    /** With another item at the end. */
    DemandForm added() {
        Family family = Family.valueOf(items.get(items.size() - 1).text("family"));
        return with(items.size(), ItemFields.blank(family));
    }

    /** With an item again, after itself. */
    DemandForm copied(int index) {
        return index < items.size() ? with(index + 1, items.get(index)) : this;
    }

    private DemandForm with(int index, ItemFields item) {
        List<ItemFields> more = new ArrayList<>(items);
        if (more.size() < Demand.MOST_ITEMS) {
            more.add(index, item);
        }
        return with(more);
    }

    /** Without an item. */
    DemandForm removed(int index) {
        List<ItemFields> fewer = new ArrayList<>(items);
        if (index < fewer.size()) {
            fewer.remove(index);
        }
        return with(fewer);
    }

    /** With what was understood of a sentence: items in the place of the empty ones, and what all of them have in common. */
    DemandForm with(Understander.Understood understood) {
        List<ItemFields> more = new ArrayList<>(items);
        more.removeIf(ItemFields::blank);
        understood.items().stream()
                .limit(Demand.MOST_ITEMS - more.size())
                .map(ItemFields::of)
                .forEach(more::add);
        Map<String, String> said = new LinkedHashMap<>(texts);
        said.putAll(DemandTexts.of(understood.wishes()));
        return new DemandForm(
                said,
                joined(programmes, understood.wishes().programmes()),
                joined(scenarios, understood.wishes().scenarios()),
                more,
                understood.notUnderstood(),
                understood.corrections());
    }

    private static Set<String> joined(Set<String> ticked, @Nullable List<String> said) {
        Set<String> all = new TreeSet<>(ticked);
        all.addAll(said == null ? List.of() : said);
        return all;
    }

    private DemandForm with(List<ItemFields> others) {
        return new DemandForm(texts, programmes, scenarios, others, List.of(), List.of());
    }
}
