package org.qibroker.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.qibroker.support.TestBroker;

/** Every page, in both languages, on a desk by day and in a hand by night: nothing keeps anybody out, nothing sticks out. */
class PagesE2E {
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

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @RegisterExtension
    static final TestBroker BROKER = new TestBroker("--sample.enabled=true");

    @TestFactory
    Stream<DynamicTest> onADeskInChineseByDay() {
        return visits("zh-CN", Locale.SIMPLIFIED_CHINESE, 1440, 900);
    }

    @TestFactory
    Stream<DynamicTest> inAHandInEnglishByNight() {
        return visits("en-GB", Locale.ENGLISH, 360, 740);
    }

    private static Stream<DynamicTest> visits(String language, Locale locale, int width, int height) {
        List<DynamicTest> visits = new ArrayList<>();
        PAGES.forEach((email, paths) -> visits.add(DynamicTest.dynamicTest(email.isEmpty() ? "anybody" : email, () -> {
            BrowserContext window = CHROMIUM.window(BROKER.url(), language, width, height);
            if (locale.equals(Locale.ENGLISH)) {
                window.addCookies(List.of(new Cookie("qi_theme", "dark").setUrl(BROKER.url())));
            }
            Visitor visitor =
                    email.isEmpty() ? Visitor.stranger(window, locale) : Visitor.signedIn(window, locale, email);
            assertAll(paths.stream().map(path -> () -> visit(visitor, path, language)));
            window.close();
        })));
        return visits.stream();
    }

    private static void visit(Visitor visitor, String path, String language) {
        Response response = visitor.page()
                .navigate(path(path), new Page.NavigateOptions().setWaitUntil(WaitUntilState.DOMCONTENTLOADED));
        assertThat(response.status()).as(path).isEqualTo(path.equals("/nowhere") ? 404 : 200);
        assertThat(visitor.page().locator("html").getAttribute("lang")).as(path).startsWith(language.substring(0, 2));
        assertThat(visitor.page().locator("h1").count())
                .as("headings of " + path)
                .isEqualTo(1);
        visitor.findsNoBarrier();
    }

    private static String path(String path) {
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
    private static String reported() {
        return id("select booking_id as id from report_content where file_id is not null");
    }

    /** A booking of the enterprise that is completed and rated. */
    private static String rated() {
        return id(
                """
                select r.booking_id as id from rating r join organisation o on o.id = r.enterprise_id
                where o.name_zh = '示例精密机械有限公司' limit 1""");
    }

    private static String id(String sql) {
        return String.valueOf(BROKER.rows(sql).get(0).get("id"));
    }
}
