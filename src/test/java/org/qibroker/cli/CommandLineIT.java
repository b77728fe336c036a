package org.qibroker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.qibroker.Main;
import org.qibroker.platform.database.DatabaseAddress;
import org.qibroker.shared.Role;
import org.qibroker.support.Person;
import org.qibroker.support.TestBroker;

/** Commands in processes of their own, beside a running broker. */
class CommandLineIT {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    @TempDir
    Path dir;

    private record Ended(int code, String output) {}

    private static Ended run(Map<String, String> environment, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Duser.language=en",
                Main.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }

    /** A command on the database of the running broker. */
    private static Ended beside(String... arguments) throws Exception {
        DatabaseAddress address = BROKER.address();
        String url = "postgresql://" + address.user() + "@" + address.host() + ":" + address.port() + "/"
                + address.database();
        return run(
                Map.of(
                        "QI_DATABASE_URL",
                        url,
                        "QI_DATABASE_PASSWORD",
                        address.password(),
                        "QI_DATA_DIR",
                        TestBroker.DIR.toString(),
                        "BROKER_ADMIN_PASSWORD",
                        Person.PASSWORD),
                arguments);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(dir.resolve(name), text);
    }

    @Test
    void adds_an_operator_who_can_sign_in_at_once() throws Exception {
        Ended added = beside("create-admin", "--email", "ops@example.test", "--name", "Ops");
        assertThat(added.code()).as(added.output()).isZero();
        Map<String, String> secret = Map.of("email", "ops@example.test", "password", Person.PASSWORD);
        assertThat(BROKER.api().post("/api/v1/tokens", secret).status()).isEqualTo(200);
        assertThat(beside("create-admin", "--email", "ops@example.test").code()).isEqualTo(1);
    }

    @Test
    void publishes_a_scope_and_matches_against_it() throws Exception {
        Person lab = BROKER.person(Role.PROVIDER);
        String uscc = String.valueOf(BROKER.rows("SELECT uscc FROM organisation WHERE id = ?", lab.organisation())
                .get(0)
                .get("uscc"));
        Path scope = file("scope.csv", "类别,检测对象,项目/参数,备注栏\nMETROLOGY,数显卡尺,示值误差,x\n");
        Ended dry = beside("import", scope.toString(), "--provider", uscc, "--dry-run");
        assertThat(dry.output()).contains("Dry run").contains("备注栏");
        Path json = file(
                "scope.json",
                "{\"lines\": [{\"family\": \"METROLOGY\", \"subject\": \"卡尺\", \"parameter\": \"示值误差\"}]}");
        Ended read = beside("import", json.toString(), "--provider", uscc, "--dry-run");
        assertThat(read.code()).as(read.output()).isZero();
        Ended unknown = beside("import", scope.toString(), "--provider", "91310117MA9T00018D");
        assertThat(unknown.code()).isEqualTo(1);
        assertThat(unknown.output()).contains("No organisation");
    }

    @Test
    void says_what_is_wrong_with_a_request() throws Exception {
        Path wrong = file("wrong.json", "{\"items\": [{\"family\": \"METROLOGY\", \"colour\": 1}]}");
        Ended refused = beside("match", wrong.toString());
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.output()).contains("colour").doesNotContain("\tat ");
        Path right = file("right.json", "{\"items\": [{\"family\": \"METROLOGY\", \"subject\": \"数显卡尺\"}]}");
        Ended answered = beside("match", right.toString());
        assertThat(answered.code()).as(answered.output()).isZero();
        assertThat(answered.output()).contains("\"candidates\"");
    }

    @Test
    void names_the_event_that_was_tampered_with() throws Exception {
        BROKER.person(Role.ENTERPRISE);
        Ended sound = beside("verify-log");
        assertThat(sound.code()).as(sound.output()).isZero();
        Object position = BROKER.rows(
                        "SELECT max(position) AS position FROM event WHERE type = 'organisation-registered'")
                .get(0)
                .get("position");
        BROKER.execute("ALTER TABLE event DISABLE TRIGGER USER");
        BROKER.execute("UPDATE event SET at = at - interval '1 day' WHERE position = ?", position);
        BROKER.execute("ALTER TABLE event ENABLE TRIGGER USER");
        Ended broken = beside("verify-log");
        assertThat(broken.code()).isEqualTo(1);
        assertThat(broken.output()).contains("Position " + position + ",", "not what was written");
        assertThat(BROKER.rows("SELECT asker FROM log_check WHERE faults = 1")).isNotEmpty();
        assertThat(BROKER.as(Role.ADMIN).get("/api/v1/audit/checks").expect(200).body())
                .contains("COMMAND", "\"position\":" + position);
    }

    @Test
    void helps_and_refuses_in_one_line() throws Exception {
        assertThat(run(Map.of(), "--help").output())
                .contains("serve", "import", "match", "create-admin", "--http.port");
        assertThat(run(Map.of(), "serve", "--help").output()).contains("PostgreSQL", "Ctrl-C");
        Ended unknown = run(Map.of(), "serve", "--http.prot=1");
        assertThat(unknown.code()).isEqualTo(1);
        assertThat(unknown.output().strip())
                .isEqualTo("unknown setting http.prot (the command line); did you mean http.port?");
        assertThat(run(Map.of(), "serve", "--http.host=0.0.0.0", "--data.dir=" + dir)
                        .output())
                .contains("--sample.enabled=false");
        assertThat(run(Map.of(), "fly").code()).isEqualTo(2);
    }
}
