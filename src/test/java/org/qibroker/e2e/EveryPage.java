package org.qibroker.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ViewportSize;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.qibroker.support.TestBroker;

/**
 * Visits every page as whom it is for: nothing keeps anybody out, nothing sticks out.
 *
 * @param locale whose language the pages are in
 * @param size of the window in pixels
 * @param cookies that the window keeps
 */
record EveryPage(Chromium chromium, TestBroker broker, Locale locale, ViewportSize size, List<Cookie> cookies) {
    private static final Map<String, List<String>> PAGES = Map.of(
            "",
            List.of(
                    "/",
                    "/sign-in",
                    "/register",
                    "/search?q=卡尺",
                    "/match?q=数显卡尺 0-300mm U≤0.02mm CNAS",
                    "/verify",
                    "/s",
                    "/s/*",
                    "/providers",
                    "/providers/*/plot",
                    "/nowhere"),
            "enterprise@demo.test",
            List.of(
                    "/",
                    "/demands",
                    "/demands/new",
                    "/demands/paste",
                    "/demands/*",
                    "/demands/*/shares",
                    "/bookings",
                    "/bookings/*",
                    "/reported/*",
                    "/reported/*/samples",
                    "/reported/*/labels",
                    "/reported/*/commission",
                    "/rated/*",
                    "/rated/*/rating",
                    "/rated/*/complaints/new",
                    "/complaints",
                    "/instruments",
                    "/instruments/new",
                    "/quote-requests",
                    "/notices",
                    "/notices/settings",
                    "/calendars",
                    "/account",
                    "/account/data",
                    "/account/deletion",
                    "/account/organisation",
                    "/account/profile",
                    "/account/security"),
            "lab@demo.test",
            List.of(
                    "/inbox",
                    "/bookings/*",
                    "/reported/*/report",
                    "/reported/*/samples",
                    "/reported/*/billing",
                    "/s/*",
                    "/resources",
                    "/resources/*",
                    "/resources/*/calendar",
                    "/imports",
                    "/providers/*",
                    "/capabilities/*",
                    "/scope",
                    "/scope/new",
                    "/scope/prices"),
            "coordinator@demo.test",
            List.of(
                    "/region/uptake",
                    "/region/uptake/booked",
                    "/region/uptake/definitions",
                    "/region/reports",
                    "/region/reports/2026",
                    "/region/demands",
                    "/region/bookings",
                    "/region/gaps",
                    "/region/equipment",
                    "/region/late",
                    "/complaints",
                    "/complaints/*",
                    "/region/confirmations",
                    "/region/organisations",
                    "/audit"),
            "admin@demo.test",
            List.of("/operator/mail", "/operator/users", "/audit"));

    /** One test for each person. */
    Stream<DynamicTest> visits() {
        return PAGES.keySet().stream()
                .map(email -> DynamicTest.dynamicTest(email.isEmpty() ? "anybody" : email, () -> visits(email)));
    }

    private void visits(String email) {
        BrowserContext window = chromium.window(broker.url(), locale.toLanguageTag(), size.width, size.height);
        window.addCookies(cookies);
        Visitor visitor = email.isEmpty() ? Visitor.stranger(window, locale) : Visitor.signedIn(window, locale, email);
        assertAll(PAGES.getOrDefault(email, List.of()).stream().map(path -> () -> visit(visitor, path)));
        window.close();
    }

    private void visit(Visitor visitor, String path) {
        Response response = visitor.page()
                .navigate(path(path), new Page.NavigateOptions().setWaitUntil(WaitUntilState.DOMCONTENTLOADED));
        assertThat(response.status()).as(path).isEqualTo(path.equals("/nowhere") ? 404 : 200);
        assertThat(visitor.page().locator("html").getAttribute("lang")).as(path).startsWith(locale.getLanguage());
        assertThat(visitor.page().locator("h1").count())
                .as("headings of " + path)
                .isEqualTo(1);
        visitor.findsNoBarrier();
    }

    private String path(String path) {
        return switch (path) {
            case "/demands/*/shares" -> path("/demands/*") + "/shares";
            case "/providers/*/plot" -> path("/providers/*") + "/plot?subject=数显卡尺";
            case "/demands/*" ->
                "/demands/"
                        + id(
                                """
                    select d.id from demand d join organisation o on o.id = d.enterprise_id
                    where o.name_zh = '示例精密机械有限公司' and d.submitted_at is not null limit 1""");
            case "/bookings/*" ->
                "/bookings/"
                        + id(
                                """
                    select b.id from booking b join organisation e on e.id = b.enterprise_id
                    join organisation p on p.id = b.provider_id
                    where e.name_zh = '示例精密机械有限公司' and p.name_zh = '示例计量测试研究院' limit 1""");
            case "/resources/*/calendar" -> path("/resources/*") + "/calendar";
            case "/resources/*" ->
                "/resources/"
                        + id(
                                """
                    select r.id from resource r join organisation o on o.id = r.provider_id
                    where o.name_zh = '示例计量测试研究院' order by r.id limit 1""");
            case "/providers/*" -> "/providers/" + id("select id from organisation where name_zh = '示例计量测试研究院'");
            case "/capabilities/*" ->
                "/capabilities/"
                        + id(
                                """
                    select id from capability where subject = '量块' and recorded_until is null limit 1""");
            case "/s/*" ->
                "/s/" + id("select code as id from custody_sample where booking_id = '" + reported() + "' limit 1");
            case "/complaints/*" -> "/complaints/" + id("select id from complaint limit 1");
            default ->
                path.replace("/reported/*", "/bookings/" + reported()).replace("/rated/*", "/bookings/" + rated());
        };
    }

    /** The booking whose samples were sent and whose report has a file. */
    private String reported() {
        return id("select booking_id as id from report_content where file_id is not null");
    }

    /** A booking of the enterprise that is completed and rated. */
    private String rated() {
        return id(
                """
                select r.booking_id as id from rating r join organisation o on o.id = r.enterprise_id
                where o.name_zh = '示例精密机械有限公司' limit 1""");
    }

    private String id(String sql) {
        return String.valueOf(broker.rows(sql).get(0).get("id"));
    }
}
