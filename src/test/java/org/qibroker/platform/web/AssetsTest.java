package org.qibroker.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.qibroker.support.TestBroker;

class AssetsTest {
    private static final Pattern OF_LIBRARIES = Pattern.compile("/assets/(lib|static)/[\\w./-]+");

    @Test
    void whateverATemplateTakesOfALibraryIsUnpackedAtTheStart() throws IOException {
        try (Stream<Path> templates = Files.walk(Path.of("src/main/jte"))) {
            Set<String> taken = templates
                    .filter(Files::isRegularFile)
                    .flatMap(file -> OF_LIBRARIES.matcher(text(file)).results())
                    .map(MatchResult::group)
                    .collect(Collectors.toSet());
            assertThat(Assets.TAKEN).containsAll(taken);
        }
    }

    @Test
    void eachOfThemIsThere() {
        Vertx vertx = Vertx.vertx();
        try {
            assertThatCode(() -> TestBroker.await(Assets.unpack(vertx))).doesNotThrowAnyException();
        } finally {
            TestBroker.await(vertx.close());
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
