package org.qibroker.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    private static Settings of(String... arguments) {
        return SettingsLoader.load(List.of(arguments), Map.of(), Optional.empty());
    }

    @Test
    void has_the_defaults_everybody_relies_on() {
        Settings settings = of();
        assertThat(settings.http().host()).isEqualTo("127.0.0.1");
        assertThat(settings.http().port()).isEqualTo(8080);
        assertThat(settings.ops().port()).isEqualTo(8081);
        assertThat(settings.data().dir()).isEqualTo(Path.of(".qi-broker"));
        assertThat(settings.database().embedded()).isTrue();
        assertThat(settings.cluster().enabled()).isFalse();
        assertThat(settings.cluster().members()).isEmpty();
        assertThat(settings.publicUrl()).isEqualTo("http://127.0.0.1:8080");
        assertThat(settings.security().accessToken()).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void takes_the_later_of_file_environment_and_command_line() {
        Optional<java.io.Reader> file =
                Optional.of(new StringReader("http: {port: 1, host: 127.0.0.2}\nops: {port: 2}"));
        Settings settings = SettingsLoader.load(
                List.of("--http.port=3"), Map.of("QI_HTTP_PORT", "4", "QI_OPS_PORT", "5", "PATH", "x"), file);
        assertThat(settings.http().port()).isEqualTo(3);
        assertThat(settings.ops().port()).isEqualTo(5);
        assertThat(settings.http().host()).isEqualTo("127.0.0.2");
    }

    @Test
    void reads_lists_times_and_what_is_left_empty() {
        Settings settings = SettingsLoader.load(
                List.of("--security.session=2d", "--http.trusted-proxies=10.0.0.1, 10.0.0.2"),
                Map.of("QI_HTTP_PUBLIC_URL", "https://broker.example.org/"),
                Optional.of(new StringReader("http: {trusted-proxies: [c]}")));
        assertThat(settings.security().session()).isEqualTo(Duration.ofDays(2));
        assertThat(settings.http().trustedProxies()).containsExactly("10.0.0.1", "10.0.0.2");
        assertThat(settings.publicUrl()).isEqualTo("https://broker.example.org");
        assertThat(settings.security().signingKey()).isEmpty();
    }

    @Test
    void loads_the_sample_with_the_embedded_database_unless_said_otherwise() {
        String external = "--database.url=postgresql://a@b/c";
        assertThat(of().sampleEnabled()).isTrue();
        assertThat(of(external).sampleEnabled()).isFalse();
        assertThat(of(external, "--sample.enabled=true").sampleEnabled()).isTrue();
        assertThat(of("--sample.enabled=false").sampleEnabled()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--http.prot=1|unknown setting http.prot (the command line); did you mean http.port?",
                "--http.port=abc|http.port: \"abc\" is not a whole number (the command line)",
                "--http.port=70000|http.port must be between 0 and 65535, but is 70000",
                "--http.port|a setting on the command line has the form --a.b=c, but was --http.port",
                "--sample.enabled=yes|sample.enabled: \"yes\" is not true or false (the command line)",
                "--security.session=forever|security.session: \"forever\" is not a time",
                "--security.session=0s|security.session must be longer than nothing",
                "--database.wait-queue=0|database.wait-queue must be at least 1, but is 0",
                "--http.host=|http.host: \"\" is not a value",
                "--cluster.enabled=true|cluster.enabled cannot be set: this version runs as one node on its database",
            })
    void refuses_in_one_line_what_is_unknown_or_wrong(String argument, String line) {
        assertThatThrownBy(() -> of(argument))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith(line)
                .message()
                .doesNotContain("\n");
    }

    @Test
    void refuses_an_unknown_variable_and_a_broken_file() {
        assertThatThrownBy(() -> SettingsLoader.load(List.of(), Map.of("QI_DATA_DRI", "x"), Optional.empty()))
                .hasMessage("unknown setting data.dri (QI_DATA_DRI); did you mean data.dir?");
        assertThatThrownBy(() -> SettingsLoader.load(
                        List.of(), Map.of(), Optional.of(new StringReader("http:\n port: 1\n  host: x"))))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("config/broker.yaml is no YAML")
                .hasMessageContaining("line 3");
    }

    @Test
    void keeps_a_wrong_password_out_of_its_lines() {
        assertThatThrownBy(() -> of("--database.password=secret", "--http.port=x"))
                .message()
                .doesNotContain("secret");
    }
}
