package org.qibroker.account.profile;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.qibroker.platform.config.ConfigFiles;
import org.qibroker.platform.config.SettingsException;

/**
 * The industries to choose from, in groups.
 *
 * @param groups in the order of the file
 */
public record Industries(List<Group> groups) {
    private static final String FILE = "industries.yaml";
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{1,39}");

    /** Copies the groups. */
    public Industries {
        groups = List.copyOf(groups);
    }

    /** Industries that one plan names together, such as {@code 3} of 3+6. */
    public record Group(String group, String nameZh, String nameEn, List<Industry> industries) {
        /** The name in the reader's language: Chinese unless English is asked for. */
        public String name(Locale locale) {
            return locale.getLanguage().equals("en") ? nameEn : nameZh;
        }
    }

    /** One industry. */
    public record Industry(String code, String nameZh, String nameEn) {
        /** The name in the reader's language: Chinese unless English is asked for. */
        public String name(Locale locale) {
            return locale.getLanguage().equals("en") ? nameEn : nameZh;
        }
    }

    /**
     * Reads {@code config/industries.yaml}. Blocks.
     *
     * @throws SettingsException if it cannot be read, or a code in it is wrong or there twice
     */
    public static Industries load() {
        try (Reader file = ConfigFiles.open(FILE)) {
            return checked(new Industries(new YAMLMapper().readValue(file, new TypeReference<List<Group>>() {})));
        } catch (IOException e) {
            throw new SettingsException("config/" + FILE + " cannot be read: " + e.getMessage());
        }
    }

    private static Industries checked(Industries read) {
        List<String> codes = read.all().map(Industry::code).toList();
        for (String code : codes) {
            if (!CODE.matcher(code).matches()) {
                throw new SettingsException("config/" + FILE + ": " + code + " is no code such as future-energy");
            }
            if (codes.indexOf(code) != codes.lastIndexOf(code)) {
                throw new SettingsException("config/" + FILE + ": " + code + " is there twice");
            }
        }
        return read;
    }

    /** All of them, in the order of the file. */
    public Stream<Industry> all() {
        return groups.stream().flatMap(group -> group.industries().stream());
    }

    /** The industry of a code. */
    public Optional<Industry> find(String code) {
        return all().filter(industry -> industry.code().equals(code)).findFirst();
    }
}
