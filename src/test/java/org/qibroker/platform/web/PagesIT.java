package org.qibroker.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.qibroker.support.Answer;
import org.qibroker.support.TestBroker;

class PagesIT {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    @Test
    void speaksChineseFirstAndEnglishWhenAsked() {
        assertThat(BROKER.api().get("/").expect(200).body()).contains("lang=\"zh-CN\"", "能力检索");
        assertThat(BROKER.api()
                        .with("Accept-Language", "en-GB,en;q=0.9")
                        .get("/")
                        .expect(200)
                        .body())
                .contains("lang=\"en\"", "Capabilities");
    }

    @Test
    void allowsNoScriptOrStyleThatIsNotTheBrokersOwn() {
        Answer home = BROKER.api().get("/").expect(200);

        assertThat(home.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'")
                .doesNotContain("unsafe");
        assertThat(home.body()).doesNotContain("<style", "onclick=", " style=");
        assertThat(home.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void servesItsFiles() {
        assertThat(BROKER.api().get("/assets/app.css").expect(200).header("Content-Type"))
                .startsWith("text/css");
        BROKER.api().get("/assets/lib/htmx.org/2.0.4/dist/htmx.min.js").expect(200);
        BROKER.api().get("/assets/../openapi/broker.yaml").expect(404);
        BROKER.api().get("/assets/lib/").expect(404);
    }

    @Test
    void answersAnUnknownAddressWithAPageOrAProblem() {
        Answer page = BROKER.api().get("/nowhere").expect(404);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.body()).contains("没有这个地址", page.header("X-Request-Id"));

        Answer problem =
                BROKER.api().with("X-Request-Id", "trial-7").get("/api/nowhere").expect(404);
        assertThat(problem.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(problem.text("/requestId")).isEqualTo("trial-7");
    }

    @Test
    void takesNoFormWithoutItsToken() {
        Answer refused = BROKER.api()
                .with("Content-Type", "application/x-www-form-urlencoded")
                .post("/preferences", "lang=en&back=/search")
                .expect(403);

        assertThat(refused.body()).contains("表单已失效");
        assertThat(refused.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("qi_lang"));
    }

    @Test
    void keepsTheChoiceOfLanguage() {
        Answer chosen = BROKER.api()
                .with("Content-Type", "application/x-www-form-urlencoded")
                .with("Cookie", "qi_visitor=abc")
                .post("/preferences", "lang=en&back=/search&_csrf=abc")
                .expect(303);

        assertThat(chosen.header("Location")).isEqualTo("/search");
        assertThat(chosen.headers().allValues("Set-Cookie")).anyMatch(cookie -> cookie.startsWith("qi_lang=en"));
    }

    @Test
    void aMalformedAddressIsBadInput() {
        BROKER.api().get("/providers/%25zz").expect(404);
        assertThat(raw("GET /%zz HTTP/1.1")).startsWith("HTTP/1.1 400");
    }

    private static String raw(String requestLine) {
        URI broker = URI.create(BROKER.url());
        try (Socket socket = new Socket(broker.getHost(), broker.getPort())) {
            socket.getOutputStream()
                    .write((requestLine + "\r\nHost: x\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aPartOfAPageSendsTheWholePageToSignIn() {
        Answer asked = BROKER.api().with("HX-Request", "true").get("/account").expect(204);

        assertThat(asked.header("HX-Redirect")).isEqualTo("/sign-in?back=%2Faccount");
    }

    @Test
    void asksToSignInAndComesBack() {
        Answer asked = BROKER.api().get("/account?x=1").expect(303);

        assertThat(asked.header("Location")).isEqualTo("/sign-in?back=%2Faccount%3Fx%3D1");
    }
}
