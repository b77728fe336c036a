package org.qibroker.catalog.imports.table;

import java.util.ArrayList;
import java.util.List;

/** Texts that several cells of a workbook share. */
final class XlsxStrings {
    private static final long MOST_CHARACTERS = 40_000_000;
    private static final int MOST = 4_000_000;

    private final List<String> texts = new ArrayList<>();

    /** Reads the part that holds them. */
    void read(XlsxXml xml) {
        long characters = 0;
        for (String element = xml.nextElement(); element != null; element = xml.nextElement()) {
            if (element.equals("si")) {
                String text = xml.richText("si");
                texts.add(text);
                characters += text.length();
                if (characters > MOST_CHARACTERS || texts.size() > MOST) {
                    throw new UnreadableFile("xlsx-too-large");
                }
            }
        }
    }

    /** The text of that number. */
    String text(String number) {
        try {
            return texts.get(Integer.parseInt(number.strip()));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw new UnreadableFile("xlsx-damaged");
        }
    }
}
