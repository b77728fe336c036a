package org.qibroker.support;

import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without scripts: keeps cookies, and sends forms with the token of the page it last saw. */
public final class Visitor {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final ApiClient client;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String token = "";

    /** Nobody yet, at a broker. */
    public Visitor(TestBroker broker) {
        this.client = broker.api();
    }

    /** Signs in as somebody, and has the first page after it open. */
    public static Visitor signedIn(TestBroker broker, Person person) {
        Visitor visitor = new Visitor(broker);
        visitor.get("/sign-in").expect(200);
        visitor.post("/sign-in", Map.of("email", person.email(), "password", Person.PASSWORD))
                .expect(303);
        visitor.get("/account").expect(200);
        return visitor;
    }

    /** Opens a page. */
    public Answer get(String path) {
        return seen(as().get(path));
    }

    /** Sends a form. */
    public Answer post(String path, Map<String, String> fields) {
        Map<String, String> sent = new LinkedHashMap<>(fields);
        sent.putIfAbsent("_csrf", token);
        String body = sent.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return seen(
                as().with("Content-Type", "application/x-www-form-urlencoded").post(path, body));
    }

    /** Sends a form with a file. */
    public Answer upload(String path, Map<String, String> fields, String fileName, String content) {
        return upload(path, fields, fileName, content, StandardCharsets.UTF_8);
    }

    /** Sends a form with a file of text that is written so. */
    public Answer upload(String path, Map<String, String> fields, String fileName, String content, Charset charset) {
        Map<String, String> sent = new LinkedHashMap<>(fields);
        sent.putIfAbsent("_csrf", token);
        String part = "--part\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s\r\n";
        StringBuilder body = new StringBuilder();
        sent.forEach((name, value) -> body.append(part.formatted(name, "", value)));
        body.append(part.formatted("file", "; filename=\"" + fileName + "\"", content))
                .append("--part--\r\n");
        return seen(as().with("Content-Type", "multipart/form-data; boundary=part")
                .send("POST", path, body.toString(), charset));
    }

    /** The lines of a page that goes on, as they come; {@code ended} is the last. */
    public List<String> listen(String path) {
        return as().listen(path);
    }

    private ApiClient as() {
        String sent = cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        return sent.isEmpty() ? client : client.with("Cookie", sent);
    }

    private Answer seen(Answer answer) {
        for (String header : answer.headers().allValues("Set-Cookie")) {
            String[] pair = header.split(";", 2)[0].split("=", 2);
            cookies.put(pair[0], pair[1]);
            cookies.values().removeIf(String::isEmpty);
        }
        Matcher found = TOKEN.matcher(answer.body());
        if (found.find()) {
            token = found.group(1);
        }
        return answer;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
