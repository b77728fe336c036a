package org.qibroker.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every package says what it is for and is null-marked. */
class PackagesTest {
    @Test
    void everyPackageOfTheHouseIsDescribed() {
        assertThat(undescribed(Sources.ending(Sources.JAVA, ".java"))).isEmpty();
    }

    @Test
    void noticesAPackageWithoutDescription() {
        Path info = Path.of("a/package-info.java");
        assertThat(undescribed(Map.of(Path.of("a/A.java"), ""))).containsExactly(Path.of("a"));
        assertThat(undescribed(Map.of(Path.of("a/A.java"), "", info, "@NullMarked")))
                .containsExactly(Path.of("a"));
        assertThat(undescribed(Map.of(Path.of("a/A.java"), "", info, "/** For x. */\n@NullMarked")))
                .isEmpty();
    }

    private static Set<Path> undescribed(Map<Path, String> sources) {
        Set<Path> folders = new TreeSet<>();
        sources.keySet().forEach(path -> folders.add(path.getParent()));
        folders.removeIf(folder -> {
            String info = sources.getOrDefault(folder.resolve("package-info.java"), "");
            return info.contains("@NullMarked") && info.contains("/**");
        });
        return folders;
    }
}
