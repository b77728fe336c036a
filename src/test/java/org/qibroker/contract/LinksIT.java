package org.qibroker.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qibroker.support.Answer;
import org.qibroker.support.TestBroker;
import org.qibroker.support.Visitor;

/** Whatever link a page offers to somebody leads to a page that is there for them. */
class LinksIT {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker("--sample.enabled=true");

    /** So many pages of one kind are opened; the others look the same. */
    private static final int OF_A_KIND = 3;

    private static final Pattern LINK = Pattern.compile("<a\\s[^>]*href=\"(/[^\"#]*)");
    private static final Pattern NUMBERS = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}|[0-9]+");

    private final Map<String, Integer> opened = new HashMap<>();
    private final Map<String, String> broken = new TreeMap<>();

    private record Link(String to, String from) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "enterprise@demo.test",
                "enterprise2@demo.test",
                "lab@demo.test",
                "lab2@demo.test",
                "expert@demo.test",
                "coordinator@demo.test",
                "district@demo.test",
                "admin@demo.test"
            })
    void leadSomewhere(String email) {
        Visitor visitor = new Visitor(BROKER);
        if (!email.isEmpty()) {
            visitor.get("/sign-in").expect(200);
            visitor.post("/sign-in", Map.of("email", email, "password", "demo-2026"))
                    .expect(303);
        }
        Set<String> seen = new HashSet<>();
        Deque<Link> links = new ArrayDeque<>(Set.of(new Link("/", "the address")));
        while (!links.isEmpty()) {
            Link link = links.poll();
            if (seen.add(link.to()) && opened.merge(kind(link.to()), 1, Integer::sum) <= OF_A_KIND) {
                follow(visitor, link, links);
            }
        }
        assertThat(seen).hasSizeGreaterThan(10);
        assertThat(broken).isEmpty();
    }

    private static String kind(String address) {
        return NUMBERS.matcher(address.split("\\?", 2)[0]).replaceAll("*");
    }

    private void follow(Visitor visitor, Link link, Deque<Link> links) {
        Answer answer = visitor.get(link.to());
        if (answer.status() >= 400) {
            broken.put(link.to(), answer.status() + ", offered by " + link.from());
        }
        Matcher found = LINK.matcher(answer.body());
        while (found.find()) {
            links.add(new Link(found.group(1).replace("&amp;", "&"), link.to()));
        }
    }
}
