package org.qibroker.platform.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Reads the settings. Later sources win: {@code config/broker.yaml} of the jar, the one of the working folder,
 * {@code QI_A_B} of the environment, {@code --a.b=c} of the command line.
 */
public final class SettingsLoader {
    private static final String FILE = "broker.yaml";
    private static final String PREFIX = "QI_";

    private final Set<String> known = SettingsBinder.keys(Settings.class);
    private final Map<String, Setting> values = new TreeMap<>();

    /** One value, and where it was set. */
    record Setting(String text, String source) {}

    private SettingsLoader() {}

    /**
     * The settings of this process.
     *
     * @param arguments the {@code --a.b=c} of the command line
     * @throws SettingsException for the first setting that is unknown or wrong
     */
    public static Settings load(List<String> arguments) {
        return load(arguments, System.getenv(), ConfigFiles.override(FILE));
    }

    /** As {@link #load(List)}, from these sources. */
    static Settings load(List<String> arguments, Map<String, String> environment, Optional<Reader> file) {
        SettingsLoader loader = new SettingsLoader();
        loader.addYaml(ConfigFiles.builtIn(FILE), "the built-in config/" + FILE);
        file.ifPresent(reader -> loader.addYaml(reader, "config/" + FILE));
        new TreeMap<>(environment).forEach(loader::addEnvironment);
        arguments.forEach(loader::addArgument);
        return SettingsBinder.bind(Settings.class, loader.values);
    }

    private void addYaml(Reader yaml, String source) {
        JsonNode root;
        try (yaml) {
            root = new YAMLMapper().readTree(yaml);
        } catch (JsonProcessingException e) {
            throw new SettingsException(source + " is no YAML: "
                    + e.getOriginalMessage().lines().findFirst().orElse("") + " (line "
                    + e.getLocation().getLineNr() + ")");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> flat = new LinkedHashMap<>();
        flatten("", root, flat);
        flat.forEach((key, text) -> put(key, text, source));
    }

    private static void flatten(String key, JsonNode node, Map<String, String> flat) {
        if (node.isObject()) {
            node.properties()
                    .forEach(field -> flatten(
                            key.isEmpty() ? field.getKey() : key + "." + field.getKey(), field.getValue(), flat));
        } else if (node.isArray()) {
            flat.put(
                    key,
                    StreamSupport.stream(node.spliterator(), false)
                            .map(JsonNode::asText)
                            .collect(Collectors.joining(",")));
        } else if (!key.isEmpty()) {
            flat.put(key, node.isNull() ? "" : node.asText());
        }
    }

    private void addEnvironment(String name, String text) {
        if (name.startsWith(PREFIX)) {
            String folded = folded(name.substring(PREFIX.length()));
            Optional<String> key =
                    known.stream().filter(k -> folded(k).equals(folded)).findFirst();
            put(
                    key.orElse(name.substring(PREFIX.length())
                            .toLowerCase(Locale.ROOT)
                            .replace('_', '.')),
                    text,
                    name);
        }
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[._-]", "");
    }

    private void addArgument(String argument) {
        int equals = argument.indexOf('=');
        if (!argument.startsWith("--") || equals < 0) {
            throw new SettingsException("a setting on the command line has the form --a.b=c, but was " + argument);
        }
        put(argument.substring(2, equals), argument.substring(equals + 1), "the command line");
    }

    private void put(String key, String text, String source) {
        if (!known.contains(key)) {
            throw new SettingsException(
                    "unknown setting " + key + " (" + source + "); did you mean " + nearest(key) + "?");
        }
        values.put(key, new Setting(text.strip(), source));
    }

    private String nearest(String key) {
        return known.stream()
                .min(Comparator.comparingInt(k -> distance(k, key)))
                .orElseThrow();
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
