package org.qibroker.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.qibroker.support.Answer;
import org.qibroker.support.ApiClient;
import org.qibroker.support.TestBroker;
import org.qibroker.support.Waiting;

/** A laboratory moves what is in its calendar, with the keyboard and with the mouse, and sees what others do at once. */
class CalendarE2E {
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @RegisterExtension
    static final TestBroker BROKER = new TestBroker("--sample.enabled=true");

    private static ApiClient api(String email) {
        Map<String, String> secret = Map.of("email", email, "password", "demo-2026");
        return BROKER.api()
                .withToken(
                        BROKER.api().post("/api/v1/tokens", secret).expect(200).text("/accessToken"));
    }

    private static String one(String sql) {
        return String.valueOf(BROKER.rows(sql).get(0).get("id"));
    }

    private static Answer booked(String resource, JsonNode slot) {
        Map<String, Object> wish = new HashMap<>();
        wish.put(
                "capabilityIds",
                List.of(one("SELECT id FROM capability WHERE resource_id = '" + resource + "' LIMIT 1")));
        wish.put("resourceId", resource);
        wish.put("start", slot.path("start").asText());
        wish.put("end", slot.path("end").asText());
        return api("enterprise@demo.test")
                .withKey()
                .post("/api/v1/bookings", wish)
                .expect(201);
    }

    private static Answer step(ApiClient who, Answer last, String action) {
        return who.ifMatch(last.version())
                .post("/api/v1/bookings/" + last.id() + "/transitions", Map.of("action", action))
                .expect(200);
    }

    @Test
    void movesBookingsAndClosures() {
        String resource = one(
                """
                SELECT r.id FROM resource r JOIN organisation o ON o.id = r.provider_id
                WHERE o.name_zh = '示例计量测试研究院' AND r.name = '长度校准工位'""");
        LocalDate monday = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(14);
        monday = monday.minusDays(monday.getDayOfWeek().getValue() - 1L);
        JsonNode slots = api("lab@demo.test")
                .get("/api/v1/resources/" + resource + "/availability?from=" + monday + "&to=" + monday.plusDays(4))
                .expect(200)
                .json()
                .path("items");
        Answer booking = step(api("lab@demo.test"), booked(resource, slots.get(0)), "accept");
        BrowserContext window = CHROMIUM.window(BROKER.url(), "zh-CN", 1440, 900);
        Visitor lab = Visitor.signedIn(window, Locale.SIMPLIFIED_CHINESE, "lab@demo.test");
        Page page = lab.page();
        lab.open("/resources/" + resource + "/calendar?week=" + monday);
        lab.findsNoBarrier();

        page.locator("[data-cal-move]").focus();
        page.keyboard().press("Enter");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("Enter");
        page.locator("#cal-move button[type=submit]").click();
        assertThat(page.locator(".cal-proposed:not(.cal-key)")).isVisible();
        Answer proposed = api("enterprise@demo.test").get("/api/v1/bookings/" + booking.id());
        assertThat(proposed.text("/proposal/kind")).isEqualTo("RESCHEDULE");

        lab.stay();
        step(api("enterprise@demo.test"), proposed, "agree");
        assertThat(page.locator(".cal-proposed:not(.cal-key)")).hasCount(0);
        lab.hasStayed();

        String from = slots.get(slots.size() - 1).path("start").asText();
        closesAndMovesWhatIsClosed(page, resource, from);
        window.close();
    }

    private static void closesAndMovesWhatIsClosed(Page page, String resource, String from) {
        Locator last = page.locator("td[data-slot]").last();
        last.hover();
        last.locator(".cal-close").click();
        assertThat(page.locator(".cal-shut")).hasCount(1);
        page.locator(".cal-shut").dragTo(page.locator("td[data-slot]").nth(3));
        page.locator("#cal-move button[type=submit]").click();
        Waiting.until(() -> !OffsetDateTime.parse(closedFrom(resource)).isEqual(OffsetDateTime.parse(from)));
    }

    private static String closedFrom(String resource) {
        return one("SELECT closures #>> '{0,from}' AS id FROM resource WHERE id = '" + resource + "'");
    }
}
