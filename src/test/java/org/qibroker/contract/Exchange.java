package org.qibroker.contract;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One request and its answer, as seen on the wire.
 *
 * @param method such as {@code GET}
 * @param uri path and query, as sent
 * @param requestHeaders names in any case
 * @param requestBody empty if there was none
 * @param responseHeaders names in any case
 * @param responseBody empty if there was none
 */
public record Exchange(
        String method,
        String uri,
        Map<String, String> requestHeaders,
        String requestBody,
        int status,
        Map<String, String> responseHeaders,
        String responseBody) {
    /** Brings the names of the headers to one case. */
    public Exchange {
        requestHeaders = anyCase(requestHeaders);
        responseHeaders = anyCase(responseHeaders);
    }

    /** The path without the query. */
    public String path() {
        int query = uri.indexOf('?');
        return query < 0 ? uri : uri.substring(0, query);
    }

    /** The query without its question mark, empty if there is none. */
    public String query() {
        int query = uri.indexOf('?');
        return query < 0 ? "" : uri.substring(query + 1);
    }

    Optional<String> requestHeader(String name) {
        return Optional.ofNullable(requestHeaders.get(name));
    }

    Optional<String> responseHeader(String name) {
        return Optional.ofNullable(responseHeaders.get(name));
    }

    String requestType() {
        return mediaType(requestHeader("Content-Type").orElse(""));
    }

    String responseType() {
        return mediaType(responseHeader("Content-Type").orElse(""));
    }

    private static String mediaType(String header) {
        return header.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
    }

    private static Map<String, String> anyCase(Map<String, String> headers) {
        Map<String, String> names = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        names.putAll(headers);
        return names;
    }
}
