package org.qibroker.catalog.imports.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;

/** Finds the sheets of a workbook and what they share, by the relations between its parts. */
final class XlsxWorkbook {
    private static final int MOST_SHEETS = 255;
    private static final String OFFICE_DOCUMENT = "/officeDocument";

    private final XlsxParts parts;
    private final String path;

    private XlsxWorkbook(XlsxParts parts, String path) {
        this.parts = parts;
        this.path = path;
    }

    /** Sheets that are seen, with the parts that hold them, and the names of those that are not. */
    record Sheets(List<String> names, List<ZipEntry> entries, List<String> hidden) {}

    static Sheets read(XlsxParts parts, XlsxStrings strings, XlsxFormats formats) {
        String path = relations(parts, "_rels/.rels").values().stream()
                .filter(relation -> relation.type.endsWith(OFFICE_DOCUMENT))
                .map(Relation::target)
                .findFirst()
                .orElse("xl/workbook.xml");
        XlsxWorkbook workbook = new XlsxWorkbook(parts, path.startsWith("/") ? path.substring(1) : path);
        if (!workbook.path.endsWith(".xml") || !workbook.path.contains("workbook")) {
            throw new UnreadableFile("xlsx-not");
        }
        Map<String, Relation> relations = relations(parts, workbook.sibling("_rels/" + workbook.name() + ".rels"));
        for (Relation relation : relations.values()) {
            if (relation.type.endsWith("/sharedStrings")) {
                workbook.part(relation).ifPresent(entry -> read(parts, entry, strings::read));
            } else if (relation.type.endsWith("/styles")) {
                workbook.part(relation).ifPresent(entry -> read(parts, entry, formats::read));
            }
        }
        return workbook.sheets(relations, formats);
    }

    private static void read(XlsxParts parts, ZipEntry entry, Consumer<XlsxXml> reader) {
        try (XlsxXml xml = parts.xml(entry)) {
            reader.accept(xml);
        }
    }

    private Sheets sheets(Map<String, Relation> relations, XlsxFormats formats) {
        Sheets sheets = new Sheets(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        ZipEntry entry = parts.part(path).orElseThrow(() -> new UnreadableFile("xlsx-not"));
        try (XlsxXml xml = parts.xml(entry)) {
            for (String element = xml.nextElement(); element != null; element = xml.nextElement()) {
                if (element.equals("workbookPr")
                        && xml.attribute("date1904", "0").matches("1|true")) {
                    formats.countFrom1904();
                } else if (element.equals("sheet")) {
                    sheet(xml, relations, sheets);
                }
            }
        }
        if (sheets.entries.isEmpty()) {
            throw new UnreadableFile("file-empty");
        }
        return sheets;
    }

    private void sheet(XlsxXml xml, Map<String, Relation> relations, Sheets sheets) {
        Relation relation = relations.get(xml.attribute("id", ""));
        if (relation == null || !relation.type.endsWith("/worksheet")) {
            return;
        }
        String name = xml.attribute("name", "").replace("\0", "");
        if (!xml.attribute("state", "visible").equals("visible")) {
            sheets.hidden.add(name);
            return;
        }
        if (sheets.entries.size() == MOST_SHEETS) {
            throw new UnreadableFile("xlsx-too-large");
        }
        sheets.entries.add(part(relation).orElseThrow(() -> new UnreadableFile("xlsx-damaged")));
        sheets.names.add(name);
    }

    private Optional<ZipEntry> part(Relation relation) {
        return parts.part(relation.target.startsWith("/") ? relation.target : sibling(relation.target));
    }

    private String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private String sibling(String name) {
        return path.substring(0, path.lastIndexOf('/') + 1) + name;
    }

    /** Where one part points at another. */
    private record Relation(String type, String target) {}

    private static Map<String, Relation> relations(XlsxParts parts, String name) {
        Map<String, Relation> relations = new HashMap<>();
        parts.part(name)
                .ifPresent(entry -> read(parts, entry, xml -> {
                    for (String element = xml.nextElement(); element != null; element = xml.nextElement()) {
                        if (element.equals("Relationship")) {
                            relations.put(
                                    xml.attribute("Id", ""),
                                    new Relation(xml.attribute("Type", ""), xml.attribute("Target", "")));
                        }
                    }
                }));
        return relations;
    }
}
